"""Cut Chinese text into words: jieba is the reference; rjieba, when installed, gives the same cuts ten times faster.

A word's tag is the one that jieba's dictionary has for it, whatever stands around it; a word that is not in the
dictionary has the tag "". (The taggers of the two libraries differ in context; their dictionaries do not.)
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple, Protocol

# The two libraries differ in what they make of marks between Latin letters and digits (1.A, v1.2.b): such marks are cut
# off before either sees the text. A decimal number stays whole.
_PIECES = re.compile(
    r"""
    \d++ \. \d++ %?                               # 4.44%
  | (?: [^.%+#&_\-\d] | \d++ (?! \. \d) )++       # text without such marks: words are found in it
  | .                                             # a mark by itself
    """,
    re.VERBOSE | re.DOTALL,
)


class Word(NamedTuple):
    """A word and its tag in jieba's dictionary (n noun, v verb, vn verbal noun, ns place…; "" for an unknown word)."""

    text: str
    tag: str


class Segmenter(Protocol):
    """Cuts text into words."""

    def cut(self, text: str) -> list[Word]:
        """Give the words of a text in order; together they are the text."""


class JiebaSegmenter:
    """jieba, with its dictionary read straight from the package: no log lines, no cache in a shared folder."""

    def __init__(self) -> None:
        with warnings.catch_warnings():  # jieba's own age shows: old escapes, pkg_resources
            warnings.simplefilter("ignore")
            import jieba

        self._tokenizer = jieba.Tokenizer()
        with jieba.get_module_res("dict.txt") as stream:
            self._tokenizer.FREQ, self._tokenizer.total = self._tokenizer.gen_pfdict(stream)
        self._tokenizer.initialized = True
        with jieba.get_module_res("dict.txt") as stream:
            fields = stream.read().decode("utf-8").split()
        self._tags: dict[str, str] = dict(zip(fields[::3], fields[2::3], strict=True))

    def cut(self, text: str) -> list[Word]:
        """Cut with the hidden Markov model for unknown words."""
        pieces = _PIECES.findall(text)
        return [Word(word, self._tags.get(word, "")) for piece in pieces for word in self._tokenizer.cut(piece)]


class RjiebaSegmenter:
    """rjieba: the same dictionary and model in Rust."""

    def __init__(self) -> None:
        import rjieba

        self._tag, self._knows = rjieba.tag, rjieba.has_word

    def cut(self, text: str) -> list[Word]:
        """Cut with the hidden Markov model for unknown words; the model's guesses at tags are dropped."""
        pieces = _PIECES.findall(text)
        return [Word(word, tag if self._knows(word) else "") for piece in pieces for word, tag in self._tag(piece)]


@cache
def default_segmenter() -> Segmenter:
    """Give the fastest segmenter there is, read once (0.2 s or 0.8 s)."""
    return RjiebaSegmenter() if find_spec("rjieba") else JiebaSegmenter()
