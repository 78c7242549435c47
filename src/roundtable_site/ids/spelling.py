"""How a name is read aloud: persons by surname and given name, places by their own name and its generic word."""

from __future__ import annotations

import re
import unicodedata

from roundtable_site.ids.tables import (
    BODIES,
    COMPOUND_SURNAMES,
    DISTRICT_WORDS,
    PEOPLES,
    PLACE_ENDS,
    PLACE_READINGS,
    PROVINCES,
    SURNAME_READINGS,
    SURNAMES,
)

_HAN = "々〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# The town or district that a body belongs to: 郴州市第一人民医院.
_SEAT = re.compile(rf"([{_HAN}]{{2,3}})[市县区](?=[{_HAN}]{{2}})")
_HAN_RUN = re.compile(rf"[{_HAN}]+")
_PERSON = re.compile(rf"[{_HAN}]{{2,4}}")
_PEOPLES_END = re.compile(rf"(?:(?:{'|'.join(sorted(PEOPLES, key=len, reverse=True))})族)+$|(?<=新疆)维吾尔$")
_PLACE_READING = re.compile("|".join(sorted(PLACE_READINGS, key=len, reverse=True)))
_COMPOUND = tuple(COMPOUND_SURNAMES)
_LONGEST_FIRST = sorted(BODIES, key=len, reverse=True)
_LONGEST_CUT = 8  # characters; of a longer text all parts are too many to look up
# Latin letters that do not come apart into a letter and an accent.
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})


def spelled(name: str, kind: str | None) -> str:
    """Spell a name with Latin letters; hyphens stand where a reader of pinyin expects a gap."""
    if kind == "person" or (kind is None and _looks_like_person(name)):
        return _person(name)
    return "-".join(_reading(part) for part in _place_parts(name))


def _looks_like_person(name: str) -> bool:
    """Guess where nobody says what a name names; four characters are a person's only under a compound surname."""
    if not _PERSON.fullmatch(name) or name.endswith(BODIES + DISTRICT_WORDS + PLACE_ENDS) or name.startswith(PROVINCES):
        return False
    return name[:2] in COMPOUND_SURNAMES or (name[0] in SURNAMES and len(name) < 4)


def _person(name: str) -> str:
    """Spell surname and given name apart: 唐小平 tang-xiaoping; other names (阿拉·法鲁克) as they are written."""
    if not _PERSON.fullmatch(name):
        return _reading(name)
    for surname, reading in COMPOUND_SURNAMES.items() if name.startswith(_COMPOUND) else ():
        if name.startswith(surname) and len(name) > len(surname):
            return f"{reading}-{_reading(name[len(surname) :])}"
    if len(name) == 4 and name[0] in SURNAMES and name[1] in SURNAMES:  # 林郑月娥: a husband's name before one's own
        return f"{_surname(name[0])}{_surname(name[1])}-{_reading(name[2:])}"
    if name[0] in SURNAMES or name[0] in SURNAME_READINGS:
        return f"{_surname(name[0])}-{_reading(name[1:])}"
    return _reading(name)


def _surname(character: str) -> str:
    return SURNAME_READINGS.get(character) or _reading(character)


def _place_parts(name: str) -> list[str]:
    """Cut a place's name: province, own name, generic word; 区 县 市 alone are left out."""
    body = next(word for word in _LONGEST_FIRST if name.endswith(word)) if name.endswith(BODIES) else ""
    if not body:
        return [_without_district_word(name)]
    parts = _first_part(name.removesuffix(body))
    return [part for part in (*parts, body) if part]


def _without_district_word(name: str) -> str:
    for word in DISTRICT_WORDS:
        own = name.removesuffix(word)
        if own != name and len(own) > 1:
            return _PEOPLES_END.sub("", own) or own if word.startswith("自治") else own
    return name


def _first_part(own: str) -> tuple[str, str]:
    """Set the place apart from a body's own name: 四川省文物考古 → 四川, 文物考古; 青江市第一人民 → 青江, 第一人民."""
    for province in PROVINCES if own.startswith(PROVINCES) else ():
        if own.startswith(province):
            return province, own[len(province) :].removeprefix("自治区").removeprefix("省").removeprefix("市")
    if own[:1] in {"市", "省"} and len(own) > 2:
        return own[0], own[1:]
    if seat := _SEAT.match(own):
        return seat[1], own[seat.end() :]
    return "", own


def _reading(text: str) -> str:
    """Spell a piece: runs of Chinese characters in pinyin as one word, Latin letters without accents."""
    whole = _HAN_RUN.fullmatch(text)
    if whole and not _PLACE_READING.search(text):  # most names: nothing in them but characters to be spelled
        return _pinyin(whole).translate(_MARKS)
    text = _PLACE_READING.sub(lambda match: PLACE_READINGS[match[0]].replace(" ", ""), text)
    return unicodedata.normalize("NFKD", _HAN_RUN.sub(_pinyin, text).lower().translate(_LETTERS)).translate(_MARKS)


def _pinyin(run: re.Match[str]) -> str:
    """Spell a run of characters; ü is yu as in passports (吕 LYU)."""
    from pypinyin import Style, constants, lazy_pinyin

    text = run[0]
    # Cutting into words is what takes its time, and most names hold none that the dictionary of words knows.
    if len(text) > _LONGEST_CUT or not constants.PHRASES_DICT.keys().isdisjoint(_parts(text)):
        toned = "".join(lazy_pinyin(text, style=Style.TONE, errors="ignore"))
    else:  # each by its commonest reading, as pypinyin reads them
        toned = "".join([constants.PINYIN_DICT.get(ord(character), "").partition(",")[0] for character in text])
    return unicodedata.normalize("NFD", toned).replace("u\u0308", "yu")


def _parts(text: str) -> list[str]:
    """Give what of a text may be a word: its parts of two characters and more."""
    size = len(text)
    return [text[start:end] for start in range(size - 1) for end in range(start + 2, size + 1)]


class _Marks(dict[int, str]):
    """Drops combining marks and keeps every other character, for `str.translate`; what it was asked, it knows."""

    def __missing__(self, codepoint: int) -> str:
        self[codepoint] = kept = "" if unicodedata.combining(chr(codepoint)) else chr(codepoint)
        return kept


_MARKS = _Marks()
