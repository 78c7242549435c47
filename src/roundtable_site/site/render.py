"""Render one page with the theme."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.meta import find_referenced_templates
from markupsafe import Markup, escape

from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.settings import Settings
from roundtable_site.site import metadata
from roundtable_site.site.compiled import CompiledTheme, cache_folder
from roundtable_site.site.formats import FILTERS
from roundtable_site.site.frame import Frame
from roundtable_site.site.pages import Page
from roundtable_site.site.template_errors import template_problem
from roundtable_site.site.theme import roots


def render_template(frame: Frame, name: str, **given: Any) -> str:
    """Give what a template that is no page makes of what it is given. Raises as `render` does."""
    return _rendered(frame, name, given)


def render(page: Page) -> str:
    """Give the HTML of a page. A name that a template uses and nobody defines is an error, never an empty string.

    Raises RoundtableError at the template's line for whatever is wrong with a template.
    """
    return _rendered(page.frame, page.template, {"page": page})


class Rendering:
    """Renders pages one after the other; where a template fails, the others are still tried, to tell all at once."""

    def __init__(self) -> None:
        self._failed: dict[str, tuple[Problem, ...]] = {}

    def of(self, page: Page) -> str | None:
        """Give the HTML of a page; None where its template fails, which is told at the end."""
        if page.template in self._failed:
            return None
        try:
            return render(page)
        except RoundtableError as error:
            self._failed[page.template] = error.problems
            return None

    def end(self) -> None:
        """Raise RoundtableError with what is wrong with any of the templates."""
        if self._failed:
            raise RoundtableError(problem for found in self._failed.values() for problem in found)


def _rendered(frame: Frame, name: str, given: Mapping[str, Any]) -> str:
    """Render a template with what every template may use, and what this one is given."""
    environment: Environment = frame.once("templates", lambda: _environment(roots(frame.settings.templates)))
    usable = {"frame": frame, "settings": frame.settings, "t": frame.labels, "own": frame.own, **given}
    try:
        return environment.get_template(name).render(usable)
    except RoundtableError:
        raise
    except Exception as error:
        problem = template_problem(error, environment, name, usable)
        if problem is None:
            raise
        raise RoundtableError([problem]) from error


class _Template(Template):
    """A template whose values are escaped without a wrapper around each of them: ten thousand for an article."""

    @classmethod
    def from_code(
        cls, environment: Environment, code: CodeType, globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:  # fmt: skip
        """Make a template of compiled code, which looks its escaping up by name."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = shown
        return template


def shown(value: Any) -> str:
    """Give a value as it stands in HTML: what needs no escaping as it is, everything else by markupsafe.

    >>> shown("茶园"), shown(3), shown(Markup("<b>")), shown("<b>")
    ('茶园', Markup('3'), Markup('<b>'), Markup('&lt;b&gt;'))
    """
    kind = type(value)
    return value if kind is Markup or (kind is str and not _TO_ESCAPE(value)) else escape(value)


_TO_ESCAPE = re.compile("[&<>\"']").search


class _Environment(Environment):
    """Templates in which a name after a dot is a mapping's item first, so that a label may be called `copy`."""

    template_class = _Template

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up `obj.attribute`: ten thousand times for an article, so that the common ways come first."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)


def templates_of(settings: Settings, name: str) -> tuple[str, ...]:
    """Name a template and all that it extends, includes or imports, as far as it names them itself."""
    environment, found, waiting = _environment(roots(settings.templates)), dict[str, None](), [name]
    while waiting:
        name = waiting.pop()
        if name not in found and environment.loader:
            found[name] = None
            source, _, _ = environment.loader.get_source(environment, name)
            waiting += [other for other in find_referenced_templates(environment.parse(source)) if other]
    return tuple(sorted(found))


@lru_cache(maxsize=4)
def _environment(folders: tuple[Path, ...]) -> Environment:
    """Make the environment of templates that are looked for in these folders, first match wins."""
    folder = cache_folder()
    environment = _Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        bytecode_cache=CompiledTheme(folder) if folder else None,
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({**FILTERS, **metadata.FILTERS})
    return environment
