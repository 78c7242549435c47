"""The site's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from roundtable_site.errors import RoundtableError
from roundtable_site.settings import KeywordOptions, Settings, load_settings


def site(folder: Path, text: str) -> Path:
    (folder / "roundtable.toml").write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(RoundtableError) as caught:
        load_settings(site(folder, text))
    return [str(problem).removeprefix(f"{folder}/roundtable.toml:") for problem in caught.value.problems]


def test_every_setting_has_a_default(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings.content == tmp_path / "content"
    assert settings.keywords.words == tmp_path / "words.txt"
    assert load_settings(None) == Settings()


def test_what_the_file_says_is_in_the_settings(tmp_path: Path) -> None:
    text = """
title = "明山圆桌"
base_url = "https://paper.example/tables"
icp = "某ICP备1号"
languages = ["zh-Hans", "en"]
strict = true
folders.build = "public"
[keywords]
number = 5
words = "desk/words.txt"
[theme]
accent = "#aa3322"
"""
    settings = load_settings(site(tmp_path, text))
    assert settings.title == "明山圆桌"
    assert settings.base_url == "https://paper.example/tables/"
    assert settings.languages == ("zh-Hans", "en")
    assert settings.strict
    assert settings.build == tmp_path / "public"
    assert settings.keywords == KeywordOptions(5, 12, tmp_path / "desk/words.txt", tmp_path / "stopwords.txt")
    assert settings.theme.accent == "#aa3322"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            '[downloads]\nformats = ["pdf"]',
            ["2:1: formats takes a list of any of xlsx, csv, excel-csv, json, yml"],
        ),
        ('titel = "x"', ["1:1: unknown setting titel (did you mean title?)"]),
        ("title = 3", ['1:1: title takes text, as in "…"']),
        ("\n[keywords]\n  nummer = 3\n", ["3:3: unknown setting nummer (did you mean number?)"]),
        ("[keywords]\nnumber = true\n", ["2:1: number takes a whole number from 0 to 1000"]),
        ('seeds = "in"', ["1:1: seeds stands in the wrong place: it belongs under [folders]"]),
        ("folders = 3", ["1:1: folders is a table: [folders]"]),
        ("[teme]\n", ["1:2: unknown setting teme (did you mean theme?)"]),
        ('theme.accent = "red"', ['1:1: accent takes a colour, as in "#aa3322"']),
        ("title = “圆桌”\n", ['1:9: broken TOML: “ is no mark of TOML: type plain marks, as in title = "…"']),
        ('a = "b\n', ["1:7: broken TOML: illegal character '\\n'"]),
        ('base_url = "paper.example"',
         ["1:1: base_url is no web address: write it whole, as in https://paper.example/tables/"]),
        ('base_url = "javascript:alert(1)"',
         ["1:1: base_url is no web address: write it whole, as in https://paper.example/tables/"]),
        ('folders.build = "."',
         ["1:1: the build folder is replaced whole by each build: it cannot be the site's folder or above it"]),
        ('[folders]\nbuild = "content/out"',
         ["2:1: the build folder is replaced whole by each build: it cannot share a folder with content"]),
        ('titel = "x"\nstrict = "yes"',
         ["1:1: unknown setting titel (did you mean title?)", "2:1: strict takes true or false"]),
    ],
)  # fmt: skip
def test_a_slip_is_named_with_its_line_and_column(text: str, lines: list[str], tmp_path: Path) -> None:
    assert problems(tmp_path, text) == lines


def test_options_of_a_command_win_and_what_was_not_given_stays(tmp_path: Path) -> None:
    settings = load_settings(tmp_path).with_overrides(build=tmp_path / "out", base_url=None, strict=True)
    assert (settings.build, settings.base_url, settings.strict) == (tmp_path / "out", None, True)
    with pytest.raises(RoundtableError, match="base_url is no web address"):
        settings.with_overrides(base_url="x")


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(RoundtableError, match="there is no such folder"):
        load_settings(tmp_path / "nowhere")
