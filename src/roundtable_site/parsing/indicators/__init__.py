"""Find the indicators of an article: every figure that a reader could put in a table, with all that it needs there."""

from __future__ import annotations

import re
from itertools import count

from roundtable_site.model import Indicator, Paragraph
from roundtable_site.parsing.drafts import Outline, Voices
from roundtable_site.parsing.indicators.measures import Context
from roundtable_site.parsing.indicators.reading import ParagraphReader
from roundtable_site.parsing.indicators.scopes import Scopes
from roundtable_site.parsing.indicators.speakers import Speakers
from roundtable_site.parsing.periods import newest_year

_GOALS = re.compile(r"目[标標](?:任务|任務)?(?:如下|是|为|為|包括)?[：:]$")  # a lead-in that announces goals
__all__ = ["find_indicators"]


def find_indicators(outline: Outline, voices: Voices) -> tuple[Indicator, ...]:
    """Give the article's indicators in printed order, with ids `s<section>i<k>` and names for speaker and district."""
    scopes, speakers = Scopes(outline, voices), Speakers(outline, voices)
    year = newest_year(scopes.texts)
    found: list[Indicator] = []
    groups: list[tuple[str, str, str | None, tuple[Paragraph, ...]]] = [("s0", "", None, outline.standfirst)]
    groups += [(section.id, section.heading or "", section.speaker, section.paragraphs) for section in voices.sections]
    for section_id, heading, speaker, paragraphs in groups:
        span, goals, named = False, heading.endswith("目标"), ""
        ids = map(f"{section_id}i{{}}".format, count(1))
        speakers.open_section(speaker)
        scopes.open_section(heading)
        for paragraph in paragraphs:
            reader = ParagraphReader(paragraph, scopes, speakers, Context(span, year, goals, named), ids)
            found += reader.read()
            span, named = reader.span, reader.named
            goals = goals or _GOALS.search(paragraph.text, max(0, len(paragraph.text) - 12)) is not None
    return tuple(found)
