"""What an editor does on the review page, as a change of the content file: accept, correct, remove.

Each takes the text of the file and gives the new one. Nothing but the record changes, and what comes out is read back
before it is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from roundtable_site import content
from roundtable_site.errors import RoundtableError
from roundtable_site.merge.editing import Lines
from roundtable_site.model import Article, Correction, Indicator, Paragraph, Quote, Record
from roundtable_site.review.carrying import Changed, carried, with_words
from roundtable_site.review.forms import corrected
from roundtable_site.review.records import Item, items_of, with_record

TELLING = ("correction-date", "correction-what", "correction-why")
"""The fields of a form that tell readers of a correction made after publishing."""


class Sheaf:
    """The text of a content file with what it says; raises RoundtableError where it cannot be read."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path
        self.article = content.load_text(text, path)
        self.lines = Lines(text)
        self.items = items_of(self.article)

    def item(self, key: str) -> Item | None:
        """Give the record of a key, None where there is none."""
        return next((item for item in self.items if item.key == key), None)


def accept(sheaf: Sheaf, item: Item, rules: Collection[str], reason: str) -> str:
    """Settle a record: its doubt goes, and each finding (by its rule) is accepted with a reason."""
    record = item.record
    text = sheaf.text
    if record.unsure is not None:
        record = replace(record, unsure=None)
        text = sheaf.lines.with_fields(item.place, content.dump_record(record), ["unsure"])
    for rule in rules:
        known = [pair for pair in record.editorial.accepted if pair[0] != rule]
        replaced = len(known) < len(record.editorial.accepted)
        record = replace(record, editorial=replace(record.editorial, accepted=(*known, (rule, reason))))
        lines = Lines(text)
        if replaced:
            text = lines.with_fields(item.place, content.dump_record(record), ["accepted"])
        else:
            text = lines.with_inner(item.place, content.dump_record(record), "accepted")
    return _checked(text, sheaf, item, record)


def correct(sheaf: Sheaf, item: Item, given: Mapping[str, str], *, doubtful: bool = False, carry: bool = False) -> str:
    """Write what was typed into a record; its doubt goes unless it is to stay (`doubtful`).

    Where words of a paragraph are corrected, the records that quote them follow; with `carry`, so does the paragraph
    where the words of a record are. Raises RoundtableError where what was typed is no value of its field, or does not
    fit the article.
    """
    record, problems = corrected(item, given, sheaf.path)
    if problems:
        raise RoundtableError(problems)
    names = _changed(item.record, record)
    if record.unsure is not None and not doubtful:
        record = replace(record, unsure=None)
        names.append("unsure")
    if isinstance(record, Quote | Indicator) and {"text", "figure"} & set(names):
        names.append("nth")  # which of several equal texts was meant says nothing of another text
    text = sheaf.lines.with_fields(item.place, content.dump_record(record), names) if names else sheaf.text
    others = list(_carried(sheaf, item, record, carry=carry)) if "text" in names else []
    for other, changed in others:
        text = Lines(text).with_fields(other.place, content.dump_record(changed), ["text", "nth"])
    told = [given.get(name, "").strip() for name in TELLING]
    if any(told):
        before = item.record.figure if isinstance(item.record, Indicator) and "figure" in names else None
        record = _told(record, told, before, sheaf.path)
        text = Lines(text).with_inner(item.place, content.dump_record(record), "corrections")
    return _checked(text, sheaf, item, record, others)


def _carried(sheaf: Sheaf, item: Item, record: Record, *, carry: bool) -> Iterator[Changed]:
    """Yield what changes together with the words of a record."""
    if isinstance(item.record, Paragraph) and isinstance(record, Paragraph):
        yield from carried(sheaf.items, item.record, record.text, sheaf.path)
    elif carry and item.paragraph is not None and isinstance(record, Quote | Indicator):
        paragraph = with_words(item.paragraph, item, record.text)
        yield next(other for other in sheaf.items if other.record is item.paragraph), paragraph
        yield from carried(sheaf.items, item.paragraph, paragraph.text, sheaf.path, besides=item.key)


def remove(sheaf: Sheaf, item: Item) -> str:
    """Take a record out. Reading the article again does not bring it back: it stands in what was read before."""
    return _checked(sheaf.lines.without(item.place), sheaf, item, None)


def _told(record: Record, told: list[str], before: str | None, path: str) -> Record:
    """Add a correction; `before` is the figure that was printed, where it was changed."""
    if not all(told):
        raise RoundtableError.at(path, "a correction says when, what and why: fill in all three, or none")
    corrections = (*record.editorial.corrections, Correction(told[0], told[1], told[2], before))
    return replace(record, editorial=replace(record.editorial, corrections=corrections))


def _changed(old: Record, new: Record) -> list[str]:
    """Name the fields in which two records differ, as they are called in the content file."""
    form = content.FORMS[type(old)]
    return [f.name for f in form.fields if f.part == "own" and getattr(old, f.target) != getattr(new, f.target)]


def _checked(text: str, sheaf: Sheaf, item: Item, record: Record | None, others: Sequence[Changed] = ()) -> str:
    """Hold that a changed file says what it said, but for the records. Raises RoundtableError where it doesn't load."""
    wanted: Article = with_record(sheaf.article, item, record)
    for other, changed in others:
        wanted = with_record(wanted, other, changed)
    if content.load_text(text, sheaf.path) != wanted:
        said = "the layout of this record is too unusual to be changed here: change it in the file"
        where = item.record.location
        raise RoundtableError.at(sheaf.path, said, where.line if where else 0, where.column if where else 0)
    return text
