"""What a plain word of YAML is (null, a truth value, a number, text), and when a text must be quoted.

Reading follows the core schema of YAML 1.2 (§10.3). Writing is more careful: it quotes whatever a reader of YAML 1.1
would take for something else than text, so that every reader sees the same.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

NULLS = frozenset(["", "~", "null", "Null", "NULL"])
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
# Digits of a number that a figure may have before or after its point; more is a slip or an attack (1e999999999).
MAX_DIGITS = 60

_NUMBER = re.compile(
    r"""
    [-+]?
    (?: [0-9]+ (?: \. [0-9]* )?      # 28, 28., 28.3
      | \. [0-9]+                    # .5
    )
    (?: [eE] [-+]? [0-9]+ )?         # 1e3
    """,
    re.VERBOSE,
)
_HEX_OR_OCTAL = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+")
_SPECIAL_FLOAT = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

# Whatever YAML 1.1 or 1.2 takes for a number, a date or a time: digits with signs, points, colons (sexagesimal 3:1),
# underscores and commas; an exponent; another base.
_LIKE_A_NUMBER = re.compile(
    r"""
    [-+]?\.?[0-9][-+0-9_.,:TtZz\x20]* (?: [eE] [-+]?[0-9_.]* )?
  | [-+]?0[xobXOB][0-9a-fA-F_]+
  | [-+]?\.(?:inf|nan)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LIKE_A_WORD = frozenset(["", "~", "null", "y", "n", "yes", "no", "on", "off", "true", "false", "=", "<<"])
_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`=")
_FLOW = frozenset(",?[]{}")  # PyYAML ends a plain text at ? within braces
# Control characters, line and paragraph separators, byte-order marks, characters that reorder or hide text, and what
# no Unicode text has (surrogates, noncharacters): written as escapes, so that an editor sees them.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_TO_ESCAPE = re.compile(rf'["\\]|{_INVISIBLE.pattern}')


def number_of(text: str) -> Decimal | None:
    """Give the number that a plain word of the core schema stands for, or None if it is no (finite) number.

    >>> number_of("7888e8"), number_of("4.40"), number_of("1_000"), number_of(".inf")
    (Decimal('7.888E+11'), Decimal('4.40'), None, None)
    """
    if _HEX_OR_OCTAL.fullmatch(text):
        return Decimal(int(text[2:], 16 if text[1] == "x" else 8))
    if _NUMBER.fullmatch(text) is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond what Decimal holds
        return None


def is_text(text: str) -> bool:
    """Say whether a plain word is text in the core schema: no null, no truth value, no number."""
    return not (
        text in NULLS
        or text in TRUTHS
        or _NUMBER.fullmatch(text)
        or _HEX_OR_OCTAL.fullmatch(text)
        or _SPECIAL_FLOAT.fullmatch(text)
    )


def is_writable(number: Decimal) -> bool:
    """Say whether a number can be printed with all its digits and no exponent in a reasonable space."""
    return number.is_finite() and abs(number.adjusted()) <= MAX_DIGITS and len(number.as_tuple().digits) <= MAX_DIGITS


def written_number(number: Decimal) -> str:
    """Print a number plainly.

    >>> written_number(Decimal("7.888E+11")), written_number(Decimal("-33.33"))
    ('788800000000', '-33.33')
    """
    if not is_writable(number):
        raise ValueError(f"{number!r} is no number that a newspaper prints")
    return format(number, "f")


def written_text(text: str) -> str:
    """Print a text plain where every reader of YAML takes it for this text (also inside braces), else in double quotes.

    >>> written_text("沙坪坝区"), written_text("3:1"), written_text("on"), written_text("一，二, 三")
    ('沙坪坝区', '"3:1"', '"on"', '"一，二, 三"')
    """
    return text if _is_plain(text) else f'"{_TO_ESCAPE.sub(_escaped, text)}"'


def has_invisible(text: str) -> bool:
    """Say whether a text has characters that an editor would not see."""
    return _INVISIBLE.search(text) is not None


def _is_plain(text: str) -> bool:
    return not (
        text.lower() in _LIKE_A_WORD
        or text[0] in _FIRST
        or text != text.strip()
        or text.endswith(":")
        or ": " in text
        or " #" in text
        or not _FLOW.isdisjoint(text)
        or _LIKE_A_NUMBER.fullmatch(text)
        or _INVISIBLE.search(text)
    )


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
