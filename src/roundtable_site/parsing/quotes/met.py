"""The names met so far in an article, and what was read in its sentences by them."""

from __future__ import annotations

from dataclasses import dataclass, field

from roundtable_site.parsing.quotes.attribution import Attribution, find_attributions
from roundtable_site.parsing.quotes.reading import Reading, Sentence

_MOST_CHANGES = 40  # with more names met since, a sentence is read again at once


@dataclass
class Met:
    """Plain names and parts of foreign names; sentences are read twice only where a name met between stands in them."""

    names: set[str] = field(default_factory=set)
    _changes: list[str] = field(default_factory=list)  # what was put in or taken out, in order
    _read: dict[tuple[str, int], tuple[int, list[Attribution]]] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Put a name in."""
        self.names.add(name)
        self._changes.append(name)

    def discard(self, name: str) -> None:
        """Take a name out."""
        self.names.discard(name)
        self._changes.append(name)

    def attributions(self, reading: Reading, sentence: Sentence) -> list[Attribution]:
        """Give the attributions of a sentence by the names met so far."""
        place = (reading.paragraph.id, sentence.start)
        known, found = self._read.get(place, (-1, []))
        if known < 0 or self._touched(known, reading.frame[sentence.start : sentence.end]):
            found = find_attributions(reading, sentence, self.names)
            self._read[place] = (len(self._changes), found)
        return found

    def _touched(self, known: int, text: str) -> bool:
        """Tell whether a change since then may change the reading of a text; names are read across spaces, too."""
        since = self._changes[known:]
        return len(since) > _MOST_CHANGES or (
            bool(since) and (" " in text or "\u3000" in text or any(name in text for name in since))
        )
