"""Tell names of places and organisations, their kind, and what 全市 stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from roundtable_site.model import DistrictKind
from roundtable_site.parsing.lexicon import places as words
from roundtable_site.parsing.wordlists import any_of

_PROVINCIAL = frozenset(words.PROVINCES)
_CITIES = frozenset(words.CITIES) | frozenset(words.MUNICIPALITIES)
_COUNTRIES = frozenset(words.COUNTRIES) | {"全国", "全國"}
_WORLD = frozenset(words.WORLD)
_GAZETTEER = re.compile(
    rf"(?!{any_of(words.CITY_FIRMS)}){any_of((*words.PROVINCES, *words.MUNICIPALITIES, *words.CITIES))}"
    r"(?:回族自治区|壮族自治区|维吾尔自治区|自治区|省|市|自治州|州|地区|盟)?"
)
_LONGEST = 24  # characters of a name in the gazetteer, at most
_ENDS: tuple[tuple[tuple[str, ...], DistrictKind], ...] = (
    (words.ZONE_ENDS, "zone"),
    (words.EVENT_ENDS, "event"),
    (("自治区", "省", "特别行政区"), "province"),
    (("遗址", "遗址群", "遺址"), "place"),
    (words.ORGANISATION_ENDS, "organisation"),
    (("自治县", "区", "县", "旗", "區", "縣"), "district"),
    (("市", "州", "盟", "地区"), "city"),
    (words.PLACE_ENDS, "place"),
)


def district_kind(name: str) -> DistrictKind:
    """Tell what kind of place or body a name is; what no rule knows is an organisation.

    >>> district_kind("东川区"), district_kind("昆明市"), district_kind("全国"), district_kind("某某重工有限公司")
    ('district', 'city', 'country', 'organisation')
    """
    if name in _COUNTRIES:
        return "country"
    if name in _WORLD:
        return "world"
    if name in _PROVINCIAL:
        return "province"
    if name in _CITIES or name.removesuffix("市") in words.MUNICIPALITIES:
        return "city"
    for ends, kind in _ENDS:
        if name.endswith(ends):
            return kind
    return "organisation"


def gazetteer_name(text: str, at: int = 0) -> str | None:
    """Give the Chinese province or city whose name stands at an offset, as printed.

    >>> gazetteer_name("浙江海岛的茶园")
    '浙江'
    """
    match = _GAZETTEER.match(text, at)
    return match.group() if match else None


def name_near(text: str, most: int) -> str | None:
    """Give the first Chinese province or city whose name begins within so many characters, as printed.

    >>> name_near("在浙江海岛", 2)
    '浙江'
    """
    match = _GAZETTEER.search(text, 0, most + _LONGEST)
    return match.group() if match and match.start() < most else None


def named_in(texts: Iterable[str]) -> Counter[str]:
    """Count the provinces and cities that the texts name, as printed."""
    return Counter(name for text in texts for name in _GAZETTEER.findall(text))


def most_named(counts: Counter[str], ending: str = "") -> str | None:
    """Give the province or city that is named most (the first of equals), with `ending` if one is asked for."""
    named = [(name, count) for name, count in counts.items() if name.endswith(ending)]
    return max(named, key=lambda pair: pair[1])[0] if named else None
