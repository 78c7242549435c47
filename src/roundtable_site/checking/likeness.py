"""How near two words are: one character that differs, or two neighbours that changed places."""

from __future__ import annotations

from collections.abc import Iterator


def differing(one: str, other: str) -> int | None:
    """Give the place of the one character in which two words of equal length differ; None where it is not just one.

    >>> differing("唐小平", "唐小萍"), differing("唐小平", "唐大萍")
    (2, None)
    """
    if len(one) != len(other):
        return None
    places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return places[0] if len(places) == 1 else None


def swapped(word: str) -> Iterator[str]:
    """Yield the words in which two neighbours of a word have changed places.

    >>> list(swapped("高竹新区"))
    ['竹高新区', '高新竹区', '高竹区新']
    """
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def one_off(word: str, text: str) -> str | None:
    """Give the first piece of a text that differs from a word by one character: another, one more, one less."""
    length = len(word)
    for size in (length, length + 1, length - 1):
        for at in range(len(text) - size + 1):
            piece = text[at : at + size]
            if size == length:
                if differing(word, piece) is not None:
                    return piece
            elif _one_more(piece, word) if size > length else _one_more(word, piece):
                return piece
    return None


def _one_more(longer: str, shorter: str) -> bool:
    """Tell whether one character less makes the longer word the shorter, its first and last being the same."""
    if longer[0] != shorter[0] or longer[-1] != shorter[-1]:
        return False
    at = next((at for at, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    return longer[at + 1 :] == shorter[at:]
