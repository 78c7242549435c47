"""Tell headings from sentences that a column break has cut: both have no closing mark."""

from __future__ import annotations

import re
from typing import NamedTuple

from roundtable_site.parsing.layout.facts import Facts
from roundtable_site.parsing.layout.forms import (
    LONG,
    MAX_HEADING,
    UNEVEN,
    balanced,
    comma_points,
    dangles,
    has_heading_form,
    in_halves,
    in_sentences,
    is_marked_heading,
    is_numbered,
    looks_like_heading,
)
from roundtable_site.parsing.layout.seams import (
    closes_quotation,
    cuts_a_word,
    ends,
    goes_on,
    opens_adverbially,
    opens_fresh,
    opens_sentence,
    opens_with_cue,
    opens_within,
)
from roundtable_site.parsing.layout.wording import (
    asks_across,
    bids,
    counts,
    is_whole,
    joins_person,
    opens_with_body,
    opens_with_person,
    sentence_points,
)

_ENOUGH = 3  # points that make a heading
_NEVER = -9
_BRIEF = 8  # characters
_SHORTEST = 3
_ASKS = re.compile(r"[？?！!][”’」』）)]*$")


class Place(NamedTuple):
    """Where a text without a closing mark stands."""

    alone: bool  # on a line of its own below a finished paragraph
    opening: bool = False  # the first line of all: the headline is expected there
    below_title: bool = False  # straight below the headline, where a subtitle may stand
    after_speech: bool = False  # right behind a closing quotation mark: an attribution may begin
    interrupted: bool = False  # a caption or a wide gap stands between it and the next line
    before: int = 0  # characters of the finished sentences before it
    below: int = 0  # characters of the next line; 0 where none is
    before_mark: bool = False  # the next line is a label, a byline, a guest line: no sentence goes on there


def asks_as_heading(text: str, facts: Facts, *, opening: bool = False) -> bool:
    """Tell whether a line that ends in a question or exclamation mark is a heading and no short paragraph.

    The first line of all is the headline; below it, such a line is about as long as the other headings.
    """
    if "。" in text or not balanced(text):
        return False
    if opening and in_sentences(text) and not ends(text):  # 甲来了！今天的会值得一看
        return len(text) <= MAX_HEADING and not dangles(text)
    if not _ASKS.search(text):
        return False
    if opening:
        return len(text) <= MAX_HEADING + 15
    return 6 <= len(text) <= LONG and not in_sentences(text) and facts.is_usual(len(text), spread=4, least=1)


def is_heading(text: str, following: str, facts: Facts, place: Place) -> bool:
    """Tell whether `text`, which has no closing mark, is a heading before `following` and not a cut sentence."""
    return is_marked_heading(text) or heading_points(text, following, facts, place) >= _ENOUGH


def heading_points(text: str, following: str, facts: Facts, place: Place) -> int:
    """Weigh a text that may be a heading; `is_heading` says how much is enough."""
    if not looks_like_heading(text) or (following and (goes_on(following) or closes_quotation(following))):
        return _NEVER
    return _form_points(text, facts, place) + _seam_points(text, following, facts, place)


def _form_points(text: str, facts: Facts, place: Place) -> int:
    """Weigh the text itself."""
    points = 2 * place.alone + 2 * place.opening - (not place.alone)
    points += 3 if in_halves(text) else 0
    points += (3 if place.alone else 4) if is_numbered(text) else 0
    points += 1 if (1 if place.alone else 4) <= len(text) <= LONG else 0
    points += place.alone and len(text) <= _BRIEF  # no column breaks off so soon
    commas = comma_points(text, alone=place.alone)
    points += commas
    if place.alone:
        points += 2 * (commas == UNEVEN and facts.is_usual(len(text)))
        points += 2 * (commas >= 0 and facts.is_paired(text))
    points += (
        0 if place.alone else _glued_points(text, commas, facts) + facts.stretch(place.before, len(text), place.below)
    )
    points -= 0 if place.alone or facts.has_headings() else 1
    points -= 1 if len(text) > LONG and not has_heading_form(text) else 0
    points -= 3 if opens_adverbially(text) else 0
    points -= sentence_points(text, alone=place.alone)
    return points - (2 if opens_sentence(text) else 0)


def _glued_points(text: str, commas: int, facts: Facts) -> int:
    """Weigh what a heading behind a finished sentence tells: that it is a whole, and one of several of a kind."""
    points = 2 * is_whole(text) + bids(text)
    points += 2 * (commas == 1 and facts.is_paired(text, least=2))
    points += facts.is_plain_kin(text)
    points += len(text) >= 5 and facts.is_plain_kin(text, spread=1)
    return points + 2 * (len(text) <= _SHORTEST and facts.is_plain_kin(text, spread=0))


def _seam_points(text: str, following: str, facts: Facts, place: Place) -> int:
    """Weigh what stands below."""
    if place.before_mark:
        return 3
    fresh = opens_fresh(following)
    points = fresh + (1 if fresh and place.below_title else 0)
    if not place.alone and not fresh:
        points += opens_with_person(following) - 2 * opens_with_body(following)
    points -= 2 if opens_within(following) or counts(following) else 0
    points -= 4 if joins_person(text, following) or asks_across(text, following) else 0
    points -= 4 if cuts_a_word(text, following) else _cohesion(text, following, facts)
    points -= 5 if place.after_speech and opens_with_cue(following) else 0
    return points - (2 if place.interrupted and not place.alone else 0)


def _cohesion(text: str, following: str, facts: Facts) -> int:
    """Give points against a seam whose two sides stand together elsewhere in the document: 推|动."""
    if not text or not following:
        return 0
    count = facts.together(text[-1], following[0])
    return 3 if count >= 3 else 2 if count else 0
