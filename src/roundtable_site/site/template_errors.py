"""What is wrong with a template: its line and column, in plain words, with the name that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import Environment, FileSystemLoader, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from roundtable_site.errors import Location, Problem

_NO_SUCH = re.compile(r"No (?P<kind>filter|test) named '(?P<name>[^']+)'")
_NOT_DEFINED = re.compile(r"^'(?P<name>[^']+)' is undefined")
_NO_ATTRIBUTE = re.compile(r"has no attribute '(?P<name>[^']+)'")
_NO_TAG = re.compile(r"unknown tag '(?P<name>[^']+)'")
_TAGS = (
    *(
        "block",
        "call",
        "do",
        "elif",
        "else",
        "endblock",
        "endcall",
        "endfilter",
        "endfor",
        "endif",
        "endmacro",
        "endset",
    ),
    *("endwith", "extends", "filter", "for", "from", "if", "import", "include", "macro", "raw", "set", "with"),
)
_ADVICE = "mend the template, or remove it to use the default one"


def template_problem(error: Exception, environment: Environment, name: str, given: Mapping[str, Any]) -> Problem | None:
    """Say what is wrong with a template; `name` is the page's, `given` what it may use.

    None for an error that no template made: a slip of our own keeps its traceback.
    """
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or error.name or name, error.lineno
        said, word = _syntax(error.message or str(error), environment)
    else:
        frame = _frame(error, environment)
        if frame is None:
            return None
        path, line = frame.tb_frame.f_code.co_filename, frame.tb_lineno
        said, word = _run_time(error, environment, {**given, **frame.tb_frame.f_locals}, _line(path, line))
    return Problem(Location(path, line, _column(_line(path, line), word)), f"{said}: {_ADVICE}")


def _syntax(message: str, environment: Environment) -> tuple[str, str]:
    """Say what cannot be read, and give the word that it is about."""
    if found := _NO_SUCH.search(message):
        known = environment.filters if found["kind"] == "filter" else environment.tests
        return f"no {found['kind']} is called {found['name']}{_hint(found['name'], known)}", found["name"]
    if found := _NO_TAG.search(message):
        return f"no tag is called {found['name']}{_hint(found['name'], _TAGS)}", found["name"]
    said = message.rstrip(".")
    return f"{said[:1].lower()}{said[1:]}", ""


def _run_time(error: Exception, environment: Environment, known: Mapping[str, Any], line: str) -> tuple[str, str]:
    """Say what went wrong while a page was made, and give the word that it is about."""
    if isinstance(error, TemplateNotFound):
        wanted = str(error.name or error)
        return f"there is no template {wanted}{_hint(wanted, environment.list_templates())}", wanted
    if not isinstance(error, UndefinedError):
        return f"{type(error).__name__}: {error}", ""
    said = str(error)
    if found := _NOT_DEFINED.search(said):
        return f"{found['name']} is not defined{_hint(found['name'], known)}", found["name"]
    if found := _NO_ATTRIBUTE.search(said):
        word = found["name"]
        of = re.search(rf"(?P<of>[A-Za-z_][\w.]*)(?:\.{re.escape(word)}|\[['\"]{re.escape(word)}['\"]\])(?!\w)", line)
        if of:
            return f"{of['of']} has no {word}{_hint(word, _names(_resolved(of['of'], known)))}", word
    return said, ""


def _resolved(path: str, known: Mapping[str, Any]) -> Any:
    """Follow a dotted name as a template does; None where it leads nowhere."""
    first, *rest = path.split(".")
    thing = known.get(first)
    for name in rest:
        thing = thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)
    return thing


def _names(thing: Any) -> Iterable[str]:
    """Give what a template may ask of a thing."""
    return map(str, thing) if isinstance(thing, Mapping) else (n for n in dir(thing) if not n.startswith("_"))


def _frame(error: Exception, environment: Environment) -> TracebackType | None:
    """Give the innermost place in a template that an error came through; None where our own code raised it."""
    folders = environment.loader.searchpath if isinstance(environment.loader, FileSystemLoader) else []
    found, last, frames = None, None, error.__traceback__
    while frames is not None:
        last = Path(frames.tb_frame.f_code.co_filename)
        if any(last.is_relative_to(folder) for folder in folders):
            found = frames
        frames = frames.tb_next
    ours = last is not None and last.suffix == ".py" and last.is_relative_to(Path(__file__).parents[1])
    return None if ours and not isinstance(error, TemplateError) else found


def _hint(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, sorted(known), 1)
    return f" (did you mean {near[0]}?)" if near else ""


def _line(path: str, number: int) -> str:
    """Give a line of a template, "" where it cannot be read."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _column(line: str, word: str) -> int:
    """Find the word in its line; 0 where it is not there."""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", line) if word else None
    return found.start() + 1 if found else 0
