"""What can be said of one record: where it stands, and which rules took which pieces of it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from roundtable_site.errors import Location


class Piece(Struct, frozen=True):
    """One piece of a record: `what` (name, period, speaker …), its value, and the rule that gave it.

    `place` is where its words are printed, None where it is not printed as such (全国).
    """

    what: str
    value: str
    rule: str
    place: Location | None = None


class Explanation(Struct, frozen=True):
    """A record in its sentence (`before` + `marked` + `after`), the pieces that rules took, what makes it unsure."""

    record: str
    place: Location
    before: str
    marked: str
    after: str
    pieces: tuple[Piece, ...]
    unsure: str | None

    def lines(self) -> Iterator[str]:
        """Yield the lines that an editor reads."""
        yield f"{self.place}: {self.record}"
        yield f"  {self.before}【{self.marked}】{self.after}"
        for piece in self.pieces:
            yield f"  {piece.what + ':':<10} {piece.value}{f'  ({piece.place})' if piece.place else ''}"
            if piece.rule:
                yield f"  {'':<10} {piece.rule}"
        yield f"  {'unsure:':<10} {self.unsure or 'no'}"
