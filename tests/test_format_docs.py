"""The examples in the documentation of files are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roundtable_site import content
from roundtable_site.checking.catalogue import RULES
from roundtable_site.content.formats import FORMAT
from roundtable_site.content.forms import Form
from roundtable_site.content.lists import ListOf
from roundtable_site.content.schema import ANY, FILE
from roundtable_site.settings import Settings, load_settings
from roundtable_site.settings.options import OPTIONS
from support import REPOSITORY

DOCS = REPOSITORY / "docs"


def block(name: str, language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", (DOCS / name).read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_of_a_content_file_is_read_and_written_as_it_stands() -> None:
    text = block("content-format.md", "yaml")
    assert content.dump(content.load_text(text, "docs/content-format.md")) == text
    assert f"format: {FORMAT}\n" in text


def fields(form: Form) -> set[str]:
    """Every field's name of a form and of the forms in it."""
    found = set()
    for field in form.fields:
        found.add(field.name)
        kind = field.kind.kind if isinstance(field.kind, ListOf) else field.kind
        if isinstance(kind, Form):
            found |= fields(kind)
    return found


@pytest.mark.parametrize("name", ["content-format.md", "zh/content-format.md"])
def test_every_field_is_described(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    described = set(re.findall(r"`([a-z_0-9]+)(?:: [a-z]+)?`", text))
    assert fields(FILE) | {field.name for field in ANY} <= described


@pytest.mark.parametrize("name", ["checks.md", "zh/checks.md"])
def test_every_check_is_described(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    assert set(RULES) <= set(re.findall(r"`([a-z0-9-]+)`", text))


def test_the_example_of_the_settings_has_every_setting_with_its_default(tmp_path: Path) -> None:
    text = block("settings.md", "toml")
    (tmp_path / "roundtable.toml").write_text(text, encoding="utf-8")
    settings = load_settings(tmp_path)
    plain = Settings(root=tmp_path)
    assert settings.title == "明山圆桌"
    assert (settings.languages, settings.strict) == (plain.languages, plain.strict)
    assert settings.keywords.number == plain.keywords.number
    assert settings.keywords.speaker_number == plain.keywords.speaker_number
    assert all(re.search(rf"^{option.name} = ", text, re.MULTILINE) for option in OPTIONS)
