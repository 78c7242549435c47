"""What holds for every kind of page at every width, by day and by night: each is loaded once and shown in all."""

import pytest

from kinds import FIND, KINDS, RULES, WIDTHS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_no_kind_of_page_has_an_accessibility_violation_or_scrolls_sideways(open_page, axe_script, path):
    page = open_page(path, WIDTHS[0])
    page.evaluate(axe_script)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{width} px: scrolls sideways")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{width} px, {scheme}: {violation}" for violation in page.evaluate(FIND, RULES)]
    assert found == []


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_asks_for_no_more_than_four_files_before_a_reader_does_anything(chromium, site_folder, path):
    page, asked = chromium.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    # The search of a query in the address is what a reader asked for.
    page.goto(f"file://{site_folder}/{path.partition('?')[0]}")
    page.close()
    assert len(asked) <= 4, asked
