"""An editor's decisions about a whole article, from the content file to the published site."""

import pytest
from click.testing import CliRunner

from roundtable_site.cli import main

SLUG = "chaye-yuanzhuo"


def run(*arguments, **kwargs):
    return CliRunner().invoke(main, [str(a) for a in arguments], **kwargs)


@pytest.fixture
def site(small_site, monkeypatch):
    """A site that was built once, and is this folder."""
    monkeypatch.chdir(small_site)
    assert run("build").exit_code == 0
    return small_site


def edit(old, new):
    """Change the content file as an editor does; the place must be there."""
    from pathlib import Path

    path = Path("content") / f"{SLUG}.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_withdrawn_article_leaves_a_site_that_is_sound_and_proved(site):
    edit("  headline:", '  was: chaye\n  withdrawn: {date: "2024-03-09", why: 来源有误}\n  headline:')
    result = run("build", "--strict")
    assert result.exit_code == 0, result.output
    assert f"note: content/{SLUG}.yml: withdrawn, its addresses say so" in result.stdout
    assert "来源有误" in (site / "build" / SLUG / "index.html").read_text(encoding="utf-8")
    assert "../chaye-yuanzhuo/index.html" in (site / "build" / "chaye" / "index.html").read_text(encoding="utf-8")
    assert run("verify", "--strict").exit_code == 0


def test_an_article_that_nobody_signed_off_is_held_back_and_named(site):
    (site / "roundtable.toml").write_text("reviews = 1\n", encoding="utf-8")
    result = run("build", "--strict")
    assert result.exit_code == 0, result.output
    assert f"note: content/{SLUG}.yml: held back: 0 of 1 sign-offs" in result.stdout
    assert not (site / "build" / SLUG).exists()
    edit("  headline:", '  reviewed: [{by: 王编辑, date: "2024-03-09"}]\n  headline:')
    assert "held back" not in run("build", "--strict").stdout
    assert (site / "build" / SLUG / "index.html").exists()
