"""Explain an indicator: what is measured, the figure, its period, whose table and whose words it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from roundtable_site.errors import Location
from roundtable_site.model import Indicator, Paragraph
from roundtable_site.parsing.explain import pieces as p
from roundtable_site.parsing.explain.explanation import Piece
from roundtable_site.parsing.explain.trace import Call

Place = Callable[[Paragraph, int], Location]


def indicator_call(root: Call, record: Indicator) -> Call | None:
    """Find the call that made an indicator like this one, in its paragraph or, if that has moved, in another."""
    calls = [call for call in p.named(root, p.INDICATOR) if _is_like(call.result, record)]
    same = [call for call in calls if call.result.paragraph == record.paragraph]
    near = [call for call in same if call.result.figure_start == record.figure_start]
    return next(iter(near or same or calls), None)


def _is_like(made: Any, record: Indicator) -> bool:
    return isinstance(made, Indicator) and (made.text, made.figure) == (record.text, record.figure)


def indicator_pieces(root: Call, call: Call, record: Indicator, place: Place) -> Iterator[Piece]:
    """Yield the pieces of an indicator in the order of the content file."""
    made: Indicator = call.result
    paragraph: Paragraph = call.given["self"].paragraph
    stated = call.given["stated"]
    file = {"measure": record.measure, "period": record.period}
    yield Piece("figure", _figure(made), _admission(root, call, stated.figure), place(paragraph, made.figure_start))
    naming = p.last_before(root, p.NAMING, call, lambda each: each.given["item"] == stated.item)
    if naming is not None:
        yield Piece(
            "name", _both(made.name, record.name), p.rule_of(naming, lambda value: _names(value, stated.name.text))
        )
    for what, rule, value in (
        ("measure", p.MEASURE, made.measure),
        ("period", p.PERIOD, made.period),
        ("district", p.DISTRICT, made.district),
        ("speaker", p.SPEAKER, made.speaker),
    ):
        asked = next(p.named(call, rule), None)
        if asked is not None:
            where = _place_of(asked.result, paragraph, place)
            yield Piece(
                what,
                _both(value, file.get(what, value)),
                p.rule_of(asked, _equal_to(asked.result)) if value else "",
                where,
            )


def _both(read: str | None, written: str | None) -> str:
    """Give what is read, and what an editor wrote in its place."""
    return (read or "none") + (f" (the file says {written or 'none'})" if read != written else "")


def _figure(made: Indicator) -> str:
    ends = [str(value) for value in (made.value, made.value_to) if value is not None]
    start = f"{made.start_value} → " if made.start_value is not None else ""
    return f"{made.figure} = {start}{'–'.join(ends) or 'no number'} {made.unit or ''}".rstrip()


def _admission(root: Call, call: Call, figure: object) -> str:
    asked = p.last_before(root, p.ADMISSION, call, lambda each: each.given["figure"] == figure)
    return p.rule_of(asked, _equal_to(asked.result)) if asked is not None else ""


def _names(value: object, text: str) -> bool:
    """Tell whether a rule gave a name: alone, or among those of the other figures of its statement."""
    if isinstance(value, list | tuple):
        return any(_names(each, text) for each in value)
    return value == text or getattr(value, "text", None) == text


def _equal_to(result: object) -> p.Carries:
    """Tell whether a value is a result, or the name or time in it."""
    inner = getattr(result, "time", None) or getattr(result, "name", None)
    return lambda value: value is not None and (value == result or (inner is not None and value == inner))


def _place_of(result: object, paragraph: Paragraph, place: Place) -> Location | None:
    time = getattr(result, "time", None)
    return place(paragraph, time.start) if time is not None else None
