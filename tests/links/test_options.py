"""What can be told to the check, by its function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from roundtable_site.errors import RoundtableError
from roundtable_site.links import External, Report, check

Checker = Callable[..., Report]
Lay = Callable[[Mapping[str, str | bytes]], Path]
SITE = {"index.html": '<a href="gone.html"></a><a href="old/a.html">', "old/a.html": '<a href="gone.html">'}


def test_links_can_be_left_out_by_a_pattern_and_are_counted(checked: Checker) -> None:
    report = checked(SITE, ignore=["^gone"])
    assert (report.findings, report.counts.ignored) == ((), 2)


def test_files_can_be_left_out_of_the_site(checked: Checker) -> None:
    report = checked(SITE, exclude=["old/*"])
    assert [finding.message for finding in report.findings] == ["gone.html → no such file", "old/a.html → no such file"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"base_url": "example.org"}, "example.org: is no base address: write it like https://example.org/news/"),
        ({"ignore": ["("]}, "(: is no regular expression: missing ), unterminated subpattern at position 0"),
        ({"external": External(allow=("[",))}, "[: is no regular expression: unterminated character set at position 0"),
    ],
)
def test_options_that_cannot_be_used_are_refused(lay: Lay, options: dict[str, object], message: str) -> None:
    with pytest.raises(RoundtableError) as raised:
        check(lay(SITE), **options)  # type: ignore[arg-type]
    assert str(raised.value) == message


def test_progress_is_told(checked: Checker) -> None:
    told: list[tuple[str, int]] = []

    def over(what: str, items: Sequence[int]) -> Iterator[int]:
        for done, item in enumerate(items, 1):
            yield item
            told.append((what, done))

    checked(SITE, progress=over)
    assert told == [("checking links", 1), ("checking links", 2)]
