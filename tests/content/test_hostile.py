"""A content file comes from outside: whatever it holds, reading ends in an article or in problems."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content_sample import SMALL
from roundtable_site import content
from roundtable_site.errors import RoundtableError

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "a: &a [*a]\n",
        "!!python/object/apply:os.system ['true']\n",
        "? [a, b]\n: c\n",
        "format: 1\n<<: {a: b}\n",
        "[" * 5000,
        "{a: " * 5000,
        "- " * 5000 + "a",
        "? " * 5000 + "a",
        "%YAML 1.1\n---\nformat: 1\n",
        "\ufeffformat: 1\n",
        "format: 1\r\nsource: x\r\n",
        "quotes: " + "9" * 100_000,
        'a: "\\ud800"\n',
        "format: 1\nformat: 1\n",
        "null",
        "'",
    ],
)
def test_an_attack_ends_in_problems(text: str) -> None:
    with pytest.raises(RoundtableError):
        content.load_text(text, "content/a.yml")


def test_of_countless_problems_a_thousand_are_named() -> None:
    with pytest.raises(RoundtableError) as caught:
        content.load_text(SMALL.replace("quotes:", "quotes:\n" + "  - {id: x, speaker: y}\n" * 3000), "content/a.yml")
    assert len(caught.value.problems) == 1000


LINES = SMALL.splitlines(keepends=True)
SCRAPS = [
    "null",
    "[]",
    "{}",
    "- a",
    "[1, 2, 3]",
    "true",
    "-1",
    "1e400",
    "'x",
    "{a: b}",
    "\t",
    "!x",
    "*x",
    "s1p1",
    "../x",
    "…",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(["drop", "double", "value", "indent"])), max_size=4
    ),
    st.sampled_from(SCRAPS),
)
def test_a_file_damaged_anyhow_is_read_or_refused(changes: list[tuple[int, str]], scrap: str) -> None:
    lines = list(LINES)
    for at, change in changes:
        if change == "value":
            lines[at] = re.sub(r": .*", lambda _: f": {scrap}", lines[at])
        else:
            lines[at] = {"drop": "", "double": lines[at] * 2, "indent": "  " + lines[at]}[change]
    try:
        content.load_text("".join(lines), "content/a.yml")
    except RoundtableError as error:
        assert all(problem.location.line or "lacks" in problem.message for problem in error.problems)  # noqa: PT017


@settings(max_examples=150, deadline=None)
@given(st.text() | st.binary().map(lambda data: data.decode("utf-8", "replace")))
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(RoundtableError):
        content.load_text(text, "content/a.yml")
