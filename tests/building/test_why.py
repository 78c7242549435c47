"""What a page depends on is data that one can ask for."""

import pytest

from building_site import make_site
from roundtable_site.build import build
from roundtable_site.build.why import why
from roundtable_site.errors import RoundtableError
from roundtable_site.settings import load_settings


@pytest.fixture
def site(tmp_path):
    root = make_site(tmp_path / "site", ("gangkou", "second"))
    build(load_settings(root), jobs=1)
    return root


def change(path, old, new):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_page_of_an_article_names_its_files_and_templates(site):
    found = why("gangkou/speakers/zhou-min/", load_settings(site))
    assert (found.page, found.group) == ("gangkou/speakers/zhou-min/index.html", "gangkou")
    assert found.files == (str(site / "content" / "gangkou.yml"),)
    assert {"speaker.html", "article_base.html", "base.html", "macros/records.html"} <= set(found.templates)
    assert "talk.html" not in found.templates


def test_a_page_across_articles_names_the_rows_it_is_made_of_and_whose_they_are(site):
    found = why("speakers/zhou-min/index.html", load_settings(site))
    assert (found.needs, found.articles) == (("person/zhou-min",), ("gangkou", "second"))
    assert why("index.html", load_settings(site)).needs == ("article/*",)


def test_why_the_last_build_made_a_page_or_left_it_is_told(site):
    change(site / "content" / "second.yml", "新船厂厂长", "新船厂老厂长")
    build(load_settings(site), jobs=1)
    settings = load_settings(site)
    assert why("second/index.html", settings).last == "made: its content file, its source or a picture changed"
    assert why("speakers/zhou-min/", settings).last == "made: its rows are others"
    assert why("speakers/lin-yifan/", settings).last.startswith("left as it was")
    assert why("gangkou/index.html", settings).last.startswith("left as it was")
    (site / "templates").mkdir()
    (site / "templates" / "colophon.html").write_text("<p>own</p>", encoding="utf-8")
    build(settings, jobs=1)
    assert why("gangkou/index.html", settings).last == "made: the theme or its labels changed"


def test_what_was_not_published_is_one_line(site, tmp_path):
    with pytest.raises(RoundtableError, match="published no such file"):
        why("nowhere/index.html", load_settings(site))
    with pytest.raises(RoundtableError, match="run build first"):
        why("index.html", load_settings(make_site(tmp_path / "other")))
