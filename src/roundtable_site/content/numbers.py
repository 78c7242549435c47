"""Numbers in a content file: figures, counts, truth values, line numbers."""

from __future__ import annotations

from decimal import Decimal

from roundtable_site.content.kinds import Kind, described
from roundtable_site.content.nodes import Node, Scalar, Sequence
from roundtable_site.content.notes import Notes
from roundtable_site.content.scalars import TRUTHS, is_writable, number_of, written_number
from roundtable_site.model import Lines


class Number(Kind[Decimal]):
    """A number, exact, as printed."""

    blank = Decimal(0)

    def read(self, node: Node, name: str, notes: Notes) -> Decimal:
        """Read a plain number of a size that can be printed."""
        number = number_of(node.text) if isinstance(node, Scalar) and node.plain else None
        if number is None:
            quoted = isinstance(node, Scalar) and not node.plain and number_of(node.text) is not None
            advice = ": take the quotes away" if quoted else ": digits with a point, no unit and no separators"
            notes.add(node, f"{name} takes a number, not {described(node)}{advice}")
        elif not is_writable(number):
            notes.add(node, f"{name} is a number beyond all measure: {described(node)}")
        else:
            return number
        return self.blank

    def flow(self, value: Decimal) -> str:
        """Write all digits."""
        return written_number(value)


class Whole(Kind[int]):
    """A whole number from 1 up (or any, where `least` says so)."""

    def __init__(self, least: int | None = 1) -> None:
        self.blank = least or 0
        self.least = least

    def read(self, node: Node, name: str, notes: Notes) -> int:
        """Read a whole number."""
        number = number_of(node.text) if isinstance(node, Scalar) and node.plain else None
        if number is None or not is_writable(number) or number != number.to_integral_value():
            notes.add(node, f"{name} takes a whole number, not {described(node)}")
        elif self.least is not None and number < self.least:
            notes.add(node, f"{name} counts from {self.least}")
        else:
            return int(number)
        return self.blank

    def flow(self, value: int) -> str:
        """Write digits."""
        return str(value)


class Truth(Kind[bool]):
    """True or false."""

    blank = False

    def read(self, node: Node, name: str, notes: Notes) -> bool:
        """Read true or false, not yes or no: YAML 1.2 takes those for text."""
        if isinstance(node, Scalar) and node.plain and node.text in TRUTHS:
            return TRUTHS[node.text]
        notes.add(node, f"{name} takes true or false, not {described(node)}")
        return self.blank

    def flow(self, value: bool) -> str:
        """Write true or false."""
        return "true" if value else "false"


class LinesOfSource(Kind[Lines]):
    """First and last line of the source that a record takes from."""

    blank = (1, 1)

    def read(self, node: Node, name: str, notes: Notes) -> Lines:
        """Read two line numbers, the first no greater than the last."""
        numbers = [number_of(i.text) if isinstance(i, Scalar) and i.plain else None for i in _items(node)]
        found = [int(n) for n in numbers if n is not None and is_writable(n) and n == n.to_integral_value()]
        if len(found) == len(numbers) == 2 and 1 <= found[0] <= found[1]:
            return found[0], found[1]
        notes.add(node, f"{name} takes the first and the last line of the source, counted from 1, as in [9, 12]")
        return self.blank

    def flow(self, value: Lines) -> str:
        """Write the two numbers."""
        return f"[{value[0]}, {value[1]}]"


def _items(node: Node) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []
