"""The clauses of a paragraph so far, and what stands at their heads: worked out once, where a figure asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from roundtable_site.parsing.indicators.topics import body_named, head_of, place_in


class Heads:
    """Follows the clauses of one paragraph; a head is what stands behind times and joining words."""

    def __init__(self) -> None:
        self.clauses: list[str] = []
        self._heads: list[str | None] = []
        self._named: dict[str, tuple[str | None, str | None]] = {}

    def add(self, clause: str) -> None:
        """Go on to the next clause."""
        self.clauses.append(clause)
        self._heads.append(None)

    def __getitem__(self, place: int) -> str:
        """Give the head of the clause at a place of the paragraph."""
        head = self._heads[place]
        if head is None:
            head = self._heads[place] = head_of(self.clauses[place])
        return head

    def last(self, most: int) -> Iterator[str]:
        """Yield the heads of the last clauses, the last one first.

        >>> heads = Heads()
        >>> heads.add("去年全市"), heads.add("其中茶园")
        (None, None)
        >>> list(heads.last(3))
        ['茶园', '全市']
        """
        end = len(self.clauses)
        return map(self.__getitem__, range(end - 1, max(-1, end - 1 - most), -1))

    def named(self, head: str) -> tuple[str | None, str | None]:
        """Give the place and the body that a head names; several figures look at one head."""
        if head not in self._named:
            self._named[head] = (place_in(head), body_named(head))
        return self._named[head]
