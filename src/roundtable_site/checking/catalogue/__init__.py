"""The words in which findings are told: one catalogue, English and Chinese side by side."""

from __future__ import annotations

from roundtable_site.checking.catalogue.doubts import doubt_in
from roundtable_site.checking.catalogue.languages import LANGUAGES, Language, language_for
from roundtable_site.checking.catalogue.rules import RULES, Rule, rule_named, said

__all__ = ["LANGUAGES", "RULES", "Language", "Rule", "doubt_in", "language_for", "rule_named", "said"]
