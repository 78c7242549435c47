"""What the search page knows of an article: a script that hands its sentences, figures and names to the page.

A classic script and no JSON file, since a page opened from a folder on disk may load the one and not the other.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import MarkedParagraph

PAGE = HOME.under("search")

Rows = list[Sequence[str | int]]


def search_file(dossier: Dossier) -> Address:
    """Give the address of an article's search data."""
    return PAGE.named(f"{dossier.article.slug}.js")


def search_data(dossier: Dossier) -> str:
    """Give the script: who speaks, and paragraph by paragraph the sentences, figures and quotations.

    Links are relative to the search page. A paragraph is [sentences, figures, quotations]: a sentence [anchor without
    `t-`, number of the speaker or -1, text], a figure [id, name, wording, who, period], a quotation [link, who, text].
    What repeats stands close together, so that it weighs little when compressed.
    """
    data = {
        "title": dossier.title,
        "transcript": dossier.transcript.seen_from(PAGE),
        "table": dossier.table.seen_from(PAGE),
        "speakers": [[s.name, "、".join(s.guest.titles), s.address.seen_from(PAGE)] for s in dossier.speakers],
        "paragraphs": _paragraphs(dossier),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # The two line separators are line ends in older scripts, and `</` would end a script element.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"(window.roundtable=window.roundtable||[]).push({text});\n"


def _paragraphs(dossier: Dossier) -> list[list[Rows]]:
    """List the paragraphs in printed order."""
    numbers = {speaker.guest.id: at for at, speaker in enumerate(dossier.speakers)}
    figures: dict[str, Rows] = {}
    for c in dossier.claims:
        who, when = c.speaker_name or "", c.indicator.period or ""
        figures.setdefault(c.indicator.paragraph, []).append((c.id, c.indicator.name, c.wording, who, when))
    quotes: dict[str, Rows] = {}
    for s in dossier.sayings:
        quotes.setdefault(s.quote.paragraph, []).append((s.address.seen_from(PAGE), s.speaker_name, s.quote.text))
    rows = []
    for piece in dossier.pieces:
        for item in piece.paragraphs:
            speaker, id_ = item.speaker or piece.speaker, item.paragraph.id
            number = numbers[speaker.guest.id] if speaker else -1
            rows.append([_sentences(item, number), figures.get(id_, []), quotes.get(id_, [])])
    return rows


def _sentences(item: MarkedParagraph, speaker: int) -> Rows:
    """List the sentences of a paragraph."""
    placed = (marked.placed for marked in item.sentences)
    return [(cut.address.fragment.removeprefix("t-"), speaker, cut.text) for cut in placed]
