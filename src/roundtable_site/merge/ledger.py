"""What the parser wrote last, and the ids that may never be given again (`content/.parsed/<slug>.yml`)."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site import content
from roundtable_site.errors import RoundtableError
from roundtable_site.model import Article

_SPENT = "\n# ids given before, never given again: "


def body_of(remembered: str) -> str:
    """Give the parser's last version out of what is remembered."""
    return remembered.partition(_SPENT)[0]


class Ledger(Struct, frozen=True):
    """The parser's last version as text and as an article (None where nothing is remembered), and the spent ids."""

    body: str
    article: Article | None
    spent: frozenset[str] = frozenset()

    @classmethod
    def read(cls, text: str | None, path: Path | str) -> Ledger:
        """Read what was remembered; one that cannot be read counts as missing."""
        if text is None:
            return cls("", None)
        body, _, spent = text.partition(_SPENT)
        try:
            return cls(body, content.load_text(body, path), frozenset(spent.split()))
        except RoundtableError:
            return cls("", None)

    def text(self) -> str:
        """Give the text to remember."""
        return self.body + (f"{_SPENT}{' '.join(sorted(self.spent))}\n" if self.spent else "")

    def with_article(self, article: Article) -> Ledger:
        """Remember another version of the same reading."""
        return replace(self, body=content.dump(article), article=article)

    def as_first_base(self, stands: Article) -> Ledger:
        """Give the base where none is remembered: today's reading, so that every difference is the editor's.

        Only the source's name and sum are facts that no editor edits.
        """
        assert self.article is not None
        facts = {name: getattr(stands.source, name) for name in ("file", "sha256", "encoding")}
        return self.with_article(replace(self.article, source=replace(self.article.source, **facts)))
