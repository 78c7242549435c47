"""The page that an article opens with: what it is about, who speaks, what is said most tellingly."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from msgspec.structs import replace

from roundtable_site.model import Keyword
from roundtable_site.site import selection
from roundtable_site.site.charts import Chart, charts
from roundtable_site.site.entries import Claim, Piece
from roundtable_site.site.pages import ArticlePage
from roundtable_site.site.voices import Voice, voices


class OverviewPage(ArticlePage, frozen=True, kw_only=True, dict=True):
    """The overview of an article."""

    template: ClassVar[str] = "article.html"
    own_title: ClassVar[bool] = True
    MOST_KEYWORDS: ClassVar[int] = 12

    @property
    def lead(self) -> tuple[Piece, ...]:
        """What the overview opens with: the standfirst, or the first paragraph of an article that has no guests."""
        if self.dossier.article.standfirst:
            return self.dossier.pieces[:1]
        first = next((piece for piece in self.dossier.pieces if piece.paragraphs), None)
        if first is None or self.dossier.speakers:
            return ()
        return (replace(first, paragraphs=first.paragraphs[:1]),)

    @cached_property
    def key_claims(self) -> tuple[Claim, ...]:
        """The figures shown large."""
        return selection.key_claims(self.dossier)

    @property
    def key_of_guests(self) -> bool:
        """Whether the figures shown large are those of guests."""
        return any(claim.speaker for claim in self.key_claims)

    @property
    def sentences(self) -> int:
        """How many sentences the article has."""
        return sum(len(cuts) for cuts in self.dossier.sentences.values())

    @property
    def drawn(self) -> tuple[Chart, ...]:
        """The charts that tell most."""
        return selection.telling_charts(charts(self.dossier.claims))

    @property
    def voices(self) -> tuple[Voice, ...]:
        """How much of the text is whose."""
        return voices(self.dossier)

    @property
    def keywords(self) -> tuple[Keyword, ...]:
        """The article's best keywords; all of them, with where each stands, are on the keywords page."""
        return self.dossier.article.keywords.article[: self.MOST_KEYWORDS]
