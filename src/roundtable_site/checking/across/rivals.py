"""What one article says otherwise than those before it: values, posts, names."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from roundtable_site.checking.across.facts import ArticleFacts, FigureFact, GuestFact
from roundtable_site.checking.across.index import Index, before
from roundtable_site.checking.catalogue import rule_named
from roundtable_site.checking.finding import facts
from roundtable_site.checking.likeness import differing, swapped
from roundtable_site.errors import Location, Problem

_LEAST_POSTS = 5
"""Letters of posts that tell a person: 区长 alone tells nobody."""
ACROSS_RULES = frozenset({"value-varies", "guest-title-varies", "guest-name-varies"})


class AcrossFinding(Struct, frozen=True):
    """A finding across articles; `slug` is the article's, `reason` the editor's where it was accepted, else None."""

    slug: str
    problem: Problem
    reason: str | None


def rivals(article: ArticleFacts, index: Index) -> Iterator[AcrossFinding]:
    """Yield where an article contradicts what stands before it, in itself or in an older article of the index.

    Articles are in the order of their dates, then of their slugs; each contradiction is told once, at its later place.
    """
    for fact in article.figures:
        yield from _value(article.slug, fact, index)
    for guest in article.guests:
        yield from _titles(article.slug, guest, index)
        yield from _name(article.slug, guest, index)


def _value(slug: str, fact: FigureFact, index: Index) -> Iterator[AcrossFinding]:
    """Compare with the oldest figure of the same thing; what stood in between is told where it stands."""
    first_slug, first = index.oldest(fact.key)
    if (first_slug, first.record) == (slug, fact.record) or (first.low <= fact.high and fact.low <= first.high):
        return
    place = first.record if first_slug == slug else f"{first_slug} {first.record}"
    given = facts(
        name=fact.name, district=fact.district, period=fact.period, figure=fact.figure, other=first.figure, place=place
    )
    yield _found("value-varies", slug, fact.place, given, fact.sentence, fact.record, fact.accepted)


def _titles(slug: str, guest: GuestFact, index: Index) -> Iterator[AcrossFinding]:
    """Compare with the nearest article before: posts change, and each change is told once."""
    earlier = before(slug, index.guests(guest=guest.guest))
    named = [(s, other) for s, other in earlier if other.name == guest.name and other.titles]
    if not named or not guest.titles:
        return
    other_slug, other = named[-1]
    if set(other.posts.split("、")) != set(guest.posts.split("、")):
        given = facts(name=guest.name, titles=guest.posts, other=other.posts, place=other_slug)
        yield _of_guest("guest-title-varies", slug, guest, given)


def _name(slug: str, guest: GuestFact, index: Index) -> Iterator[AcrossFinding]:
    """Compare with those of the same id (one address is one person), and with those of the very same posts.

    Two names of one post are a change of persons, unless they differ by one character only.
    """
    for other_slug, other in before(slug, index.guests(guest=guest.guest)):
        if other.name != guest.name:
            given = facts(name=guest.name, other=other.name, place=other_slug, why=guest.guest)
            yield _of_guest("guest-name-varies", slug, guest, given)
            return
    if len(guest.posts) < _LEAST_POSTS:
        return
    swaps = tuple(swapped(guest.name))
    for other_slug, other in before(slug, index.guests(posts=guest.posts)):
        if differing(other.name, guest.name) is not None or other.name in swaps:
            given = facts(name=guest.name, other=other.name, place=other_slug, why=guest.posts)
            yield _of_guest("guest-name-varies", slug, guest, given)
            return


def _of_guest(rule: str, slug: str, guest: GuestFact, given: tuple[tuple[str, str], ...]) -> AcrossFinding:
    return _found(rule, slug, guest.place, given, guest.name, guest.guest, dict(guest.accepted).get(rule))


def _found(
    rule: str,
    slug: str,
    place: Location,
    given: tuple[tuple[str, str], ...],
    sentence: str,
    record: str,
    reason: str | None,
) -> AcrossFinding:
    words = rule_named(rule)
    message = words.english.format(**dict(given))
    return AcrossFinding(slug, Problem(place, message, words.severity, rule, sentence, record, given), reason)
