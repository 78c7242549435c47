"""The addresses in CSS: `url()`, `@import`, `image-set()` and `src()`, wherever CSS stands.

A tokenizer for just the tokens that matter (https://www.w3.org/TR/css-syntax-3/#tokenization), linear in its input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
      /\*.*?(?:\*/|\Z)                                                   # a comment is nothing
    | (?P<string>"(?:[^"\\\n]|\\.)*"? | '(?:[^'\\\n]|\\.)*'?)            # a string, which an unclosed line ends
    | (?<![\w\-])(?P<url>url\(\s*(?P<bare>(?:[^\s"'()\\]|\\.)+)(?=\s*(?:\)|\Z)))  # url(bare address)
    | (?<![\w\-])(?P<open>(?:url|src|(?:-webkit-)?image-set)\()          # url("…"), image-set("…" 1x)
    | (?P<rule>@(?:import|namespace|charset)\b)
    | (?P<mark>[();{}])
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|\r?\n|(.))", re.DOTALL)


def find_addresses(css: str) -> Iterator[tuple[str, str]]:
    """Give where each address stands and the address.

    >>> list(find_addresses('@import "a.css"; p { background: url( b.png ), url("c d.png") } /* url(x) */'))
    [('@import', 'a.css'), ('url()', 'b.png'), ('url()', 'c d.png')]
    """
    inside: list[bool] = []  # for each open bracket: do strings in it name files?
    rule = ""
    for token in _TOKEN.finditer(css):
        kind = token.lastgroup
        if kind == "string":
            if rule == "@import" or (not rule and inside and inside[-1]):
                yield "@import" if rule else "url()", _text(token["string"])
            rule = "" if rule == "@import" else rule
        elif kind in ("url", "bare"):
            inside.append(False)
            if rule in ("", "@import"):
                yield "@import" if rule else "url()", _unescape(token["bare"])
            rule = ""
        elif kind == "open":
            inside.append(True)
        elif kind == "rule":
            rule = token["rule"].lower()
        elif kind == "mark":
            rule = _after_mark(token["mark"], inside, rule)


def _after_mark(mark: str, inside: list[bool], rule: str) -> str:
    if mark == "(":
        inside.append(False)
    elif mark == ")":
        del inside[-1:]
    else:
        inside.clear()
        return ""
    return rule


def _text(string: str) -> str:
    quote = string[0]
    return _unescape(string[1:].removesuffix(quote))


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    if match[1]:
        code = int(match[1], 16)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "�"
    return match[2] or ""
