"""Pack a text into few characters of ASCII, for a script that unpacks it in the reader's browser.

Compression on the way (gzip) knows bytes, and a Chinese character is three of them: 10,000 characters of an article
weigh 12.8 KB gzipped and 9.6 KB packed. Each character is predicted from the two before it, then from the one before
it, then from all so far, and told by an arithmetic code in 32 bits; what has not been seen yet is told by its
number. `unpack` is what `search.js` does, step for step.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field

Packed = tuple[int, str]
"""How many UTF-16 units the text has, and its code in base64."""

_WORD, _TOP, _BOTTOM = (1 << 32) - 1, 1 << 24, 1 << 16
_MOST = 1 << 15  # a context learns until it has counted so many, so that no sum outgrows the code's range


@dataclass(slots=True)
class _Context:
    """What has followed so far, in the order of its first appearance, and how often."""

    places: dict[int, int] = field(default_factory=dict)
    units: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    total: int = 0

    def learn(self, unit: int) -> None:
        """Count a unit once more."""
        if self.total >= _MOST:
            return
        self.total += 1
        place = self.places.setdefault(unit, len(self.units))
        if place < len(self.units):
            self.counts[place] += 1
        else:
            self.units.append(unit)
            self.counts.append(1)

    def find(self, share: int) -> int:
        """Give the place whose counts cover a share of the total."""
        place = 0
        while share >= self.counts[place]:
            share -= self.counts[place]
            place += 1
        return place


class _Model:
    """The contexts of a text, and the numbers' upper halves for units that are new to all of them."""

    def __init__(self) -> None:
        self.contexts: dict[int, _Context] = {}
        self.halves = _Context(total=256, units=list(range(256)), counts=[1] * 256, places={n: n for n in range(256)})
        self.before = (0, 0)

    def likely(self) -> Iterator[_Context]:
        """Yield the contexts that stand open here, the most exact first."""
        for key in self._keys():
            if context := self.contexts.get(key):
                yield context

    def learn(self, unit: int, knew: _Context | None) -> None:
        """Learn a unit in all contexts that are as exact as the one that knew it, or more; move on."""
        for key in self._keys():
            context = self.contexts.setdefault(key, _Context())
            context.learn(unit)
            if context is knew:
                break
        self.before = (self.before[1], unit)

    def _keys(self) -> tuple[int, int, int]:
        two, one = self.before
        return (two << 16 | one) + _BOTTOM + 1, one + 1, 0


class _Coder:
    """Narrows a range of numbers with every share that is told, and lets go of what is certain, byte by byte."""

    def __init__(self, code: bytes | None = None) -> None:
        self.low, self.range, self.out = 0, _WORD, bytearray()
        self.code, self.at = code or b"", 4
        self.value = int.from_bytes(self.code[:4].ljust(4, b"\0"), "big")

    def tell(self, before: int, count: int, total: int) -> None:
        """Tell the share from `before` on that is `count` of `total`."""
        self.range //= total
        self.take(before, count)

    def asked(self, total: int) -> int:
        """Say which part of `total` comes next; `take` then takes the share that it lies in."""
        self.range //= total
        return min(total - 1, ((self.value - self.low) & _WORD) // self.range)

    def take(self, before: int, count: int) -> None:
        """Narrow the range to a share, and let go of the bytes that are certain by now."""
        self.low = (self.low + before * self.range) & _WORD
        self.range *= count
        while True:
            if (self.low ^ (self.low + self.range)) & _WORD >= _TOP:
                if self.range >= _BOTTOM:
                    return
                self.range = -self.low & (_BOTTOM - 1)
            self.out.append(self.low >> 24)
            self.value = (self.value << 8 & _WORD) | (self.code[self.at] if self.at < len(self.code) else 0)
            self.at += 1
            self.low, self.range = self.low << 8 & _WORD, self.range << 8 & _WORD

    def finished(self) -> bytes:
        """Give all that was told."""
        return bytes(self.out) + self.low.to_bytes(4, "big")


def pack(text: str) -> Packed:
    """Pack a text; the same text gives the same code.

    >>> pack("码头码头")
    (4, 'eAGr8+YAAAA=')
    """
    raw = text.encode("utf-16-be", "surrogatepass")
    model, coder = _Model(), _Coder()
    for high, low in zip(raw[::2], raw[1::2], strict=True):
        unit = high << 8 | low
        knew = _told(unit, model, coder)
        if knew is None:
            halves = model.halves
            coder.tell(sum(halves.counts[:high]), halves.counts[high], halves.total)
            coder.tell(low, 1, 256)
            halves.learn(high)
        model.learn(unit, knew)
    return len(raw) // 2, b64encode(coder.finished()).decode("ascii")


def _told(unit: int, model: _Model, coder: _Coder) -> _Context | None:
    """Tell a unit in the first context that knows it, and to each before that it is none of theirs."""
    for context in model.likely():
        total, unknown = context.total, len(context.units)
        place = context.places.get(unit)
        if place is not None:
            coder.tell(sum(context.counts[:place]), context.counts[place], total + unknown)
            return context
        coder.tell(total, unknown, total + unknown)
    return None


def unpack(packed: Packed) -> str:
    """Give the text that was packed.

    >>> unpack(pack("“码头”要看时间，不能只看吨位。"))
    '“码头”要看时间，不能只看吨位。'
    """
    size, code = packed
    model, coder = _Model(), _Coder(b64decode(code))
    units = bytearray()
    for _ in range(size):
        unit, knew = _heard(model, coder)
        units += unit.to_bytes(2, "big")
        model.learn(unit, knew)
    return units.decode("utf-16-be", "surrogatepass")


def _heard(model: _Model, coder: _Coder) -> tuple[int, _Context | None]:
    """Give the next unit, and the context that knew it."""
    for context in model.likely():
        total, unknown = context.total, len(context.units)
        share = coder.asked(total + unknown)
        if share < total:
            place = context.find(share)
            coder.take(sum(context.counts[:place]), context.counts[place])
            return context.units[place], context
        coder.take(total, unknown)
    halves = model.halves
    high = halves.find(coder.asked(halves.total))
    coder.take(sum(halves.counts[:high]), halves.counts[high])
    low = coder.asked(256)
    coder.take(low, 1)
    halves.learn(high)
    return high << 8 | low, None
