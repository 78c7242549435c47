"""Questions between quotation marks that are nobody's words in the article: the reporter's, or the public's."""

from __future__ import annotations

import re

from roundtable_site.parsing.quotes.items import Words
from roundtable_site.parsing.quotes.reading import Reading

_ASKED = re.compile("提问|追问|发问|记者问|询问|的问题|这个问题|疑问|疑惑")


def are_asked(reading: Reading, words: Words, end: int) -> bool:
    """Tell whether a question is the reporter's (`“…？”面对提问，他…`)."""
    question = reading.plain.startswith("？", words.end - 1)
    return question and words.kind == "direct" and bool(_ASKED.search(reading.frame, words.end, end))


def goes_with_question(reading: Reading, words: Words) -> bool:
    """Tell whether a question stands straight behind one that is part of a clause (`大家关心“…？”“…？”`)."""
    opening = words.start - 1
    before = reading.plain[max(0, opening - 2) : opening]
    if before not in ("？”", "？」") or reading.plain[words.end - 1 : words.end] != "？":
        return False
    first = max(reading.plain.rfind(mark, 0, opening) for mark in "“「")
    return first > 0 and reading.plain[first - 1] not in "，。：！？”」"
