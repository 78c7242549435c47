"""Headings and numbered points that have run into the paragraph above them come out again, in texts of every kind."""

import random
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

import pytest

from roundtable_site.parsing.layout import unfold
from roundtable_site.parsing.layout.splitting import point_at
from roundtable_site.parsing.source import source_from
from roundtable_site.parsing.structure import outline
from support import REPOSITORY

CLEAN = REPOSITORY / "tests" / "articles" / "clean"
SHARED = REPOSITORY.parent / "shared" / "articles"
DAMAGED = ("daibiao-weiyuan.damaged", "lutianming-qa")  # their own lines break off
TEXTS = [*sorted(CLEAN.glob("*.txt")), *(p for p in sorted(SHARED.glob("*.txt")) if p.stem not in DAMAGED)]
FURNITURE = ["第6版", "责任编辑：何为 校对：方圆", "扫码看视频"]


class Reading(NamedTuple):
    """What is read of a text: its paragraphs and its headings."""

    paragraphs: list[str]
    headings: list[str]


class Glued(NamedTuple):
    """A text, as lines, with the number of one that belongs on a line of its own."""

    name: str
    lines: tuple[str, ...]
    place: int
    whole: Reading

    def damaged(self) -> list[str]:
        """Give the lines with that one glued to the line above it."""
        lines, place = self.lines, self.place
        return [*lines[: place - 1], lines[place - 1] + lines[place], *lines[place + 1 :]]


def read(lines) -> Reading:
    frame = outline(unfold(source_from("\n\n".join(lines).encode(), "a.txt")))
    spoken = [*frame.standfirst, *(p for section in frame.sections for p in section.paragraphs)]
    return Reading([p.text for p in spoken], [section.heading for section in frame.sections if section.heading])


def cases() -> list[Glued]:
    """Give every heading below a paragraph, and every point below one that is no heading, in all texts."""
    found = []
    for path in TEXTS:
        lines = tuple(line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip())
        whole = read(lines)
        series = Counter(point[0] for text in whole.paragraphs if (point := point_at(text)))
        for place, (above, line) in enumerate(pairwise(lines), start=1):
            point = point_at(line) if line in whole.paragraphs else None
            is_point = point is not None and series[point[0]] > 1
            if above in whole.paragraphs and (line in whole.headings or is_point):
                found.append(Glued(path.stem, lines, place, whole))
    return found


CASES = cases()


def share(outcomes: list[bool]) -> float:
    return sum(outcomes) / len(outcomes)


def test_glued_headings_and_points_come_back_in_at_least_95_of_100():
    lost = [(case.name, case.lines[case.place]) for case in CASES if read(case.damaged()) != case.whole]
    assert len(CASES) >= 36
    assert share([(case.name, case.lines[case.place]) not in lost for case in CASES]) >= 0.95, lost


def cut_elsewhere(chance: random.Random, case: Glued) -> list[str]:
    """Glue, and let a column break with a line of furniture cut a sentence well within another paragraph."""
    lines = case.damaged()
    spots = [
        (at, offset)
        for at, line in enumerate(lines)
        if line in case.whole.paragraphs and at + 2 not in (case.place, case.place + 1)
        for offset in range(30, len(line) - 10)
        if line[offset - 1].isalnum() and line[offset].isalnum()
    ]
    if not spots:
        return lines
    at, offset = chance.choice(spots)
    text = lines[at]
    return [*lines[:at], text[:offset], chance.choice(FURNITURE), text[offset:], *lines[at + 1 :]]


def test_they_come_back_beside_columns_that_break_off():
    chance = random.Random(1)
    outcomes = [read(cut_elsewhere(chance, case)) == case.whole for case in chance.choices(CASES, k=800)]
    assert share(outcomes) >= 0.95


@pytest.mark.parametrize("path", sorted(CLEAN.glob("*.txt")), ids=lambda path: path.stem)
def test_a_clean_text_has_the_headings_that_stand_alone_in_it(path):
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    whole = read(lines)
    assert set(whole.paragraphs) | set(whole.headings) <= {line.partition("：")[2] or line for line in lines} | set(
        lines
    )
    assert len(whole.headings) >= 3
