"""Who is named at the end of a stretch of text: a person, a pronoun, a role, somebody unnamed, a body, a document."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Literal, NamedTuple

from roundtable_site.parsing.lexicon.posts import (
    AFTER_NAME,
    COURTESY,
    DOCUMENTS,
    ELDERS,
    GROUPS,
    INDIVIDUALS,
    LEADERS,
    OFFICES,
)
from roundtable_site.parsing.lexicon.surnames import COMPOUND
from roundtable_site.parsing.lexicon.tables import alternatives
from roundtable_site.parsing.people.names import (
    SURNAMES,
    is_bare_name,
    is_foreign_name,
    is_listed_name,
    is_name,
    is_rare_name,
    is_unusual_name,
)
from roundtable_site.parsing.people.titles import OFFICE, Run, read_run, split_titles, title_start
from roundtable_site.parsing.quotes.marks import MASK

Kind = Literal["person", "surname", "pronoun", "role", "anonymous", "source"]


class Mention(NamedTuple):
    """Somebody named in running text: the words as printed, and for a person the titles beside the name."""

    kind: Kind
    text: str
    titles: tuple[str, ...] = ()
    start: int = 0
    weak: str | None = None  # why it may be wrong


_INDIVIDUAL = alternatives(INDIVIDUALS)
# How the longer forms end: most clauses end otherwise, and need no search.
_ENDS_PRONOUN = ("他", "她", "本人", "自己")
_ENDS_INDIVIDUAL = tuple(sorted(INDIVIDUALS))
_ENDS_OFFICIAL = ("负责人", "负责同志", "发言人", "工作人员")
_ENDS_SOURCE = (*sorted(GROUPS | DOCUMENTS), "》")
_ENDS_SURNAMED = tuple(sorted(AFTER_NAME | COURTESY | ELDERS))
_TITLES_BEHIND = tuple(sorted(AFTER_NAME | COURTESY, key=lambda title: (-len(title), title)))
_BRACKET = re.compile(r"[（(][^（）()]{1,30}[）)]$")
_STILL = re.compile(r"^(?:兼任?|现任?|时任|同时(?:任|担任|是)|系|为|亦为|也是)")
_IN_OFFICE = re.compile(rf"(?:{alternatives(OFFICES)})$")
# How somebody got the office that they are called by: 由副厂长升任厂长的王鼎.
_RELATIVE = re.compile(r"(?:升任|升为|出任|担任|现任|当选|获聘为|转任|接任|兼任|履新)(?P<title>[^，。；：的]{2,16})的$")
_PRONOUN = re.compile(r"(?:^|(?<=[，。；：！？、” ])|(?<=后)|(?<=时)|(?<=此)|(?<=来))(他|她)(?:本人|自己)?$")
# Somebody called by a nickname between marks: 这位“创二代”.
_DUBBED = re.compile(rf"(?:这位|那位|这名)[“「]{MASK}{{2,8}}[”」]$")
_ROLE = re.compile(rf"(?:该|这位|这名|那位|那名|上述|前述|此|该名|这个)(?:[^，。；：、的]{{0,8}}?)(?:{_INDIVIDUAL})$")
_ANONYMOUS = re.compile(
    rf"""
    (?:一家|有家|某家|另一家|还有一家)[^，。；：！？“”]{{1,24}}?(?:{_INDIVIDUAL})$     # 一家酒企的负责人
  | (?:[^，。；：！？“”]{{0,16}}(?:的|家|市|区|县|司|局|院|校|厂|店|行|团|村|镇|部|委))?   # 某公司的
    (?:一位|一名|有位|有名|某位|某名|另一位|另一名|另外一位|还有一位|其中一位|一个)
    [^，。；：！？“”]{{0,24}}?(?:{_INDIVIDUAL})$
    """,
    re.VERBOSE,
)
_SINGLING = ("一位", "一名", "有位", "另一", "一家", "有家", "某家", "还有一家")
_OFFICIAL = re.compile(r"[^，。；：！？“”]{0,24}?(?:相关|有关|主要)?(?:负责人|负责同志|发言人|工作人员)$")
_SURNAME = re.compile(rf"([\u4e00-\u9fff]{{1,2}}?)({alternatives(AFTER_NAME | COURTESY | ELDERS)})$")
_NICKNAME = re.compile(r"(?:老|小|阿|大)([\u4e00-\u9fff])$")
_SOURCE = re.compile(rf"[\u4e00-\u9fffA-Za-z0-9《》（）、和与及]{{0,22}}?(?:{alternatives(GROUPS | DOCUMENTS)}|》)$")
_NO_SOURCE = re.compile(
    r"^[我你您咱]|[跟向对给为让和与](?:大家|他们|她们|人们|众人)$|[了着过将把被是]|(?:就|才|也|都|会|能|让|使)$"
)


def mention_at_end(left: str, known: Container[str]) -> Mention | None:
    """Read whom a clause names at its very end; `known` are the names met so far.

    >>> mention_at_end("清江市商务局局长何一平", ()).titles
    ('清江市商务局局长',)
    >>> mention_at_end("他", ()).kind, mention_at_end("一位工作人员", ()).kind
    ('pronoun', 'anonymous')
    """
    bare = left.rstrip(" \u3000")
    if bare.endswith(("）", ")")) and (bracket := _BRACKET.search(bare)):
        mention = mention_at_end(bare[: bracket.start()], known)
        return _with_more(mention, bracket[0][1:-1])
    if not bare:
        return None
    if found := _pronoun(bare) or _role(bare):
        return found
    run = read_run(bare, known)
    if found := _known(bare, run, known) or _anonymous(bare) or _titled(bare, run):
        return found
    begin = title_start(bare)
    return _by_surname(bare, begin) or _bare(bare, begin) or _source(bare, begin)


def _with_more(mention: Mention | None, told: str) -> Mention | None:
    """Add the titles that stand in brackets behind a name (王鼎（某大学教授））."""
    more = _STILL.sub("", told)
    if mention is None or mention.kind != "person" or not OFFICE.search(more, max(0, len(more) - 6)):
        return mention
    titles = split_titles(more)
    return mention._replace(titles=(*mention.titles, *titles)) if _IN_OFFICE.search(more) else mention


def _pronoun(bare: str) -> Mention | None:
    match = _PRONOUN.search(bare) if bare.endswith(_ENDS_PRONOUN) else None
    return Mention("pronoun", match[1], start=match.start(1)) if match else None


def _role(bare: str) -> Mention | None:
    match = _ROLE.search(bare) if bare.endswith(_ENDS_INDIVIDUAL) else _DUBBED.search(bare)
    return Mention("role", match[0], start=match.start()) if match else None


def _known(bare: str, run: Run | None, known: Container[str]) -> Mention | None:
    """Read a name met before, with the titles printed around it here."""
    if run is not None and run.name in known:
        return Mention("person", run.name, run.titles, run.title_start)
    for size in range(min(len(bare), 16), 1, -1):
        if bare[-size:] in known:
            return Mention("person", bare[-size:], start=len(bare) - size)
    return None


def _anonymous(bare: str) -> Mention | None:
    match = _ANONYMOUS.search(bare) if bare.endswith(_ENDS_INDIVIDUAL) else None
    if match is None and bare.endswith(_ENDS_OFFICIAL):
        match = _OFFICIAL.fullmatch(bare[title_start(bare) :])
    if match is None:
        return None
    printed = match[0]
    begin = title_start(printed) if not re.search("一位|一名|有位|某位|[一有某]家", printed[:4]) else 0
    begin = min((printed.find(sign) for sign in _SINGLING if sign in printed), default=begin)
    return Mention("anonymous", printed[begin:], start=len(bare) - len(printed) + begin)


def _titled(bare: str, run: Run | None) -> Mention | None:
    if run is None:
        return _name_before_title(bare) or _unusual_name(bare)
    return Mention("person", run.name, run.titles, run.title_start)


def _unusual_name(bare: str) -> Mention | None:
    """Read a name of another tongue that is written without dots (Japanese, Mongolian), behind a full title."""
    office = next(reversed(list(OFFICE.finditer(bare))), None)
    if office is None or not 3 <= len(bare) - office.end() <= 6:
        return None
    name = bare[office.end() :]
    if len(name) > 4 and is_bare_name(name[:3]):
        return None  # a name of three characters and what its bearer did
    run = read_run(bare, (name,)) if is_unusual_name(name) else None
    if run is None or len(run.titles[0]) < 2 or _name_before_title(bare[: office.end()]):
        return None  # 王某某委员接过话头: the name stands before the office
    return Mention("person", name, run.titles, run.title_start, "a name of an unusual form")


def _name_before_title(bare: str) -> Mention | None:
    """Read a name with nothing but a title after it (何一平代表)."""
    for title in _TITLES_BEHIND if bare.endswith(_TITLES_BEHIND) else ():
        if bare.endswith(title):
            name = bare[: -len(title)]
            begin = title_start(name)
            if not is_listed_name(name[begin:]):
                return None
            if title in LEADERS:
                return Mention("source", bare[begin:], start=begin)
            return Mention("person", name[begin:], () if title in COURTESY else (title,), begin)
    return None


def _by_surname(bare: str, begin: int) -> Mention | None:
    match = _SURNAME.search(bare, begin) if bare.endswith(_ENDS_SURNAMED) else None
    match = match or _NICKNAME.search(bare, max(begin, len(bare) - 2))
    if match is None or not (match[1] in SURNAMES or match[1] in COMPOUND) or match.start() - begin > 12:
        return None
    return Mention("surname", match[0], start=match.start())


def _bare(bare: str, begin: int) -> Mention | None:
    name = bare[begin:]
    told = _RELATIVE.search(bare, 0, begin) if begin and is_bare_name(name) else None
    if told and _IN_OFFICE.search(told["title"]):
        return Mention("person", name, split_titles(told["title"]), told.start("title"))
    if is_bare_name(name) or (len(name) >= 3 and is_foreign_name(name)):
        return Mention("person", name, start=begin, weak="a name without a title beside it")
    if is_rare_name(name):
        return Mention("person", name, start=begin, weak="a name with a rare surname and no title beside it")
    return None


def _source(bare: str, begin: int) -> Mention | None:
    if not bare.endswith(_ENDS_SOURCE):
        return None
    match = _SOURCE.fullmatch(bare, begin)
    if match is None or _NO_SOURCE.search(match[0]) or not 2 <= len(match[0]) <= 22 or is_name(match[0]):
        return None
    return Mention("source", match[0], start=begin)
