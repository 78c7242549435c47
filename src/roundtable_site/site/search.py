"""What the search page knows of an article: a script that hands its sentences, figures and names to the page.

A classic script and no JSON file, since a page opened from a folder on disk may load the one and not the other.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.dossier import Dossier

PAGE = HOME.under("search")


def search_file(dossier: Dossier) -> Address:
    """Give the address of an article's search data."""
    return PAGE.named(f"{dossier.article.slug}.js")


def search_data(dossier: Dossier) -> str:
    """Give the script: names and figures with their links, and every sentence with its anchor and speaker.

    Links are relative to the search page. A sentence is [anchor without `t-`, number of the speaker or -1, text].
    """
    speakers = {speaker.guest.id: at for at, speaker in enumerate(dossier.speakers)}
    data = {
        "title": dossier.title,
        "overview": dossier.address.seen_from(PAGE),
        "transcript": dossier.transcript.seen_from(PAGE),
        "table": dossier.table.seen_from(PAGE),
        "speakers": [[s.name, "、".join(s.guest.titles), s.address.seen_from(PAGE)] for s in dossier.speakers],
        "figures": [
            [c.id, c.indicator.name, c.indicator.figure, c.speaker_name or "", c.indicator.period or ""]
            for c in dossier.claims
        ],
        "quotes": [[s.address.seen_from(PAGE), s.speaker_name, s.quote.text] for s in dossier.sayings],
        "sentences": _sentences(dossier, speakers),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # The two line separators are line ends in older scripts, and `</` would end a script element.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"(window.roundtable=window.roundtable||[]).push({text});\n"


def _sentences(dossier: Dossier, speakers: dict[str, int]) -> list[Sequence[str | int]]:
    """List the sentences in printed order."""
    rows: list[Sequence[str | int]] = []
    for piece in dossier.pieces:
        for item in piece.paragraphs:
            speaker = item.speaker or piece.speaker
            number = speakers[speaker.guest.id] if speaker else -1
            rows += [
                (marked.placed.address.fragment.removeprefix("t-"), number, marked.placed.text)
                for marked in item.sentences
            ]
    return rows
