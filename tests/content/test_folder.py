"""All content files of a site are read together."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_sample import SMALL
from roundtable_site import content
from roundtable_site.errors import RoundtableError


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_articles_come_in_the_order_of_their_files(tmp_path: Path) -> None:
    write(tmp_path, "b.yml", SMALL.replace("slug: small", "slug: b"))
    write(tmp_path, "a.yml", SMALL.replace("slug: small", "slug: z"))
    (tmp_path / ".parsed").mkdir()
    write(tmp_path / ".parsed", "a.yml", "what the parser wrote")
    write(tmp_path, "notes.txt", "no content file")
    assert [article.slug for article in content.load_all(tmp_path)] == ["z", "b"]


def test_a_text_stands_in_for_a_file_that_is_not_written_yet(tmp_path: Path) -> None:
    old = write(tmp_path, "a.yml", SMALL)
    new = tmp_path / "b.yml"
    texts = {old: SMALL.replace("一次小小的圆桌", "改过的圆桌"), new: SMALL.replace("slug: small", "slug: b")}
    articles = content.load_all(tmp_path, texts)
    assert [(article.slug, article.headline) for article in articles] == [
        ("small", "改过的圆桌"),
        ("b", "一次小小的圆桌"),
    ]


def test_the_problems_of_all_files_come_together(tmp_path: Path) -> None:
    first = write(tmp_path, "a.yml", SMALL.replace("cue: 说", "cues: 说"))
    second = write(tmp_path, "b.yml", SMALL.replace("format: 1", "format: 9"))
    with pytest.raises(RoundtableError) as caught:
        content.load_all(tmp_path)
    assert [problem.location.path for problem in caught.value.problems] == [str(first), str(second)]


def test_two_articles_of_one_address_are_a_problem(tmp_path: Path) -> None:
    first = write(tmp_path, "a.yml", SMALL)
    second = write(tmp_path, "b.yml", SMALL)
    with pytest.raises(RoundtableError) as caught:
        content.load_all(tmp_path)
    assert str(caught.value) == f"{second}:14:3: slug small is that of {first} too: take another"


def test_a_folder_that_is_not_there_has_no_articles(tmp_path: Path) -> None:
    assert content.load_all(tmp_path / "content") == ()
