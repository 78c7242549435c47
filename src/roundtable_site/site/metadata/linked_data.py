"""What a page says of itself to programs: one JSON-LD block for each thing, joined by their `@id`s.

Separate blocks and no `@graph`: some validators and search engines read only the first level.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from roundtable_site.site import pages, site_pages, topics
from roundtable_site.site.metadata.entities import (
    Node,
    article_node,
    breadcrumbs_node,
    dataset_node,
    person_node,
    quotation_node,
    site_node,
)
from roundtable_site.site.overview import OverviewPage


def linked_data(page: pages.Page) -> tuple[Markup, ...]:
    """Give the JSON of each block of a page, safe to stand in a script element."""
    if page.anywhere:
        return ()
    return tuple(_json(node) for node in _nodes(page))


def _nodes(page: pages.Page) -> Iterator[Node]:
    """Yield what a page describes, by its kind; the way to it comes last."""
    match page:
        case site_pages.HomePage():
            yield site_node(page, [row.address for row in page.articles])
        case OverviewPage():
            yield from _overview(page)
        case pages.IndicatorsPage():
            # The heaviest page: what the figures measure stands in its table, and in the overview's description.
            yield dataset_node(page, page.dossier, named=False)
        case pages.TranscriptPage():
            yield article_node(page, page.dossier)
        case pages.SpeakerPage():
            yield person_node(page, page.speaker, (page.dossier.address,))
            for saying in page.sayings:
                yield quotation_node(page, saying, page.dossier)
        case topics.PersonPage():
            yield person_node(page, page.appearances[0].speaker, [row.article.address for row in page.appearances])
    if page.trail:
        yield breadcrumbs_node(page)


def _overview(page: OverviewPage) -> Iterator[Node]:
    """Yield the article with its guests, its figures, and what documents are quoted."""
    dossier = page.dossier
    yield article_node(page, dossier)
    for speaker in dossier.speakers:
        yield person_node(page, speaker, (dossier.address,))
    for saying in dossier.sayings_of_others():
        yield quotation_node(page, saying, dossier)
    yield dataset_node(page, dossier)


def _json(node: Node) -> Markup:
    """Write a block. No `<` stands in it, so that no text can end the script element."""
    text = json.dumps({"@context": "https://schema.org", **node}, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)
