"""Learn from a whole article which places and firms it speaks of that no gazetteer knows, and what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from roundtable_site.parsing.indicators.topics import DATELINE
from roundtable_site.parsing.lexicon import places as words
from roundtable_site.parsing.places import gazetteer_name, most_named, named_in
from roundtable_site.parsing.wordlists import any_of

# A place stands at the head of a clause, a title or a dateline (某某县委书记, ／某某县报道), or behind a larger place.
_PLACE = re.compile(
    rf"""
    (?: ^ | (?<=[，。；：、\s“（(／/—省市年]) | {any_of(words.TAIWAN)} )
    (?P<name>(?!{any_of((*words.NO_PLACES, *words.NO_BODIES))})[\u4e00-\u9fff]{{2,4}}?{any_of(words.LOCAL_ENDS)})
    (?!{any_of(words.NOT_LOCAL)})
    """,
    re.VERBOSE,
)
# A firm is told by what only firms have (某某的主营业务, 某某年报).
_FIRM = re.compile(
    rf"""
    (?:^|(?<=[，。；：、“]))(?:但|而|此外|随后|其中|同时|不过)?
    (?P<name>(?!{any_of((*words.NO_BODIES, *words.KINDS))})[\u4e00-\u9fff]{{3,6}}?)
    (?:的)?{any_of(words.FIRMS_OWN)}
    """,
    re.VERBOSE,
)
_NO_PLACE = "[全我本各该这那某乡小园社景]|[省市县区州旗]委"
_ACTING = "促进|推进|推动|支持|来到|走进|位于|前往|建设|加快|服务|在|到|赴"
# No place: a word with a particle, or a market (钢市, 楼市).
_PARTICLES = re.compile(
    "[的了在是与和从就对为被把将及或有这那其各每我本该]|[钢股楼车债汇菜鱼花煤油房铜超城门夜集上]市$"
    "|[乡农新城山全]村$|^(?:破解|推动|服务|振兴|走进|助力|聚焦|赋能|点亮|扎根|打造)"
)


def local_places(texts: Sequence[str]) -> Counter[str]:
    """Count the places that the article names most at the head of clauses and titles.

    >>> local_places(["青禾县今年增收", "青禾县委书记"])
    Counter({'青禾县': 2})
    """
    found: Counter[str] = Counter()
    for text in texts:
        found.update(m["name"] for m in _PLACE.finditer(text) if not _PARTICLES.search(m["name"]))
    return Counter(dict(found.most_common(40)))


def firms(texts: Sequence[str]) -> tuple[str, ...]:
    """Give names that something only firms have follows in one place, and that stand elsewhere, too.

    >>> firms(["禾川泰丰发布公告", "但禾川泰丰的主营业务单一"])
    ('禾川泰丰',)
    """
    whole = "\n".join(texts)
    own = [word for word in words.FIRMS_OWN if word in whole]  # few of them stand in any article
    telling = [text for text in texts if any(word in text for word in own)]
    found = dict.fromkeys(m["name"] for text in telling for m in _FIRM.finditer(text))
    return tuple(
        name
        for name in list(found)[:40]
        if not _PARTICLES.search(name) and sum(text.count(name) for text in texts[:400]) > 1
    )


def place_acted_on(texts: Sequence[str], ending: str) -> str | None:
    """Give the place of an ending that the texts name most behind a verb or preposition; None where none is.

    >>> place_acted_on(["关于促进青禾镇农业发展的意见"], "镇")
    '青禾镇'
    """
    pattern = _acted_on(ending)
    found = Counter(match["name"] for text in texts[:400] for match in pattern.finditer(text))
    return found.most_common(1)[0][0] if found else None


@cache
def _acted_on(ending: str) -> re.Pattern[str]:
    name = rf"(?P<name>(?!{_NO_PLACE})[\u4e00-\u9fff]{{1,3}}{ending})"
    return re.compile(rf"(?:{_ACTING}){name}(?!{any_of(words.NOT_LOCAL)})")


def main_place(headline: str, opening: Sequence[str], places: Counter[str]) -> str | None:
    """Give the place that the headline names, else the one that the opening names most.

    >>> main_place("凤梨外销增两成 青禾县拼升级", (), Counter({"青禾县": 2}))
    '青禾县'
    """
    short = stems_of(places)
    told = [short.get(name, name) for name in (*places, *short) if name in headline]
    if told:
        return max(told, key=lambda name: places[name])
    known = most_named(named_in([headline]))
    if known and (county := _county_behind(known, headline, opening)):
        return county
    if known:
        return known
    opening = [DATELINE.sub("", text) for text in opening]
    named = {name: sum(text.count(name) for text in opening) for name in places}
    whole = "\n".join(opening)
    local = max(named, key=lambda name: (named[name], -whole.find(name)), default=None)
    known = most_named(named_in(opening))
    if local and named[local] and (not known or named[local] > sum(text.count(known) for text in opening)):
        return local
    return known


def _county_behind(known: str, headline: str, opening: Sequence[str]) -> str | None:
    """Give the county that a headline names behind its province (福建禾田：…), in full as the opening prints it."""
    at = headline.find(known) + len(known)
    for length in (2, 3):
        stem = headline[at : at + length]
        for ending in ("县", "市", "区", "旗", "镇") if len(stem) == length else ():
            if any(stem + ending in text for text in opening):
                return stem + ending
    return None


def stems_of(names: Iterable[str]) -> dict[str, str]:
    """Give the short forms of counties, districts and towns, each with the full name, the first of equals.

    >>> stems_of(("青禾县", "青禾县农业局", "云溪镇"))
    {'青禾': '青禾县', '云溪': '云溪镇'}
    """
    stems: dict[str, str] = {}
    for name in names:
        stem = name[:-1]
        told = name.endswith(words.STEM_ENDS) and 2 <= len(stem) <= 3 and stem not in words.NO_STEMS
        if told and not gazetteer_name(stem):
            stems.setdefault(stem, name)
    return stems
