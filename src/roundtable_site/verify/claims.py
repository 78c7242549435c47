"""What any other page claims: the words it gives as the source's, the figures, and every other number on it.

The classes named here are the contract between the pages and their proof (docs/reliability.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from roundtable_site.verify.markup import Step, bare, steps
from roundtable_site.verify.transcript import CONTROLS, RECORD

QUOTED = frozenset({"q", "s", "around", "stand", "headline", "deck", "titles"})
"""Classes of elements whose words are the source's."""
OURS = frozenset({"by", "note", "n", "tally", "credits", "value", "was", "kwic", "colophon", "editor", "filter"})
"""Classes of elements whose numbers are counted or worked out, not quoted."""
WRITTEN_OUT = frozenset({"value", "was"})
"""Classes of elements in which a figure's value, or the one that it started from, is written out."""
FORMER = "editor-was"
"""Class of what was printed before a correction: the editor's words, and no value that still holds."""
_OUR_TAGS = frozenset({"figcaption", "cite", "title", "nav", "footer", "form", "select"})
PERSON = re.compile(r"(?:^|/)speakers/([^/#]+)/(?:index\.html)?$")
"""The address of somebody's page."""
NUMBER = re.compile(r"[0-9０-９][0-9０-９.,]*(?:[%％‰])?")


class Claim(NamedTuple):
    """One thing a page says: `kind` tells how it is checked, `record` which figure or quotation it is, if any.

    "words" are given as the source's; a "name" is whom or what the page is about; a "quotation" begins where its record
    stands; a "figure" is a printed figure; a "number" stands in the page's own text; a "value" is a figure's number for
    programs, an "amount" one that is written out; a "label" is what a figure is called, a "person" the words of a link
    to somebody's page; a "field" is what a row of data says of a record under the name `field`. `address` is the page
    that the words lead to, as written, "" if they lead nowhere.
    """

    kind: Literal["words", "name", "quotation", "figure", "number", "value", "amount", "label", "person", "field"]
    text: str
    record: str = ""
    address: str = ""
    field: str = ""


class _Open(NamedTuple):
    """An element that is open: what it is, its record, and the words in it so far (None: they are not of interest)."""

    kind: Literal["words", "name", "quotation", "figure", "amount", "label", "person"] | None
    record: str
    words: list[str]
    ours: bool
    control: bool
    address: str = ""
    classes: frozenset[str] = frozenset()
    tag: str = ""


class _Reader:
    def __init__(self) -> None:
        self.open: list[_Open] = [_Open(None, "", [], False, False)]
        self.row = ""  # the figure that the last link in this row led to

    def take(self, step: Step) -> Iterator[Claim]:
        if step.kind == "open":
            yield from self._begin(step)
        elif step.kind == "text":
            yield from self._text(step.text)
        elif len(self.open) > 1:
            closed = self.open.pop()
            if closed.kind and (words := bare("".join(closed.words))):
                yield Claim(closed.kind, words, closed.record, closed.address)

    def _begin(self, step: Step) -> Iterator[Claim]:
        above, classes = self.open[-1], step.classes
        address = step.attributes.get("href") or ""
        led = _record(address.rpartition("#")[2]) if "#" in address else ""
        if step.tag in ("tr", "li", "dd", "p", "figure"):
            self.row = ""
        record = led or _record(step.attributes.get("id")) or above.record
        self.row = led or self.row
        kind: Literal["words", "name", "quotation", "figure", "amount", "label", "person"] | None = None
        if "num" in classes or (step.tag == "b" and "large" in above.classes):
            kind, record = "figure", led or above.record or self.row
        elif classes & WRITTEN_OUT and FORMER not in classes and (record or self.row):
            kind, record = "amount", record or self.row
        elif "name" in classes:
            kind = "name"
        elif step.tag in ("blockquote", "q"):
            kind = "quotation" if "q" in record else "words"
        elif step.tag == "a" and led and led == above.record and self.open[-1].tag == "th":
            kind = "label"
        elif step.tag == "a" and PERSON.search(address) and not above.kind:
            kind = "person"
        elif classes & QUOTED or step.tag == "mark" or (step.tag == "a" and "lines" in self.open[-2:][0].classes):
            kind = "words"
        control = above.control or bool(classes & (CONTROLS | {"was", "vh", "editor", "prose"}))
        ours = above.ours or bool(classes & OURS) or step.tag in _OUR_TAGS
        where = address.partition("#")[0] or above.address
        self.open.append(_Open(kind, record, [], ours, control, where, classes, step.tag))
        if (value := step.attributes.get("data-value")) and (record or self.row):
            yield Claim("value", value, record or self.row, where)

    def _text(self, text: str) -> Iterator[Claim]:
        here = self.open[-1]
        if here.control:
            for element in self.open:
                if element.kind == "amount":
                    element.words.append(text)
            return
        quoted = False
        for element in reversed(self.open):
            if element.kind:
                element.words.append(text)
                quoted = True
        if not quoted and not here.ours:
            yield from (Claim("number", number) for number in NUMBER.findall(text))


def _record(name: str | None) -> str:
    return name if name and RECORD.fullmatch(name) else ""


def read_claims(markup: bytes | str) -> Iterator[Claim]:
    """Yield what a page claims, in order.

    >>> list(read_claims('<li id="s1i1"><a class="num" href="t.html#s1i1">2倍</a> in 2020'))
    [Claim(kind='figure', text='2倍', record='s1i1', address='t.html', ...), Claim(kind='number', text='2020', ...)]
    """
    reader = _Reader()
    for step in steps(markup):
        yield from reader.take(step)
