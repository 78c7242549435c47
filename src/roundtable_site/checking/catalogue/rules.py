"""Every rule by its name, and what a finding says in a language."""

from __future__ import annotations

from roundtable_site.checking.catalogue.across_rules import ACROSS
from roundtable_site.checking.catalogue.arithmetic_rules import ARITHMETIC
from roundtable_site.checking.catalogue.doubts import doubt_in
from roundtable_site.checking.catalogue.languages import Language
from roundtable_site.checking.catalogue.record_rules import RECORDS
from roundtable_site.checking.catalogue.rule import Rule
from roundtable_site.checking.catalogue.transcript_rules import TRANSCRIPT
from roundtable_site.errors import Problem

__all__ = ["RULES", "Rule", "rule_named", "said"]

RULES: dict[str, Rule] = {rule.name: rule for rule in (*TRANSCRIPT, *ARITHMETIC, *ACROSS, *RECORDS)}


def rule_named(name: str) -> Rule:
    """Give a rule by its name; a KeyError is our own slip."""
    return RULES[name]


def said(problem: Problem, language: Language) -> str:
    """Give a finding's message in a language; what is no finding of `checking` stays in English.

    >>> from roundtable_site.errors import Location
    >>> said(Problem(Location("content/a.yml", 3), "…", rule="unplaced", facts=(("text", "本版制图"),)), "zh")
    '“本版制图”未归类：请移入内容文件的段落或 layout:'
    """
    rule = RULES.get(problem.rule)
    if rule is None or language == "en":
        return problem.message
    facts = {name: doubt_in(value, language) if name == "reason" else value for name, value in problem.facts}
    return rule.chinese.format(**facts)
