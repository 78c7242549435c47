"""From the watched calls of one reading to the pieces of one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from roundtable_site.parsing.explain.trace import Call

Carries = Callable[[Any], bool]

# The rule that gives each piece of an indicator; which of the rules that it asks decided is found in the tree of calls.
NAMING = "Naming.name"
ADMISSION = "admit"
PERIOD = "PeriodFinder.holding"
MEASURE = "measure_of"
SPEAKER = "Speakers.at"
DISTRICT = "Scopes.home"
INDICATOR = "ParagraphReader._indicator"
# … and of a quotation: what was found, whom its verb names, what is speech in its sentence.
FOUND = ("Narrator._item", "read_answer")
NAMED = "Narrator._speaker"
ATTRIBUTION = "_attribution"
SPEECH = ("_direct", "_reported")


def named(root: Call, *names: str) -> Iterator[Call]:
    """Yield the calls of rules by name, in the order in which they were begun."""
    return (call for call in root.all() if call.name in names)


def last_before(root: Call, name: str, until: Call, fits: Callable[[Call], bool]) -> Call | None:
    """Give the last call of a rule that was begun before or within another and fits."""
    found = None
    within = {id(call) for call in until.all()}
    reached = False
    for call in root.all():
        reached = reached or call is until
        if reached and id(call) not in within:
            break
        if call.name == name and fits(call):
            found = call
    return found


def chain(call: Call, carries: Carries) -> list[Call]:
    """Follow a result down to the rule that made it: the last one asked, each time, that gave it."""
    found = [call]
    while True:
        below = (each for each in reversed(found[-1].calls) if carries(each.result) and _is_rule(each, carries))
        following = next(below, None)
        if following is None:
            return found
        found.append(following)


def rule_of(call: Call, carries: Carries = lambda _: False) -> str:
    """Say which rule decided: the way to it by the names of the rules, and what the last of them says of itself."""
    rules = chain(call, carries)
    room = call.module.removeprefix("roundtable_site.parsing.")
    way = " → ".join(rule.name.rpartition(".")[2] for rule in rules)
    says = next((rule.says for rule in reversed(rules) if rule.says), call.module_says)
    return f"{room}: {way}: {says}"


def _is_rule(call: Call, carries: Carries) -> bool:
    """Tell a rule from Python's own frames, and from a plain function that gives back what it was given."""
    if call.name.endswith((">", "__init__", "__post_init__")):
        return False
    return "." in call.name or not any(carries(value) for value in call.given.values())
