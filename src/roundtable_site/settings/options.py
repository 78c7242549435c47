"""The options of `roundtable.toml` as a table: what each is called, what it takes, which words a mistake is told in."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec import Struct

from roundtable_site.settings import FORMATS


class Kind(Struct, frozen=True):
    """What an option takes: `wants` completes "takes …"; `read` gives the value, or None if it is not of this kind."""

    wants: str
    read: Callable[[Any], Any]


class Option(Struct, frozen=True):
    """One option: its table in the file ("" for the top), its name, its kind, and the attribute it goes to."""

    table: str
    name: str
    kind: Kind
    target: str = ""


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _truth(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1000 else None


def _size(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 1_000_000 else None


def _path(value: Any) -> Path | None:
    return Path(value) if isinstance(value, str) and value and "\0" not in value else None


def _languages(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not value:
        return None
    good = all(isinstance(tag, str) and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) for tag in value)
    return tuple(value) if good else None


def _colour(value: Any) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value) else None


def _messages(value: Any) -> str | None:
    return value if value in ("en", "zh") else None


def _formats(value: Any) -> tuple[str, ...] | None:
    good = isinstance(value, list) and all(name in FORMATS for name in value)
    return tuple(name for name in FORMATS if name in value) if good else None


TEXT = Kind('text, as in "…"', _text)
TRUTH = Kind("true or false", _truth)
COUNT = Kind("a whole number from 0 to 1000", _count)
SIZE = Kind("a whole number from 1 to 1000000", _size)
PATH = Kind('a path, as in "seeds"', _path)
LANGUAGES = Kind('a list of language tags, as in ["zh-Hans"]', _languages)
DOWNLOADS = Kind(f"a list of any of {', '.join(FORMATS)}", _formats)
MESSAGES = Kind('"zh" or "en"', _messages)
COLOUR = Kind('a colour, as in "#aa3322"', _colour)

OPTIONS = (
    Option("", "title", TEXT),
    Option("", "description", TEXT),
    Option("", "base_url", TEXT),
    Option("", "imprint", TEXT),
    Option("", "contact", TEXT),
    Option("", "icp", TEXT),
    Option("", "gongan", TEXT),
    Option("", "languages", LANGUAGES),
    Option("", "strict", TRUTH),
    Option("", "reviews", COUNT),
    Option("", "messages", MESSAGES),
    Option("folders", "seeds", PATH),
    Option("folders", "content", PATH),
    Option("folders", "build", PATH),
    Option("folders", "templates", PATH),
    Option("keywords", "number", COUNT),
    Option("keywords", "speaker_number", COUNT),
    Option("keywords", "words", PATH),
    Option("keywords", "stop_words", PATH),
    Option("theme", "accent", COLOUR),
    Option("theme", "portraits", TRUTH),
    Option("share", "font", PATH),
    Option("downloads", "whole_site", COUNT),
    Option("downloads", "formats", DOWNLOADS),
    *(Option("limits", name, SIZE) for name in ("megabytes", "lines", "nesting", "seconds", "megapixels")),
)
TABLES = {"folders", "keywords", "theme", "share", "downloads", "limits"}


def unknown(table: str, name: str) -> str:
    """Say what an unknown option was probably meant to be, or where it belongs."""
    known = [option.name for option in OPTIONS if option.table == table]
    near = get_close_matches(name, known + ([] if table else sorted(TABLES)), n=1)
    if near:
        return f"unknown setting {name} (did you mean {near[0]}?)"
    elsewhere = next((option.table for option in OPTIONS if option.name == name), None)
    if elsewhere is not None:
        return f"{name} stands in the wrong place: it belongs {f'under [{elsewhere}]' if elsewhere else 'at the top'}"
    return f"unknown setting {name}; known here: {', '.join(known)}"
