"""Which records of one version are which of another: by what they say first, by likeness for the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T")
Known = Sequence[tuple[str, T]]
"""Records by their ids; an id stands twice where two wordings of its record are known."""
ALIKE = 0.5
"""Texts that share this part of their pairs of characters are two wordings of one."""
NEAR = 8
"""How many records ahead a reworded one is looked for: a text that moved further is found by its wording or not."""


def paired(before: Known[T], today: Sequence[T], signatures: Sequence[Callable[[T], Hashable]]) -> dict[int, str]:
    """Map places in `today` to ids of `before` whose signatures agree, the first signature first, each in order.

    An id is given to one record only; the signature None agrees with nothing.

    >>> paired([("a", "ab"), ("b", "cd")], ["cd", "ax"], [lambda s: s, lambda s: s[0]])
    {0: 'b', 1: 'a'}
    """
    found: dict[int, str] = {}
    taken: set[str] = set()
    for signature in signatures:
        waiting: dict[Hashable, list[str]] = defaultdict(list)
        for name, record in reversed(before):
            waiting[signature(record)].append(name)
        for place, record in enumerate(today):
            sign = signature(record)
            names = waiting.get(sign, []) if place not in found and sign is not None else []
            while names and place not in found:
                name = names.pop()
                if name not in taken:
                    found[place] = name
                    taken.add(name)
    return found


def alike(
    before: Known[T],
    today: Sequence[T],
    found: dict[int, str],
    group: Callable[[T], Hashable],
    text: Callable[[T], str],
) -> None:
    """Pair what is left of each group by likeness of text, in order; `found` grows."""
    taken = set(found.values())
    waiting: dict[Hashable, list[tuple[str, T]]] = defaultdict(list)
    for name, record in before:
        if name not in taken:
            waiting[group(record)].append((name, record))
    for place, record in enumerate(today):
        if place in found:
            continue
        candidates = [pair for pair in waiting.get(group(record), []) if pair[0] not in taken][:NEAR]
        for name, other in candidates:
            if likeness(text(other), text(record)) >= ALIKE:
                found[place] = name
                taken.add(name)
                break


def likeness(one: str, other: str) -> float:
    """Say how much two texts share of their pairs of characters, 0 to 1.

    >>> likeness("茶园面积12万亩", "茶园面积13万亩") > 0.5, likeness("茶园面积", "冷链配送")
    (True, 0.0)
    """
    a, b = _pairs(one), _pairs(other)
    whole = a.total() + b.total()
    return 2 * (a & b).total() / whole if whole else float(one == other)


def _pairs(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(len(text) - 1))
