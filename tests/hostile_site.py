"""A site whose articles carry an attack in every field, and the same site with plain words in their place."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from attacks import ATTACKS, BENIGN, GROUPS, attacked
from roundtable_site import content
from roundtable_site.model import Article, PrintedLine, Withdrawal
from roundtable_site.settings import Settings
from roundtable_site.site import plan, write

BASE = "https://paper.example/tables/"
PAGES = [
    "index.html",
    *(f"gongji-1/{name}index.html" for name in ("", "speakers/", "districts/", "indicators/", "transcript/")),
    *("gongji-1/speakers/bing/index.html", "gongji-1/districts/jia/index.html", "keywords/index.html"),
    *("search/index.html", "about/index.html", "speakers/index.html", "speakers/bing/index.html"),
    *("districts/index.html", "districts/jia/index.html", "404.html", "zhouji/index.html"),
]


def articles(attacks: dict[str, str]) -> list[Article]:
    """Give an article for each attack; every second one has a date, so that feeds list it; one is withdrawn."""
    made = []
    for number, words in enumerate(attacks.values(), start=1):
        article = attacked(words, f"gongji-{number}")
        if number % 2:
            source = replace(article.source, date="2024-03-08", url="https://paper.example/a?b=c&d='e'")
            article = replace(article, source=source)
        else:
            article = replace(article, source=replace(article.source, url=None))
        made.append(article)
    gone = attacked(" ".join(attacks.values()), "zhouji")
    words = next(iter(attacks.values()))
    withdrawn = replace(gone.editorial, withdrawn=Withdrawal(words, words), publish=False)
    return [*made, replace(gone, source=replace(gone.source, url=None), editorial=withdrawn)]


def written_site(folder: Path, attacks: dict[str, str], words: str) -> Path:
    """Write a site of attacked articles, with words in every setting and on the editor's page; give its folder."""
    (folder / "content/pages").mkdir(parents=True)
    (folder / "content/pages/about.md").write_text(f"# {words}\n\n" + "\n\n".join(attacks.values()), encoding="utf-8")
    settings = Settings(
        root=folder, title=words, description=words, base_url=BASE, imprint=words, contact=words, icp=words,
        gongan=words, content=folder / "content", templates=folder / "templates",
    )  # fmt: skip
    shown = articles(attacks)
    for article in shown:
        (folder / f"content/{article.slug}.yml").write_text(content.dump(article), encoding="utf-8")
    loaded = list(content.load_all(folder / "content"))
    printed = {a.slug: {p.id: (PrintedLine(p.lines[0], 0),) for p in a.paragraphs()} for a in loaded}
    write(plan(loaded, settings, printed), folder / "build")
    return folder / "build"


def attacked_site(folder: Path) -> Path:
    """Write the site of the whole corpus."""
    return written_site(folder, GROUPS, " ".join((ATTACKS["handler"], ATTACKS["script"], ATTACKS["template"])))


def plain_site(folder: Path) -> Path:
    """Write the same site with plain words in every place."""
    return written_site(folder, dict.fromkeys("abc", BENIGN), BENIGN)
