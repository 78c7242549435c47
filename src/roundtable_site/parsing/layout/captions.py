"""Find the bare name lines that stand under portraits."""

from __future__ import annotations

import re

from roundtable_site.parsing.layout.lines import Line
from roundtable_site.parsing.layout.names import is_name, is_sure_name, narrow
from roundtable_site.parsing.layout.persons import person_of
from roundtable_site.parsing.layout.seams import ends
from roundtable_site.parsing.lexicon.cues import CLAUSE, SAYING
from roundtable_site.parsing.lexicon.posts import OFFICES
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.tables import alternatives

_POST_ENDS = frozenset(office[-1] for office in OFFICES)
_INTERRUPTS = ("furniture", "credit", "caption")
_MAX_TITLE = 28  # characters; a longer line without a closing mark is a sentence cut in two
_MAX_CANDIDATES = 300  # more bare lines than this are no portraits
_CUE = re.compile(rf"(?:代表|委员|先生|女士|教授|老师)?[^，。；：“”]{{0,6}}?(?:{alternatives(SAYING | CLAUSE)})")


def with_captions(lines: list[Line]) -> list[Line]:
    """Mark as captions the lines that are only a name, where the document shows that it is one.

    It does so by naming the person in its text, by a row of such lines, or by the wide gap around a picture.
    """
    candidates = {index: as_read(narrow(line.text)) for index, line in enumerate(lines) if _may_be_caption(line)}
    named = _named(lines, candidates)
    return [
        line._replace(kind="caption") if index in candidates and _is_shown(index, lines, candidates, named) else line
        for index, line in enumerate(lines)
    ]


def _may_be_caption(line: Line) -> bool:
    return line.kind is None and len(line.text) <= 20 and is_name(narrow(line.text))


def _is_shown(index: int, lines: list[Line], candidates: dict[int, str], named: set[str]) -> bool:
    in_row = index - 1 in candidates or index + 1 in candidates
    if candidates[index] in named or in_row or _within_sentence(index, lines, candidates):
        return True
    return lines[index].gap >= 2 or (index + 1 < len(lines) and lines[index + 1].gap >= 2)


def _within_sentence(index: int, lines: list[Line], candidates: dict[int, str]) -> bool:
    """Tell whether a sure name stands below a text whose sentence has not ended."""
    above = next((line for line in reversed(lines[max(0, index - 6) : index]) if line.kind not in _INTERRUPTS), None)
    broken = above is not None and above.kind is None and not ends(above.text) and len(above.text) > _MAX_TITLE
    return broken and is_sure_name(candidates[index])


def _named(lines: list[Line], candidates: dict[int, str]) -> set[str]:
    """Give those of the candidates that the text names as people: after a post, before a verb of saying, in a list."""
    names = sorted(set(candidates.values()))[:_MAX_CANDIDATES]
    if not names:
        return set()
    wanted = re.compile(alternatives(names))
    found: set[str] = set()
    for index, line in enumerate(lines):
        if index in candidates:
            continue
        text = as_read(line.text)
        found.update(match.group() for match in wanted.finditer(text) if _is_person(text, match))
        if person := person_of(line.text):
            found.add(as_read(person.name))
    return found


def _is_person(text: str, name: re.Match[str]) -> bool:
    """Tell whether a name in the text is a person's: it stands behind a post or before a verb of saying."""
    return text[name.start() - 1 : name.start()] in _POST_ENDS or _CUE.match(text, name.end()) is not None
