"""Findings about what papers check hardest: the names of guests and their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.checking.likeness import differing, one_off, swapped
from roundtable_site.ids.sounds import sound_alike
from roundtable_site.model import Guest, LayoutItem, Paragraph

_HAN = "\u3400-\u9fff"
_NAME = re.compile(rf"[{_HAN}]{{2,4}}")
# What stands behind the name of somebody who is quoted.
_SAYS = re.compile(r"(?:说|表示|介绍|认为|指出|告诉|坦言|强调|谈|透露|称|补充|建议|回答|回忆|：)")


def check_names(galley: Galley) -> Iterator[Finding]:
    """Yield names and posts that differ from the source or from one another by one character."""
    guests = galley.article.guests
    if galley.source is not None:
        whole = "".join("".join(line.split()) for line in galley.source)
        for guest in guests:
            yield from _printed_otherwise(guest, whole)
    yield from _twins(guests)
    known = {guest.name for guest in guests} | {*galley.article.reporters, *galley.article.photographers}
    for guest in guests:
        if _NAME.fullmatch(guest.name) and not guest.unsure:
            yield from _misprinted(guest, known, galley)


def _printed_otherwise(guest: Guest, whole: str) -> Iterator[Finding]:
    """Yield a name or post that the source does not print, where it prints one like it."""
    if _bare(guest.name) not in whole and (printed := _name_like(_bare(guest.name), whole)):
        yield Finding("name-differs", guest, facts(name=guest.name, printed=printed), "name", guest.name, guest.name)
    for title in guest.titles:
        bare = _bare(title)
        if len(bare) > 2 and bare not in whole and (printed := one_off(bare, whole)):
            given = facts(title=title, name=guest.name, printed=printed)
            yield Finding("title-differs", guest, given, "titles", title, title)


def _name_like(name: str, whole: str) -> str | None:
    """Give the name in the source that is most like one: neighbours changed, or one character another.

    A name of two characters is like too many words: its other must sound alike or be quoted.
    """
    for other in swapped(name):
        if len(name) > 2 and other in whole:
            return other
    found = []
    for at in range(len(name)):
        pattern = re.compile(f"{re.escape(name[:at])}[{_HAN}]{re.escape(name[at + 1 :])}")
        for match in pattern.finditer(whole):
            alike = sound_alike(match[0][at], name[at])
            quoted = _SAYS.match(whole, match.end()) is not None
            if len(name) > 2 or alike or quoted:
                found.append((alike, quoted, match[0]))
    return max(found)[2] if found else None


def _twins(guests: tuple[Guest, ...]) -> Iterator[Finding]:
    """Yield a guest whose name is another's but for one character, and who has no post of their own."""
    for one, other in combinations(guests, 2):
        at = differing(one.name, other.name)
        if at is None and other.name not in swapped(one.name):
            continue
        alike = at is None or sound_alike(one.name[at], other.name[at])
        both = bool(one.titles and other.titles)
        if (both and _share_a_post(one, other)) or (not both and (alike or one.titles or other.titles)):
            doubtful, sure = (one, other) if other.titles and not one.titles else (other, one)
            given = facts(printed=doubtful.name, name=sure.name)
            yield Finding("name-misprinted", doubtful, given, "name", doubtful.name, doubtful.name, (sure,))


def _share_a_post(one: Guest, other: Guest) -> bool:
    """Tell whether a post of one may be a post of the other, said shorter."""
    return any(a.endswith(b) or b.endswith(a) for a in one.titles for b in other.titles)


def _misprinted(guest: Guest, known: set[str], galley: Galley) -> Iterator[Finding]:
    """Yield where the text prints a name that is a guest's but for one character."""
    name, seen = guest.name, set[str]()
    pattern = re.compile("|".join(f"{name[:at]}[{_HAN}]{name[at + 1 :]}" for at in range(len(name))))
    posts = tuple({title[-2:] for title in guest.titles if len(title) > 1})
    records: list[Paragraph | LayoutItem] = [*galley.article.layout, *galley.paragraphs.values()]
    for record in records:
        # Most texts have nothing like the name: what a slip leaves of it is looked for first.
        rest = record.text.replace(name, "\n")
        if not any(character in rest for character in name) or not pattern.search(rest):
            continue
        for match in pattern.finditer(record.text):
            at = differing(match[0], name)
            if at is None or match[0] in known or match[0] in seen:
                continue
            called = record.text[: match.start()].endswith(posts) if posts else False
            quoted = _SAYS.match(record.text, match.end()) is not None
            alike = sound_alike(match[0][at], name[at])
            if (alike and (len(name) > 2 or called or quoted)) or (called and (quoted or len(name) > 2)):
                seen.add(match[0])
                given = facts(printed=match[0], name=name)
                yield Finding("name-misprinted", record, given, mark=match[0], sentence=record.text, others=(guest,))


def _bare(text: str) -> str:
    return "".join(text.split())
