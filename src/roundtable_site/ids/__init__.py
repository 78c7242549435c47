"""Addresses for names: pinyin without tones, safe as a file name, an address and an anchor everywhere.

An id is made once and kept in the content file; changing a rule here never moves a published page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from hashlib import sha256
from typing import Literal

from roundtable_site.ids.known import known_spelling
from roundtable_site.ids.tables import ADDRESSES, DEVICES

NameKind = Literal["person", "place"]
MAX_LENGTH = 60
"""Longest slug made here, in characters; one that an editor writes may have up to `MAX_ID_LENGTH`."""
MAX_ID_LENGTH = 100

_SAFE_ID = re.compile(r"[a-z0-9]+(?:[-_]+[a-z0-9]+)*")
_UNSAFE_RUN = re.compile(r"[^a-z0-9]+")


def slug_of(name: str, kind: NameKind | None = None) -> str:
    """Give the address of a name: small letters, digits and single hyphens, never empty, at most 60 characters.

    `kind` says what the name names; without it a name is taken for a place by its last word (区, 公司…), for a
    person by its surname. Persons are surname-given; a district's generic word (区 县 市 省 自治区…) is left out
    where two characters or more stand before it; zones and bodies keep theirs, set apart by a hyphen.

    >>> slug_of("唐小平"), slug_of("欧阳单"), slug_of("阿拉·法鲁克")
    ('tang-xiaoping', 'ouyang-dan', 'ala-faluke')
    >>> slug_of("沙坪坝区"), slug_of("忠县"), slug_of("重庆高新区")
    ('shapingba', 'zhongxian', 'chongqing-gaoxinqu')
    >>> slug_of("R&D 2022"), slug_of("con"), slug_of("……")
    ('r-d-2022', 'x-con', 'x-a7f878b8')
    """
    plain = unicodedata.normalize("NFKC", name).strip()
    slug = _UNSAFE_RUN.sub("-", _spelled(plain, kind)).strip("-")[:MAX_LENGTH].strip("-")
    if not slug:
        return "x-" + sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"x-{slug}" if slug in DEVICES else slug


def article_slug(stem: str) -> str:
    """Give the address of an article from its file's name without the ending; the site's own addresses stay free.

    >>> article_slug("gaozhiliang-roundtable"), article_slug("search")
    ('gaozhiliang-roundtable', 'x-search')
    """
    slug = slug_of(stem, "place") if not stem.isascii() else slug_of(stem)
    return f"x-{slug}" if slug in ADDRESSES else slug


def unique_slug(name: str, taken: Container[str], kind: NameKind | None = None) -> str:
    """Give the address of a name, with -2, -3… where `taken` has it already.

    >>> unique_slug("路伟", {"lu-wei", "lu-wei-2"})
    'lu-wei-3'
    """
    slug, number = slug_of(name, kind), 2
    if slug not in taken:
        return slug
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"


def is_safe_id(text: str) -> bool:
    """Say whether an id may be part of an address and of a file's name on every system.

    >>> is_safe_id("tang-xiaoping"), is_safe_id("../etc"), is_safe_id("con"), is_safe_id("Tang")
    (True, False, False, False)
    """
    return len(text) <= MAX_ID_LENGTH and _SAFE_ID.fullmatch(text) is not None and text not in DEVICES


def is_safe_slug(text: str) -> bool:
    """Say whether an article may have this address: a safe id that is none of the site's own addresses."""
    return is_safe_id(text) and text not in ADDRESSES


def _spelled(plain: str, kind: NameKind | None) -> str:
    """Spell a name in Latin letters; pinyin's dictionary (0.3 s) is read only if a character needs it."""
    return plain.lower() if plain.isascii() else known_spelling(plain, kind)
