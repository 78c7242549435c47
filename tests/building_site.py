"""A site of a few invented articles, as content files alone."""

from pathlib import Path

from msgspec.structs import replace

from roundtable_site import content
from site_example import another

SLUGS = ("gangkou", "second", "third")


def make_site(root: Path, slugs=SLUGS) -> Path:
    (root / "content" / "pages").mkdir(parents=True)
    (root / "content" / "pages" / "about.md").write_text("# 关于\n\n这是一个小站。\n", encoding="utf-8")
    for slug in slugs:
        write_article(root, slug)
    (root / "roundtable.toml").write_text('title = "江边数据"\n', encoding="utf-8")
    return root


def write_article(root: Path, slug: str, **changes) -> None:
    article = replace(another(slug, f"第{slug}篇"), **changes)
    (root / "content" / f"{slug}.yml").write_text(content.dump(article), encoding="utf-8")
