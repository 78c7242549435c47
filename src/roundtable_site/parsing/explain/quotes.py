"""Explain a quotation: where its words begin and end, the verb that attributes it, and who is named as its speaker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from roundtable_site.errors import Location
from roundtable_site.model import Paragraph, Quote
from roundtable_site.parsing.explain import pieces as p
from roundtable_site.parsing.explain.explanation import Piece
from roundtable_site.parsing.explain.trace import Call

Place = Callable[[Paragraph, int], Location]


def quote_call(root: Call, record: Quote) -> Call | None:
    """Find the call that found a quotation like this one, in its paragraph or, if that has moved, in another."""
    calls = [call for call in p.named(root, *p.FOUND) if _found(call, record.text, record.kind) is not None]
    same = [call for call in calls if call.given["reading"].paragraph.id == record.paragraph]
    near = [call for call in same if _found(call, record.text, record.kind).start == record.start]
    return next(iter(near or same or calls), None)


def _found(call: Call, text: str, kind: str) -> Any:
    """Give what a call found, if it is these words."""
    results = call.result if isinstance(call.result, list) else [call.result]
    printed = call.given["reading"].text
    fits = (each for each in results if each is not None and each.kind == kind)
    return next((each for each in fits if printed[each.start : each.end] == text), None)


def quote_pieces(root: Call, call: Call, record: Quote, place: Place) -> Iterator[Piece]:
    """Yield the pieces of a quotation: its words, its cue, its speaker."""
    paragraph: Paragraph = call.given["reading"].paragraph
    found = _found(call, record.text, record.kind)
    words = call.given.get("words")
    attribution = getattr(words, "attribution", None)
    if words is None:
        yield Piece("words", record.kind, p.rule_of(call), place(paragraph, found.start))
    else:
        yield Piece("words", record.kind, _speech(root, call, words), place(paragraph, found.start))
    if attribution is None:
        yield Piece("cue", "none", "")
        yield Piece("speaker", found.speaker, p.rule_of(call, lambda value: _says(value, found)))
        return
    asked = p.last_before(root, p.ATTRIBUTION, call, lambda each: each.result == attribution)
    by = p.rule_of(asked) if asked else ""
    yield Piece("cue", attribution.cue, by, place(paragraph, attribution.cue_start))
    named = p.last_before(root, p.NAMED, call, lambda each: each.given["cue"] == attribution)
    who = attribution.mention
    printed = f"{found.speaker}, named as {who.text} ({who.kind})" if who else found.speaker
    rule = p.rule_of(named, _equal_to(named.result)) if named else ""
    yield Piece("speaker", printed, rule, place(paragraph, attribution.start))


def _speech(root: Call, call: Call, words: Any) -> str:
    """Say which rule took the words for speech."""
    for name in p.SPEECH:
        asked = p.last_before(root, name, call, lambda each: words in _results(each))
        if asked is not None:
            return p.rule_of(asked)
    return ""


def _results(call: Call) -> list[Any]:
    return call.result if isinstance(call.result, list) else [call.result]


def _says(value: Any, found: Any) -> bool:
    """Tell whether a rule gave the speaker: with the words, or alone with its doubt."""
    return value == found or (isinstance(value, tuple) and bool(value) and value[0] == found.speaker)


def _equal_to(result: Any) -> p.Carries:
    return lambda value: value == result
