"""Every finding and every doubt of the parser can be told in English and in Chinese."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import roundtable_site
from roundtable_site.checking.catalogue import RULES, doubt_in, language_for, said
from roundtable_site.checking.catalogue.doubts import DOUBTS
from roundtable_site.errors import Location, Problem
from support import REPOSITORY

HAN = re.compile(r"[\u4e00-\u9fff]")
PARSING = Path(roundtable_site.__file__).parent / "parsing"


def facts_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_is_told_in_both_languages_with_the_same_facts(rule):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert HAN.search(rule.chinese)
    assert HAN.search(rule.title_chinese)
    assert not HAN.search(rule.english + rule.title)
    assert facts_in(rule.chinese) <= facts_in(rule.english)
    # What Chinese leaves out are English words.
    assert facts_in(rule.english) - facts_in(rule.chinese) <= {"what", "place"}


def test_no_two_rules_have_one_name():
    texts = [p.read_text(encoding="utf-8") for p in (PARSING.parent / "checking" / "catalogue").glob("*_rules.py")]
    assert sum(len(re.findall(r"^    Rule\($", text, re.MULTILINE)) for text in texts) == len(RULES)


def doubts_of_the_parser() -> set[str]:
    """Every English phrase in the rules of reading that can stand in `unsure`."""
    found = set()
    for path in [*(PARSING / "indicators").glob("*.py"), *(PARSING / "quotes").glob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                phrase = node.value.strip()
                if re.fullmatch(r"[a-z][a-z' ]+", phrase) and phrase.count(" ") >= 2:
                    found.add(phrase)
    return found


def test_every_doubt_of_the_parser_has_a_translation():
    phrases = doubts_of_the_parser()
    assert len(phrases) > 15
    for phrase in phrases:
        assert any(phrase in doubt for doubt in DOUBTS), phrase


def test_every_doubt_is_chinese_in_chinese():
    for doubt in DOUBTS:
        assert not re.search("[a-z]", doubt_in(doubt.replace("{}", "青江"), "zh")), doubt


def test_what_an_editor_wrote_as_a_doubt_stays_as_it_is():
    assert doubt_in("口径待核", "zh") == "口径待核"


def test_a_finding_is_told_in_the_language_asked_for():
    facts = (("what", "figure"), ("record", "s1i1"), ("reason", "no place is named; 青江 is named beside it"))
    problem = Problem(Location("a.yml", 1), "…", "note", "unsure", facts=facts)
    assert said(problem, "zh") == (
        "s1i1 把握不大（没有写明地区或单位；旁边还写到青江）：请对照原文，核对无误后删去 unsure:"
    )
    assert said(Problem(Location("a.yml", 1), "broken YAML"), "zh") == "broken YAML"


@pytest.mark.parametrize(
    ("option", "setting", "environment", "language"),
    [
        (None, None, {}, "en"),
        (None, None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, None, {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        (None, None, {"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"}, "zh"),
        (None, "en", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("zh", "en", {}, "zh"),
    ],
)
def test_the_language_is_the_options_then_the_settings_then_the_locales(option, setting, environment, language):
    assert language_for(option, setting, environment) == language


def test_every_rule_is_documented_with_how_grave_it_is_and_nothing_else_is():
    text = (REPOSITORY / "docs" / "checks.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^### `([a-z0-9-]+)`\n(Error|Warning|Note)\b", text, re.MULTILINE))
    assert told == {rule.name: rule.severity.capitalize() for rule in RULES.values()}
