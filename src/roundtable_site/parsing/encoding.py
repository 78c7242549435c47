"""Tell a text's encoding: a byte order mark, strict UTF-8, then the candidate that reads most like Chinese."""

from __future__ import annotations

import codecs
from collections import Counter

ENCODINGS_TRIED = ("utf-8", "utf-16", "gb18030", "big5")

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("utf-16-le", "utf-16-be", "gb18030", "big5", "big5hkscs")
# The commonest characters of modern Chinese prose, simplified and traditional, and its punctuation. In running text
# they are over a third of all characters; in text decoded wrongly they are one in fifty.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "这為個國時來們對會發動過說產種後學經與從實現開進體點總長問關還將兩無車業東當間機義質電應見給務報市區府年月日"
    "，。、“”「」『』：；《》？！（）　"
)
_ENOUGH = 0.12  # share of common characters that a text must reach
_AHEAD = 2  # and how many times more than the next best reading
_SAMPLE = 1 << 16  # bytes judged; the whole text is decoded only once the encoding is known


def text_of(data: bytes) -> tuple[str, str] | None:
    """Give a file's text and its encoding's name, or None where it can't be told.

    >>> text_of("区域经济发展。".encode("utf-16"))
    ('区域经济发展。', 'utf-16')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    return _strict(data, "utf-8") if b"\x00" not in data and _is_utf8(data) else _likeliest(data)


def _strict(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def _is_utf8(data: bytes) -> bool:
    return _strict(data, "utf-8") is not None


def _likeliest(data: bytes) -> tuple[str, str] | None:
    """Decode by each candidate and take the reading that is Chinese, if there is just one."""
    ranked = sorted(((_chineseness(data, name), -order, name) for order, name in enumerate(_CANDIDATES)), reverse=True)
    best, _, encoding = ranked[0]
    rivals = [share for share, _, name in ranked[1:] if _family(name) != _family(encoding)]
    if best < _ENOUGH or best < _AHEAD * max(rivals):
        return None
    same = [name for share, _, name in ranked if _family(name) == _family(encoding) and share > 0]
    return next((read for name in same if (read := _strict(data, name))), None)


def _family(encoding: str) -> str:
    """Big5 and its Hong Kong extension read the same text alike, so they are no rivals."""
    return "big5" if encoding.startswith("big5") else encoding


def _chineseness(data: bytes, encoding: str) -> float:
    """Share of common characters among those that are not ASCII, 0 where the bytes don't decode."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:  # a character cut at the end of the sample is no error
        counts = Counter(decoder.decode(data[:_SAMPLE]))
    except UnicodeDecodeError:
        return 0.0
    wide = sum(count for char, count in counts.items() if char > "\x7f")
    return sum(count for char, count in counts.items() if char in _COMMON) / wide if wide else 0.0
