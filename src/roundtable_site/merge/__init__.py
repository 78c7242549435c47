"""Three-way merging of content files: reading an article again never costs an editor's work.

`merge` knows what the parser wrote last, what stands in the content file now, and what the parser reads today. It
compares them record by record and field by field. The editor's text is changed only where the parser has something new
to say: everything else, comments and layout included, keeps its bytes.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from roundtable_site import content
from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.merge.decisions import decide
from roundtable_site.merge.identity import edited_ids, with_kept_ids
from roundtable_site.merge.ledger import Ledger, body_of
from roundtable_site.merge.renaming import given_ids
from roundtable_site.merge.text import rewritten
from roundtable_site.merge.tree import read_tree
from roundtable_site.model import Article

__all__ = ["Merged", "body_of", "merge"]


class Merged(Struct, frozen=True):
    """What becomes of a content file: its text, what to remember as the parser's, and conflicts (warnings)."""

    text: str
    remembered: str
    conflicts: tuple[Problem, ...] = ()


def merge(base: str | None, edited: str | None, parsed: Article, path: Path | str) -> Merged:
    """Merge today's reading into a content file.

    `base` is what was remembered at the last reading (None: nothing was; every field then counts as the editor's),
    `edited` the content file as it stands (None: there is none), `path` its name in messages. Raises RoundtableError
    where the content file cannot be read or a merge would not load; nothing may then be written.
    """
    ledger = Ledger.read(base, path)
    if edited is None:
        text, ledger = _kept(parsed, ledger, None)
        return Merged(text, ledger.text())
    if ledger.article is not None and edited == ledger.body:
        text, ledger = _kept(parsed, ledger, ledger.article)
        return Merged(text, ledger.text())
    return _merged(ledger, edited, parsed, path)


def _kept(parsed: Article, ledger: Ledger, edited: Article | None) -> tuple[str, Ledger]:
    """Give today's reading with the ids that its records had before, and what to remember of it."""
    befores = [article for article in (ledger.article, edited) if article is not None]
    kept = with_kept_ids(parsed, befores, ledger.spent)
    spent = ledger.spent.union(*[given_ids(article) for article in befores]) - given_ids(kept)
    text = content.dump(kept)
    return text, Ledger(text, kept, spent)


def _merged(ledger: Ledger, edited: str, parsed: Article, path: Path | str) -> Merged:
    stands = content.load_text(edited, path)
    if ledger.article is not None:
        # An id that the editor changed is that record's id from now on.
        ledger = ledger.with_article(edited_ids(ledger.article, stands))
    text, today = _kept(parsed, ledger, stands)
    if ledger.article is None:
        ledger = today.as_first_base(stands)
    # Lines are written after lines: the last one must have its end.
    mine = edited if edited.endswith("\n") else edited + "\n"
    decided = decide(read_tree(ledger.body), read_tree(mine), read_tree(text), str(path))
    result = rewritten(decided, path)
    _check(result, decided.expected(), path)
    return Merged(edited if result == mine else result, today.text(), decided.conflicts)


def _check(result: str, expected: object, path: Path | str) -> None:
    """Hold that the merged text loads and says what was decided. Raises RoundtableError where it does not."""
    try:
        content.load_text(result, path)
        sound = read_tree(result).plain() == expected
    except RoundtableError as error:
        said = error.problems[0]
        advice = f"this file cannot be merged with what is read today ({said.message})"
        raise RoundtableError.at(path, advice, said.location.line, said.location.column) from error
    if not sound:
        raise RoundtableError.at(
            path, "this file's layout is too unusual to be merged: put each record on its own line"
        )
