"""Find the lines of a guest list: persons with their titles below a label such as 访谈嘉宾."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roundtable_site.parsing.layout.lines import Line
from roundtable_site.parsing.layout.names import names_in
from roundtable_site.parsing.layout.persons import ends_in_post, persons_of
from roundtable_site.parsing.lexicon.furniture import BYLINE_MARKS, GUEST_LABELS

_MAX_TITLES = 60


def with_guests(lines: Sequence[Line]) -> Iterator[Line]:
    """Mark the lines below a guests' label as guest lines, as far as they are persons.

    A bare name may have its titles on the next line. Bare names below persons with titles are portraits, not guests.
    """
    within = titled = name_above = False
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        if line.kind == "label":
            within, titled, name_above = is_guests_label(line.text), False, False
        elif line.kind not in ("furniture", "credit") and within:
            bare = bool(names_in(line.text))
            if bare:
                within = not titled or (below is not None and _are_titles(below.text))
            else:
                within = line.kind == "guest" or are_persons(line.text) or (name_above and _are_titles(line.text))
                titled = True
            name_above = bare
            line = line._replace(kind="guest") if within else line
        yield line


def is_guests_label(text: str) -> bool:
    """Tell whether a label stands above a list of guests.

    >>> is_guests_label("访谈嘉宾："), is_guests_label("核心提示")
    (True, False)
    """
    return tight(text.strip(f"：: 　【】[]〔〕丨|/／—{BYLINE_MARKS}")) in GUEST_LABELS


def tight(label: str) -> str:
    """Take the blanks out of a label that is set wide (嘉　宾).

    >>> tight("嘉 宾")
    '嘉宾'
    """
    return label.replace(" ", "").replace("\u3000", "")


def are_persons(text: str) -> bool:
    """Tell whether a line holds nothing but persons with their titles.

    >>> are_persons("王鼎（某某大学教授）、李四光（某研究所所长）"), are_persons("大家谈")
    (True, False)
    """
    return bool(persons_of(text))


def _are_titles(text: str) -> bool:
    return len(text) <= _MAX_TITLES and ends_in_post(text)
