"""Checks across articles, from small facts of each: never more than one article needs to be in memory.

`facts_of` takes from an article what others may contradict, `terms_of` the digests of that. An `Index` holds the terms
of all; `rivals` is a function of the facts of one article and the index. What it finds is what it found before where
`Index.rivals_key` is what it was: so a build which reads one changed article asks about that one alone, and about those
that it bears on.
"""

from __future__ import annotations

from roundtable_site.checking.across.facts import ArticleFacts, facts_of
from roundtable_site.checking.across.index import Index, Terms, terms_of
from roundtable_site.checking.across.rivals import ACROSS_RULES, AcrossFinding, rivals

__all__ = ["ACROSS_RULES", "AcrossFinding", "ArticleFacts", "Index", "Terms", "facts_of", "rivals", "terms_of"]
