"""Whole sites: what a build leaves on the disk, and what it must not touch."""

import pytest

from roundtable_site import content, links
from roundtable_site.build import build
from roundtable_site.errors import RoundtableError
from roundtable_site.parsing import parse_article
from roundtable_site.settings import load_settings
from support import ARTICLES, REPOSITORY, tree


def built(root, **overrides):
    return build(load_settings(root).with_overrides(**overrides))


def test_two_builds_of_one_input_give_the_same_bytes(small_site):
    built(small_site)
    first = tree(small_site)
    built(small_site)
    assert tree(small_site) == first


def test_a_build_leaves_nothing_beside_the_site_but_what_it_remembers(small_site):
    built(small_site)
    assert sorted(p.name for p in small_site.iterdir()) == [".roundtable", "build", "content", "seeds"]


def test_an_editors_correction_stands_and_is_published(small_site):
    built(small_site)
    content = small_site / "content" / "chaye-yuanzhuo.yml"
    mended = content.read_text(encoding="utf-8").replace("云岭县委书记", "云岭县委书记、县长")
    content.write_text(mended, encoding="utf-8")
    result = built(small_site)
    assert [reading.outcome for reading in result.readings] == ["edited"]
    assert content.read_text(encoding="utf-8") == mended
    pages = "".join(p.read_text(encoding="utf-8") for p in (small_site / "build").rglob("index.html"))
    assert "云岭县委书记、县长" in pages


def test_a_seed_that_reads_differently_under_an_edited_file_is_merged(small_site):
    built(small_site)
    content = small_site / "content" / "chaye-yuanzhuo.yml"
    content.write_text(content.read_text(encoding="utf-8").replace("云岭县委书记", "云岭县长"), encoding="utf-8")
    seed = small_site / "seeds" / "chaye-yuanzhuo.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("12.5万亩", "13万亩"), encoding="utf-8")
    result = built(small_site)
    assert [reading.outcome for reading in result.readings] == ["merged"]
    assert [warning for warning in result.warnings if "yours stays" in warning.message] == []
    text = content.read_text(encoding="utf-8")
    assert "云岭县长" in text
    assert "figure: 13万亩" in text
    before = tree(small_site)
    assert [reading.outcome for reading in built(small_site).readings] == ["edited"]
    assert tree(small_site) == before


def test_what_both_the_editor_and_the_seed_changed_stays_and_is_told_once(small_site):
    built(small_site)
    content = small_site / "content" / "chaye-yuanzhuo.yml"
    content.write_text(
        content.read_text(encoding="utf-8").replace("表, 石桥区副区长", "表, 石桥区代区长"), encoding="utf-8"
    )
    seed = small_site / "seeds" / "chaye-yuanzhuo.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("石桥区副区长", "石桥区区长"), encoding="utf-8")
    told = [str(warning) for warning in built(small_site).warnings if "yours stays" in warning.message]
    assert told == [
        f"{content}:55:13: warning: guest shen-jianing: titles is read today as «市人大代表、石桥区区长»;"
        " yours stays: «市人大代表、石桥区代区长»"
    ]
    assert [warning for warning in built(small_site).warnings if "yours stays" in warning.message] == []


def test_a_changed_seed_under_an_untouched_file_is_read_again(small_site):
    built(small_site)
    seed = small_site / "seeds" / "chaye-yuanzhuo.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("12.5万亩", "13万亩"), encoding="utf-8")
    result = built(small_site)
    assert [reading.outcome for reading in result.readings] == ["rewritten"]
    assert "13万亩" in (small_site / "content" / "chaye-yuanzhuo.yml").read_text(encoding="utf-8")


def test_a_broken_link_fails_the_build_and_the_published_site_stays(small_site):
    built(small_site)
    before = tree(small_site / "build")
    pages = small_site / "content" / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    (pages / "about.md").write_text("# 关于\n\n请看[那一页](nowhere/index.html)。\n", encoding="utf-8")
    with pytest.raises(RoundtableError, match=r"nowhere/index\.html"):
        built(small_site)
    assert tree(small_site / "build") == before


def test_a_failing_template_leaves_the_published_site(small_site):
    built(small_site)
    before = tree(small_site / "build")
    (small_site / "templates").mkdir()
    (small_site / "templates" / "home.html").write_text("{{ no_such_name }}", encoding="utf-8")
    with pytest.raises(RoundtableError, match=r"home\.html"):
        built(small_site)
    assert tree(small_site / "build") == before


SEED, CONTENT = "seeds/chaye-yuanzhuo.txt", "content/chaye-yuanzhuo.yml"
BAD_INPUT = [
    pytest.param(SEED, b"", "empty", id="an empty source"),
    pytest.param(SEED, b"\x7fELF\x00\x00\x01", "binary|not text", id="a binary file"),
    pytest.param(SEED, b"\xff\xfe\xfd\xfc\x00abc\xfd", "tried|not text|binary", id="bytes in no encoding"),
    pytest.param(CONTENT, b"format: 1\n  article: [", "content/chaye-yuanzhuo.yml:2", id="broken YAML"),
]


@pytest.mark.parametrize(("path", "data", "message"), BAD_INPUT)
def test_bad_input_is_named_and_changes_nothing(small_site, path, data, message):
    built(small_site)
    (small_site / path).write_bytes(data)
    before = tree(small_site)
    with pytest.raises(RoundtableError, match=message) as caught:
        built(small_site)
    assert all(str(problem).startswith(str(small_site / path)) for problem in caught.value.problems)
    assert tree(small_site) == before


def test_all_problems_of_a_run_are_reported_together_and_sorted(small_site):
    for name in ("b.txt", "a.txt"):
        (small_site / "seeds" / name).write_bytes(b"")
    with pytest.raises(RoundtableError) as caught:
        built(small_site)
    assert [problem.location.path for problem in caught.value.problems] == [
        str(small_site / "seeds" / "a.txt"),
        str(small_site / "seeds" / "b.txt"),
    ]
    assert not (small_site / "content").exists()


def test_an_article_without_guests_is_one_warning(small_site):
    (small_site / "seeds" / "wuming.txt").write_text(
        "一个没有人说话的标题\n\n这里只有一段话，谁也没有开口。\n", encoding="utf-8"
    )
    result = built(small_site)
    assert [w.message for w in result.warnings] == ["no guests found: add them under guests: in the content file"]
    assert "guests: []" in (small_site / "content" / "wuming.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [*sorted(ARTICLES.glob("*.txt")), *sorted((REPOSITORY / "seeds").glob("*.txt"))])
def test_what_is_read_from_an_article_loads_again_as_the_same_article(path):
    article = parse_article(path)
    assert content.load_text(content.dump(article), path) == article


def test_pages_across_articles_give_no_link_check_anything_to_say(small_site):
    first = small_site / "seeds" / "chaye-yuanzhuo.txt"
    (small_site / "seeds" / "chaye-zaihui.txt").write_bytes(first.read_bytes())
    built(small_site)
    report = links.check(small_site / "build")
    assert [str(finding) for finding in report.findings] == []
