"""Checks across articles, from small facts of each: never more than one article needs to be in memory.

`facts_of` takes from an article what others may contradict. An `Index` holds the facts of all; `rivals` is a function
of the facts of one article and the index, so that a build which reads one changed article asks about that one alone.
"""

from __future__ import annotations

from roundtable_site.checking.across.facts import ArticleFacts, facts_of
from roundtable_site.checking.across.index import Index
from roundtable_site.checking.across.rivals import ACROSS_RULES, AcrossFinding, rivals

__all__ = ["ACROSS_RULES", "AcrossFinding", "ArticleFacts", "Index", "facts_of", "rivals"]
