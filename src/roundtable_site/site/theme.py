"""Find the theme's files: the site's own `templates/` first, then the default theme.

A theme is a folder of templates, macros, `assets/` (copied as they are) and `labels/` (one catalogue of words per
language). A site overrides single files by putting files of the same name into its own `templates/`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

from roundtable_site.errors import RoundtableError
from roundtable_site.settings.file import broken_toml
from roundtable_site.site.given import text_of

Labels = Mapping[str, Any]
"""The words of the interface in one language: strings, and tables of strings."""

_PACKAGE = Path(__file__).resolve().parent.parent


@lru_cache
def default_theme() -> Path:
    """Give the folder of the default theme: inside the package when installed, at the top level in a checkout."""
    installed = _PACKAGE / "theme"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "templates"


def roots(own: Path) -> tuple[Path, ...]:
    """Give the folders to look in, first match wins; `own` is the site's folder of templates, which may be missing."""
    default = default_theme()
    return (own, default) if own.is_dir() and own.resolve() != default.resolve() else (default,)


def assets(own: Path) -> Iterator[tuple[str, Path]]:
    """Yield every asset by its name below `assets/`, sorted, with the file that serves it."""
    found: dict[str, Path] = {}
    for root in reversed(roots(own)):
        folder = root / "assets"
        for path in folder.rglob("*"):
            if path.is_file():
                found[path.relative_to(folder).as_posix()] = path
    yield from sorted(found.items())


def load_labels(own: Path, language: str) -> Labels:
    """Read the labels of a language; a site's own catalogue overrides single labels of the default one."""
    catalogues = [root / "labels" / f"{language}.toml" for root in reversed(roots(own))]
    present = [path for path in catalogues if path.is_file()]
    if not present:
        raise RoundtableError.at(catalogues[-1], f"there are no labels for the language {language}; add this file")
    labels: dict[str, Any] = {}
    for path in present:
        _overlay(labels, _read(path), path)
    return labels


def _read(path: Path) -> dict[str, Any]:
    """Read one catalogue."""
    text = text_of(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise broken_toml(error, text, path) from error
    except RecursionError as error:
        raise RoundtableError.at(path, "the labels cannot be read: nested far too deep") from error


def _overlay(below: dict[str, Any], above: Mapping[str, Any], path: Path) -> None:
    """Lay one catalogue over another, table by table. Raises RoundtableError for a label that cannot stand there."""
    for name, value in above.items():
        if isinstance(value, dict) and isinstance(below.get(name), dict):
            _overlay(below[name], value, path)
        elif wrong := _wrong(value, below.get(name)):
            raise RoundtableError.at(path, f"the label {name} {wrong}")
        else:
            below[name] = value


def _wrong(label: Any, replaced: Any) -> str | None:
    """Say what is wrong with a label that takes the place of another, None standing for no other."""
    if replaced is not None and type(label) is not type(replaced):
        return f"is no {'table' if isinstance(replaced, dict) else 'text'}: see the default theme's labels"
    if not isinstance(label, str):
        return None
    # What stands in braces is filled in. Where the default label fills in nothing, braces are just braces.
    given = _places(replaced) if isinstance(replaced, str) else set()
    if not given or ((places := _places(label)) is not None and places <= given):
        return None
    return f"has other braces than the default one, which fills in {' '.join(sorted(given))}"


def _places(label: str) -> set[str] | None:
    """Give the places in a label that are filled in, as they are written; None for braces that do not match."""
    try:
        return {
            f"{{{name}{'!' + how if how else ''}{':' + form if form else ''}}}"
            for _, name, form, how in Formatter().parse(label)
            if name is not None
        }
    except ValueError:
        return None
