"""What commands print with `--json`, as plain values; docs/json.md is their contract."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from roundtable_site.summary import changes_of, contents_of

if TYPE_CHECKING:  # each command loads what it needs, not what the others tell
    from roundtable_site.build import Built, Contents, ReadNote
    from roundtable_site.migrating import Lifted
    from roundtable_site.model import Article
    from roundtable_site.parsing.explain import Explanation
    from roundtable_site.reading import Reading
    from roundtable_site.scaffold.article import Brought
    from roundtable_site.scaffold.site import Laid
    from roundtable_site.verify import Verified


def counts(articles: Sequence[Article]) -> dict[str, int]:
    """Say how much stands in some articles; `unsure` are the records that the parser doubts."""
    return _counted(contents_of(articles))


def _counted(contents: Contents) -> dict[str, int]:
    return {
        "articles": contents.articles,
        "guests": contents.guests,
        "quotes": contents.quotes,
        "figures": contents.figures,
        "unsure": contents.doubts,
    }


def read(readings: Sequence[Reading]) -> dict[str, Any]:
    """Give what `parse` did: what became of each article's content file."""
    return {"readings": [_reading(r) for r in readings], "counts": counts([r.article for r in readings])}


def differing(readings: Sequence[Reading]) -> dict[str, Any]:
    """Give what `diff` shows: the changes that a parse would make, as lines of a unified difference."""
    return {"readings": [{**_reading(r), "changes": changes_of(r)} for r in readings]}


def built(done: Built) -> dict[str, Any]:
    """Give what `build` did."""
    return {
        "readings": [_reading(r) for r in done.readings],
        "counts": _counted(done.contents),
        "notices": list(done.notices),
        "published": {"folder": str(done.folder), "pages": done.pages, "made": done.made, "links": done.links},
    }


def verified(proof: Verified) -> dict[str, Any]:
    """Give what `verify` held against what."""
    names = ("files", "pages", "quotations", "figures", "words")
    return {"folder": str(proof.folder), "counts": {name: getattr(proof, name) for name in names}}


def explained(explanation: Explanation) -> dict[str, Any]:
    """Give the pieces of a record with the rules that gave them."""
    place = explanation.place
    pieces = [
        {
            "what": piece.what,
            "value": piece.value,
            "rule": piece.rule,
            "path": piece.place.path if piece.place else None,
            "line": piece.place.line if piece.place else None,
        }
        for piece in explanation.pieces
    ]
    return {
        "record": explanation.record, "path": place.path, "line": place.line, "before": explanation.before,
        "marked": explanation.marked, "after": explanation.after, "pieces": pieces, "unsure": explanation.unsure,
    }  # fmt: skip


def laid(done: Laid) -> dict[str, Any]:
    """Give which files `init` made, and which were there."""
    return {"folder": str(done.folder), "made": [str(n) for n in done.made], "kept": [str(n) for n in done.kept]}


def brought(done: Brought) -> dict[str, Any]:
    """Give where `new` put the article."""
    return {"seed": str(done.seed), "target": str(done.target), "counts": counts([done.article])}


def migrated(lifted: Sequence[Lifted], files: int) -> dict[str, Any]:
    """Give which content files `migrate` lifted, and how many there are."""
    return {"lifted": [{"path": str(one.path), "had": one.had} for one in lifted], "files": files}


def _reading(reading: Reading | ReadNote) -> dict[str, str]:
    return {"seed": str(reading.seed), "target": str(reading.target), "outcome": reading.outcome}
