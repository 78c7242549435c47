"""Take a picture of every kind of page of the seed's site, on a phone and a desk, by day and by night.

    python scripts/screenshots.py [FOLDER]      docs/screenshots/ where none is given

What is published in build/ is not touched: the site is made anew in a temporary folder. Pictures show the first screens
of a page, in few colours where Pillow is installed, so that each stays small.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from roundtable_site.build import build
from roundtable_site.settings import load_settings

REPOSITORY = Path(__file__).resolve().parent.parent
ARTICLE = "gaozhiliang-roundtable"
SIZES = {390: 1200, 1280: 1000}  # width → height, in CSS pixels
SCHEMES = ("light", "dark")
PAGES = {
    "home": "index.html",
    "overview": f"{ARTICLE}/index.html",
    "speakers": f"{ARTICLE}/speakers/index.html",
    "speaker": f"{ARTICLE}/speakers/lan-qinghua/index.html",
    "districts": f"{ARTICLE}/districts/index.html",
    "district": f"{ARTICLE}/districts/chongqing/index.html",
    "table": f"{ARTICLE}/indicators/index.html",
    "figure": f"{ARTICLE}/indicators/index.html#s5i3",
    "transcript": f"{ARTICLE}/transcript/index.html",
    "keywords": "keywords/index.html",
    "search": "search/index.html?q=高质量发展",
    "people": "speakers/index.html",
    "person": "speakers/lan-qinghua/index.html",
    "places": "districts/index.html",
    "place": "districts/shapingba/index.html",
    "corrections": "corrections/index.html",
    "about": "about/index.html",
    "not-found": "404.html",
}


def main() -> None:
    """Build the site aside and take the pictures."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY / "docs" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        shutil.copytree(REPOSITORY / "seeds", root / "seeds")
        shutil.copytree(REPOSITORY / "content" / "pages", root / "content" / "pages")
        build(load_settings(root))
        names = ("chromium", "chromium-browser", "google-chrome", "chrome")
        path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for width in SIZES:
            take(browser, root / "build", target, width)
        browser.close()


def take(browser: Browser, site: Path, target: Path, width: int) -> None:
    """Take every page at one width."""
    page = browser.new_page(viewport={"width": width, "height": SIZES[width]})
    for name, address in PAGES.items():
        page.goto(f"file://{site}/{address}")
        page.wait_for_timeout(300)  # the search answers a moment after the page is there
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            picture = target / f"{name}-{width}-{scheme}.png"
            page.screenshot(path=picture)
            lighten(picture)
            print(f"{picture.name}  {picture.stat().st_size // 1024} KB")
    page.close()


def lighten(picture: Path) -> None:
    """Keep 64 colours: a page has few, and a picture of one is then a third as large."""
    try:
        from PIL import Image
    except ImportError:
        return
    Image.open(picture).convert("RGB").quantize(64, dither=Image.Dither.NONE).save(picture, optimize=True)


if __name__ == "__main__":
    main()
