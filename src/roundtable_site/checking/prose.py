"""Findings about an editor's notes: Markdown that does not show as it is meant."""

from __future__ import annotations

from collections.abc import Iterator

from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.slips import slips_in


def check_prose(galley: Galley) -> Iterator[Finding]:
    """Yield the slips in the notes of an article and of its records."""
    for record in galley.records():
        note = record.editorial.note
        for slip in slips_in(note) if note else ():
            yield Finding("note-markup", record, facts(what=slip.what), "note", slip.what, note or "")
