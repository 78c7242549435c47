"""Render one page with the theme."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from roundtable_site.site.formats import FILTERS
from roundtable_site.site.pages import Page
from roundtable_site.site.theme import roots


def render(page: Page) -> str:
    """Give the HTML of a page. A name that a template uses and nobody defines is an error, never an empty string."""
    template = _environment(page.frame.settings.templates).get_template(page.template)
    return template.render(page=page, frame=page.frame, settings=page.frame.settings, t=page.frame.labels)


@lru_cache(maxsize=4)
def _environment(own: Path) -> Environment:
    """Make the template environment; `own` is the site's own folder of templates."""
    environment = Environment(
        loader=FileSystemLoader([str(root) for root in roots(own)]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    return environment
