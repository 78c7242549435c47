"""The things that pages are about, in the words of schema.org. What is not known is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from roundtable_site.model import Article, Correction, DistrictKind
from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.dates import corrections_of, printed_on, read_date
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import Saying, SpeakerEntry
from roundtable_site.site.metadata.identity import article_address, dataset_address, iri, person_address
from roundtable_site.site.pages import Page

Node = Mapping[str, Any]

ARTICLE_LANGUAGE = "zh-Hans"
_PLACES: frozenset[DistrictKind] = frozenset({"district", "zone", "city", "province", "country"})
_FORMATS = (
    (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (".csv", "text/csv"),
    (".json", "application/json"),
)


def known(**fields: Any) -> Node:
    """Leave out what is None or empty; a name with a trailing underscore is a JSON-LD keyword (`id_` → `@id`)."""
    named = ((f"@{name[:-1]}" if name.endswith("_") else name, value) for name, value in fields.items())
    return {name: value for name, value in named if value is not None and value not in ("", [], ())}


def article_node(page: Page, dossier: Dossier) -> Node:
    """Describe the article; it is based on what the paper printed."""
    article = dossier.article
    printed, changed = printed_on(article), dossier.changed
    return known(
        type_="NewsArticle",
        id_=iri(page, article_address(dossier)),
        headline=dossier.title,
        alternativeHeadline=article.subtitle,
        articleSection=article.column,
        description=article.standfirst[0].text if article.standfirst else None,
        inLanguage=ARTICLE_LANGUAGE,
        url=iri(page, dossier.address),
        image=iri(page, card.address) if (card := page.frame.cards.get(dossier.address)) else None,
        datePublished=printed.isoformat() if printed else None,
        dateModified=changed.isoformat() if changed else None,
        printPage=article.source.page,
        author=[known(type_="Person", name=name) for name in article.reporters],
        publisher=_publisher(article),
        copyrightNotice=article.source.rights,
        correction=[_correction_node(correction) for correction in corrections_of(article)],
        isBasedOn=_printed_article(article),
        mentions=[{"@id": iri(page, person_address(page, speaker))} for speaker in dossier.speakers],
    )


def _correction_node(correction: Correction) -> Node:
    """Describe a correction made after publishing."""
    day = read_date(correction.date)
    said = "；".join(part for part in (correction.what, correction.why) if part)
    return known(type_="CorrectionComment", text=said, datePublished=day.isoformat() if day else None)


def _publisher(article: Article) -> Node | None:
    """Name the newspaper."""
    name = article.source.publication
    return known(type_="NewsMediaOrganization", name=name) if name else None


def _printed_article(article: Article) -> Node | None:
    """Name the article as the paper published it, where its address is known."""
    source = article.source
    return known(type_="NewsArticle", headline=article.headline, url=source.url) if source.url else None


def person_node(page: Page, speaker: SpeakerEntry, articles: Iterable[Address]) -> Node:
    """Describe a guest as the articles print them: their titles, and what they speak for."""
    entry = speaker.district
    of = entry.district if entry else None
    place = known(type_="AdministrativeArea", name=of.name) if of and of.kind in _PLACES else None
    body = known(type_="Organization", name=of.name) if of and of.kind == "organisation" else None
    return known(
        type_="Person",
        id_=iri(page, person_address(page, speaker)),
        name=speaker.name,
        jobTitle=list(speaker.guest.titles),
        affiliation=body,
        workLocation=place,
        url=iri(page, person_address(page, speaker).page),
        subjectOf=[{"@id": iri(page, address.at("article"))} for address in articles],
    )


def quotation_node(page: Page, saying: Saying, dossier: Dossier) -> Node:
    """Describe a quotation: whose it is, of which article, at which sentence; reported speech is said to be that."""
    speaker = saying.speaker
    indirect = saying.quote.kind == "indirect"
    return known(
        type_="Quotation",
        id_=iri(page, saying.address),
        text=saying.quote.text,
        creator={"@id": iri(page, person_address(page, speaker))} if speaker else None,
        citation=None if speaker else saying.speaker_name,
        disambiguatingDescription=page.frame.word("quote", "indirect") if indirect else None,
        isPartOf={"@id": iri(page, article_address(dossier))},
        url=iri(page, saying.sentence.address),
    )


def dataset_node(page: Page, dossier: Dossier, named: bool = True) -> Node:
    """Describe the table of figures with its downloads; if `named` with what they measure, and where."""
    word = page.frame.word
    measured = dict.fromkeys((claim.indicator.name, claim.indicator.unit) for claim in dossier.claims)
    return known(
        type_="Dataset",
        id_=iri(page, dataset_address(dossier)),
        name=f"{dossier.title} · {word('indicators')}",
        description=f"{dossier.title}：{word('footer', 'claim')}{word('figure', 'claim')}",
        url=iri(page, dossier.table),
        inLanguage=ARTICLE_LANGUAGE,
        isPartOf={"@id": iri(page, article_address(dossier))},
        creator=_publisher(dossier.article),
        copyrightNotice=dossier.article.source.rights,
        spatialCoverage=[entry.name for entry in dossier.districts if named and entry.district.kind in _PLACES],
        variableMeasured=[known(type_="PropertyValue", name=name, unitText=unit) for name, unit in measured if named],
        distribution=list(_downloads(page, dossier)),
    )


def _downloads(page: Page, dossier: Dossier) -> Iterable[Node]:
    """Describe the downloads of the table."""
    for ending, kind in _FORMATS:
        if ending[1:] not in page.frame.settings.downloads.formats:
            continue
        name = f"{dossier.article.slug if ending == '.xlsx' else 'indicators'}{ending}"
        yield known(type_="DataDownload", encodingFormat=kind, contentUrl=iri(page, dossier.data.named(name)))


def breadcrumbs_node(page: Page) -> Node:
    """Describe the way to a page."""
    way = (*page.trail, Link(page.title, page.address))
    steps = [
        known(type_="ListItem", position=at, name=step.title, item=iri(page, step.address))
        for at, step in enumerate(way, start=1)
    ]
    return known(type_="BreadcrumbList", itemListElement=steps)


def site_node(page: Page, articles: Iterable[Address]) -> Node:
    """Describe the site of these articles."""
    frame = page.frame
    return known(
        type_="WebSite",
        id_=iri(page, frame.home.at("site")),
        name=frame.settings.title,
        description=frame.settings.description,
        inLanguage=frame.language,
        url=iri(page, frame.home),
        hasPart=[{"@id": iri(page, address.at("article"))} for address in articles],
    )
