"""What a reader sets in the browser is respected: larger text, own colours, nothing that moves."""

import re

import pytest

from kinds import KINDS
from roundtable_site.site.theme import default_theme

pytestmark = pytest.mark.browser

CSS = (default_theme() / "assets" / "site.css").read_text(encoding="utf-8")


def test_nothing_moves_by_itself():
    assert not re.search(r"animation|transition|scroll-behavior|@keyframes", re.sub(r"/\*.*?\*/", "", CSS, flags=re.S))


def test_text_at_twice_its_size_stays_on_the_page(open_page, site_folder):
    page, wide = open_page(), []
    for kind, path in KINDS.items():
        page.goto(f"file://{site_folder}/{path}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate("document.documentElement.scrollWidth") > 1280:
            wide.append(kind)
    assert wide == []


def test_bars_are_seen_in_forced_colours(open_page):
    page = open_page("gangkou/indicators/index.html")
    page.emulate_media(forced_colors="active")
    colours = page.evaluate(
        "[getComputedStyle(document.querySelector('.draw .bar')).fill, getComputedStyle(document.body).color]"
    )
    assert colours[0] == colours[1]


def test_a_selector_that_an_old_browser_does_not_know_costs_no_other_rule():
    assert not re.search(r":has\(|:is\(|:where\(|@layer|@container|color-mix|oklch", CSS)
