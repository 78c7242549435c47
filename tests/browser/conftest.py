"""A real Chromium, with the site of the invented round table opened from a folder on disk."""

import os
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from roundtable_site.model import Correction, Editorial, Withdrawal
from roundtable_site.settings import Settings
from roundtable_site.site import plan, write
from site_example import ARTICLE, PRINTED, another

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Nothing that a browser does of its own accord over the network.
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def chromium():
    """Start the system's Chromium once; CHROMIUM names another one."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[test]'")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium found: install it (apt-get install chromium) or name one in CHROMIUM")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


PROSE = """# 数字是怎样读出来的

正文[^1]，见[关于](about.md)。

| 口径 | 意思 |
|---|---:|
| 占比 | 比重 |

> 原文怎么写，就怎么登。

[^1]: 一条脚注。
"""


def corrected(article):
    """Correct the first figure of an article after publishing."""
    editorial = Editorial(
        corrections=(Correction("2024-03-09", "吞吐量有误", "港口更正", "1400万吨"),), note="**经核对。**"
    )
    first, *others = article.indicators
    return replace(article, indicators=(replace(first, editorial=editorial), *others))


def withdrawn(article):
    return replace(article, editorial=Editorial(withdrawn=Withdrawal("2024-03-10", "来源有误")))


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory) -> Path:
    """Write the example's site once; two articles, so that pages across articles have something to join."""
    root = tmp_path_factory.mktemp("browser")
    settings = Settings(
        root=root, title="江边数据", icp="某ICP备00000000号", contact="desk@paper.example", languages=("zh-Hans", "en")
    )
    settings = settings.with_overrides(content=root / "content", templates=root / "templates")
    pages = settings.content / "pages"
    pages.mkdir(parents=True)
    (pages / "method.md").write_text(PROSE, encoding="utf-8")
    articles = [ARTICLE, corrected(another("second")), withdrawn(another("third"))]
    write(plan(articles, settings, PRINTED), root / "build")
    return root / "build"


@pytest.fixture(scope="session")
def contexts(chromium):
    """Give one browser context with scripts and one without: pages on disk keep no cookies that tests could share."""
    made = {script: chromium.new_context(java_script_enabled=script) for script in (True, False)}
    yield made
    for context in made.values():
        context.close()


@pytest.fixture
def open_page(contexts, site_folder):
    """Give a function that opens a page of the site; at the end, no policy was broken and no host was asked."""
    asked, complaints, pages = [], [], []

    def opened(path: str = "index.html", width: int = 1280, scheme: str = "light", script: bool = True):
        page = contexts[script].new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(f"file://{site_folder}/{path}")
        return page

    yield opened
    for page in pages:
        page.close()
    assert not [url for url in asked if not url.startswith("file://")]
    assert not complaints


@pytest.fixture(scope="session")
def axe_script():
    return pytest.importorskip("axe_playwright_python.sync_playwright").Axe().axe_script
