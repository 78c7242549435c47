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


def correct_the_harvest(printed=""):
    """Correct a figure after publishing: in its paragraph, its words, its figure and its value."""
    import re
    from pathlib import Path

    path = Path("content") / f"{SLUG}.yml"
    text = path.read_text(encoding="utf-8").replace("1.8万吨", "1.6万吨").replace("value: 18000\n", "value: 16000\n")
    note = f'    corrections:\n      - {{date: "2024-03-09", what: 产量有误, why: 县里更正{printed}}}\n'
    text, count = re.subn(r"(    text: .*1\.6万吨\n)", rf"\1{note}", text, count=1)
    assert count == 1
    path.write_text(text, encoding="utf-8")


def test_a_figure_that_is_corrected_must_say_what_was_printed_before(site):
    correct_the_harvest()
    before = (site / "build" / "manifest.json").read_bytes()
    result = run("build")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].endswith(
        "was corrected from «1.8万吨» to «1.6万吨»: say in its correction what was printed before, printed: 1.8万吨"
    )
    assert (site / "build" / "manifest.json").read_bytes() == before
    checked = run("check")
    assert checked.exit_code == 1
    assert "printed: 1.8万吨" in checked.output


def test_a_published_correction_survives_new_readings_and_the_proof(site):
    correct_the_harvest(", printed: 1.8万吨")
    assert run("build").exit_code == 0
    result = run("build")
    assert result.exit_code == 0, result.output
    page = (site / "build" / "corrections" / "index.html").read_text(encoding="utf-8")
    assert "产量有误" in page
    assert "<del>1.8万吨</del>" in page
    proof = run("verify")
    assert proof.exit_code == 0, proof.output
    assert "nothing would change" in run("diff").stdout


def test_a_correction_without_a_readable_day_is_a_warning(site):
    edit("  headline:", "  corrections:\n    - {date: 三月, what: 错字, why: 校对}\n  headline:")
    result = run("build")
    assert result.exit_code == 0
    assert "the correction's date '三月' is not read as a day: write it as 2024-03-09" in result.stderr
