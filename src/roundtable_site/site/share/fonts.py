"""Find a font with Chinese characters on this machine, and say which characters it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

_FOLDERS = (
    Path.home() / ".fonts",
    Path.home() / ".local/share/fonts",
    Path.home() / "Library/Fonts",
    Path("/usr/local/share/fonts"),
    Path("/usr/share/fonts"),
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
# The best first: bold sans-serifs made for simplified Chinese, then whatever else has its characters.
_FILES = (
    "NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold.otf", "NotoSansSC-Bold.otf", "NotoSansSC-Bold.ttf",
    "SourceHanSansSC-Bold.otf", "SourceHanSans-Bold.ttc", "SourceHanSansCN-Bold.otf", "NotoSansCJK-Regular.ttc",
    "NotoSansSC-Regular.otf", "NotoSansSC[wght].ttf", "SourceHanSansSC-Regular.otf", "PingFang.ttc", "msyhbd.ttc",
    "msyh.ttc", "Hiragino Sans GB.ttc", "STHeiti Medium.ttc", "simhei.ttf", "wqy-microhei.ttc", "wqy-zenhei.ttc",
)  # fmt: skip
_SIMPLIFIED = ("SC", "CN", "GB")


class Font(Struct, frozen=True):
    """A font file, the family in it that is meant, and the characters that this has."""

    path: Path
    family: str
    characters: frozenset[int]

    def lacks(self, text: str) -> str:
        """Give the characters of a text that the font cannot draw, each once, in order."""
        return "".join(dict.fromkeys(sign for sign in text if not sign.isspace() and ord(sign) not in self.characters))


@lru_cache(maxsize=4)
def find_font(own: Path | None, folders: Sequence[Path] = _FOLDERS) -> Font | None:
    """Give the editor's font (a path), else the best one that this machine has; None where there is none."""
    for path in [own] if own else sorted(_candidates(folders), key=lambda path: (_FILES.index(path.name), str(path))):
        if path.is_file() and (font := _open(path)):
            return font
    return None


def _candidates(folders: Sequence[Path]) -> Iterator[Path]:
    """Yield the files whose names are known."""
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.name in _FILES)


def _open(path: Path) -> Font | None:
    """Read a font, in a collection the face for simplified Chinese; None for a file that is no font."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        faces = TTCollection(path, lazy=True).fonts if path.suffix.lower() == ".ttc" else [TTFont(path, lazy=True)]
        named = [(_family(face), face) for face in faces]
        family, face = min(named, key=lambda pair: not any(mark in pair[0].split() for mark in _SIMPLIFIED))
        return Font(path, family, frozenset(face.getBestCmap() or ()))
    except (TTLibError, OSError, KeyError, AssertionError):
        return None


def _family(face: object) -> str:
    """Give the family's name, as renderers look it up: the typographic one where there is one."""
    names = face["name"]  # type: ignore[index]
    return str(names.getBestFamilyName() or "")
