"""Render one page with the theme."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.site import metadata
from roundtable_site.site.formats import FILTERS
from roundtable_site.site.frame import Frame
from roundtable_site.site.pages import Page
from roundtable_site.site.theme import roots


def render_template(frame: Frame, name: str, **given: Any) -> str:
    """Give what a template that is no page makes of what it is given. Raises as `render` does."""
    return _rendered(frame, name, given)


def render(page: Page) -> str:
    """Give the HTML of a page. A name that a template uses and nobody defines is an error, never an empty string.

    Raises RoundtableError at the template's line for whatever is wrong with a template.
    """
    return _rendered(page.frame, page.template, {"page": page})


def _rendered(frame: Frame, name: str, given: Mapping[str, Any]) -> str:
    """Render a template with what every template may use, and what this one is given."""
    environment = _environment(roots(frame.settings.templates))
    try:
        template = environment.get_template(name)
        return template.render(frame=frame, settings=frame.settings, t=frame.labels, own=frame.own, **given)
    except TemplateError as error:
        raise RoundtableError([_problem(error, environment, name)]) from error


def _problem(error: TemplateError, environment: Environment, template: str) -> Problem:
    """Say what is wrong with a template, at the innermost line of a template that the error came through."""
    if isinstance(error, TemplateSyntaxError):
        return Problem(Location(error.filename or error.name or template, error.lineno), error.message or str(error))
    folders = environment.loader.searchpath if isinstance(environment.loader, FileSystemLoader) else []
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if any(Path(frame.filename).is_relative_to(folder) for folder in folders)
    ]
    where = Location(frames[-1].filename, frames[-1].lineno or 0) if frames else Location(template)
    return Problem(where, f"{error.message or error}: mend the template, or remove it to use the default one")


class _Environment(Environment):
    """Templates in which a name after a dot is a mapping's item first, so that a label may be called `copy`."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up `obj.attribute`."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


@lru_cache(maxsize=4)
def _environment(folders: tuple[Path, ...]) -> Environment:
    """Make the environment of templates that are looked for in these folders, first match wins."""
    environment = _Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({**FILTERS, **metadata.FILTERS})
    return environment
