"""What fuzzing starts from, and whatever it found, keeps every promise for ever."""

import importlib.util
import sys

import pytest

from support import REPOSITORY

FUZZING = REPOSITORY / "fuzzing"


def load(name):
    spec = importlib.util.spec_from_file_location(f"fuzzing_{name}", FUZZING / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


targets, runner = load("targets"), load("run")
FILES = sorted(path for kind in ("corpus", "found") for path in (FUZZING / kind).glob("*/*"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name[:20]}")
def test_what_is_fuzzed_from_and_what_was_found_keeps_every_promise(path):
    if path.parent.name in ("docx", "pdf"):
        pytest.importorskip({"docx": "docx", "pdf": "pypdfium2"}[path.parent.name])
    targets.run(path.parent.name, path.read_bytes())


def test_every_target_has_something_to_start_from():
    assert {path.parent.name for path in FILES} == set(targets.TARGETS) == set(runner.NAMES)


@pytest.mark.parametrize("name", ["layout", "quotes", "figures"])
def test_any_bytes_are_words_of_articles(name):
    text = targets.text_of(b"\0" + bytes(range(128, 256)) * 2)
    assert "罗志远" in text
    targets.run(name, b"\0" + bytes(range(128, 256)) * 2)
