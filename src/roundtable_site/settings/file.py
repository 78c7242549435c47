"""Read `roundtable.toml`: a table of options says what each is called, what it takes and where its value goes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.settings import DownloadOptions, KeywordOptions, Limits, Settings, ShareOptions, ThemeOptions
from roundtable_site.settings.options import OPTIONS, TABLES, unknown
from roundtable_site.web import is_web_address

FILE_NAME = "roundtable.toml"
MAX_BYTES = 1024 * 1024


Places = dict[tuple[str, str], tuple[int, int]]


def read_settings(root: Path | None) -> Settings:
    """Read the settings of the site in `root`; see `roundtable_site.settings.load_settings`."""
    if root is None:
        return Settings()
    if not root.is_dir():
        raise RoundtableError.at(root, "there is no such folder: give the site's folder with --root")
    path = root / FILE_NAME
    text = _text_of(path)
    problems: list[Problem] = []
    found = dict(_values(_parsed(text, path), _places(text), str(path), problems))
    if problems:
        raise RoundtableError(problems)
    return checked(_settings(root, found), path, _places(text))


def checked(settings: Settings, path: Path | str = "--base-url, --output", places: Places | None = None) -> Settings:
    """Give the settings with a whole base address.

    Raises RoundtableError for a base address that is none and for a build folder that would replace other files.
    """
    places = places or {}
    problems = []
    if settings.base_url is not None:
        address = whole_address(settings.base_url)
        if address is None:
            message = "base_url is no web address: write it whole, as in https://paper.example/tables/"
            problems.append(Problem(Location(str(path), *places.get(("", "base_url"), (0, 0))), message))
        else:
            settings = replace(settings, base_url=address)
    where = Location(str(path), *places.get(("folders", "build"), (0, 0)))
    problems += [Problem(where, message) for message in _dangers(settings)]
    if problems:
        raise RoundtableError(problems)
    return settings


def whole_address(text: str) -> str | None:
    """Give a base address with a slash at its end, or None for what is no address of a site.

    >>> whole_address("https://paper.example/tables"), whole_address("paper.example")
    ('https://paper.example/tables/', None)
    """
    parts = urlsplit(text) if is_web_address(text) else None
    if parts is None or parts.query or parts.fragment or "'" in text:
        return None
    return text.rstrip("/") + "/"


def _dangers(settings: Settings) -> Iterator[str]:
    """Yield why a build folder, which each build replaces whole, would cost an editor's files."""
    build, root = settings.build.resolve(), settings.root.resolve()
    if build == root or build in root.parents:
        yield "the build folder is replaced whole by each build: it cannot be the site's folder or above it"
        return
    for name in ("seeds", "content", "templates"):
        kept = getattr(settings, name).resolve()
        if build == kept or build in kept.parents or kept in build.parents:
            yield f"the build folder is replaced whole by each build: it cannot share a folder with {name}"


def _text_of(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise RoundtableError.at(path, f"cannot be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise RoundtableError.at(path, "larger than 1 MB: this is no settings file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RoundtableError.at(path, "not UTF-8: save the file as UTF-8", line) from error


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise broken_toml(error, text, path) from error
    except RecursionError as error:
        raise RoundtableError.at(path, "broken TOML: nested far too deep") from error


def broken_toml(error: tomllib.TOMLDecodeError, text: str, path: Path) -> RoundtableError:
    """Give an error of TOML the place that it names in its own words."""
    said, place = str(error), re.search(r" \(at line (\d+), column (\d+)\)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 0)
    message = said.split(" (at ")[0]
    row = text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
    if slip := re.search("[“”‘’＂＇＝]", row):
        message, column = f'{slip[0]} is no mark of TOML: type plain marks, as in title = "…"', slip.start() + 1
    return RoundtableError.at(path, f"broken TOML: {message[:1].lower()}{message[1:]}", line, column)


def _places(text: str) -> Places:
    """Find where each name stands; good for what people write, and only used to point at it."""
    places: Places = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[\s*([\w-]+)\s*\]", line):
            table = header[1]
            places.setdefault(("", table), (number, header.start(1) + 1))
        elif name := re.match(r"\s*([\w.\"-]+)\s*=", line):
            words = [table, *name[1].replace('"', "").split(".")]
            places.setdefault((words[-2], words[-1]), (number, name.start(1) + 1))
            if len(words) > 2:
                places.setdefault(("", words[1]), (number, name.start(1) + 1))
    return places


def _values(
    data: dict[str, Any], places: Places, path: str, problems: list[Problem]
) -> Iterator[tuple[tuple[str, str], Any]]:
    """Yield (table, name) and value of every option that is set; note what is unknown or of the wrong kind."""
    for name, value in data.items():
        if name in TABLES:
            if isinstance(value, dict):
                for inner, inner_value in value.items():
                    yield from _value(name, inner, inner_value, places, path, problems)
            else:
                problems.append(
                    Problem(Location(path, *places.get(("", name), (0, 0))), f"{name} is a table: [{name}]")
                )
        else:
            yield from _value("", name, value, places, path, problems)


def _value(
    table: str, name: str, value: Any, places: Places, path: str, problems: list[Problem]
) -> Iterator[tuple[tuple[str, str], Any]]:
    where = Location(path, *places.get((table, name), (0, 0)))
    option = next((option for option in OPTIONS if (option.table, option.name) == (table, name)), None)
    if option is None:
        problems.append(Problem(where, unknown(table, name)))
        return
    read = option.kind.read(value)
    if read is None:
        problems.append(Problem(where, f"{name} takes {option.kind.wants}"))
    else:
        yield (table, name), read


def _settings(root: Path, found: dict[tuple[str, str], Any]) -> Settings:
    """Put the values where they go; paths are joined to the site's folder."""

    def of(table: str) -> dict[str, Any]:
        return {name: value for (place, name), value in found.items() if place == table}

    folders = {name: Path(name) for name in ("seeds", "content", "build", "templates")} | of("folders")
    plain = KeywordOptions()
    keywords = {"words": plain.words, "stop_words": plain.stop_words} | of("keywords")
    for name in ("words", "stop_words"):
        keywords[name] = root / keywords[name]
    return Settings(
        root=root,
        **of(""),
        **{name: root / path for name, path in folders.items()},
        keywords=KeywordOptions(**keywords),
        theme=ThemeOptions(**of("theme")),
        limits=Limits(**of("limits")),
        downloads=DownloadOptions(**of("downloads")),
        share=ShareOptions(**{name: root / path for name, path in of("share").items()}),
    )
