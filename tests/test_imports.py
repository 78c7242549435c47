"""Imports point one way, so that a change in one room cannot break another behind its back."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "roundtable_site"
ROOMS = ("parsing", "content", "keywords", "merge", "checking", "site", "links")
# What stands below the rooms, and may be imported by all that stand above; a row may import the rows before it.
GROUND = (
    *("errors", "processes", "report", "manifest", "files", "word_lists", "slips", "web", "publishing", "progress"),
    *("cache", "model", "records", "sentences", "periods", "ids", "seeds", "settings"),
)
ABOVE = (
    "reading",
    "correcting",
    "migrating",
    "desk",
    "explaining",
    "scaffold",
    "build",
    "summary",
    "verify",
    "review",
    "shapes",
    "serve",
    "cli",
    "__main__",
)
# Doors between rooms that the design allows.
DOORS = {("checking", "parsing.source"), ("checking", "parsing.figures"), ("merge", "content")}


def imports(path: Path) -> set[str]:
    """Modules of the package that a file imports, by dotted name below the package."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("roundtable_site"):
            base = node.module.removeprefix("roundtable_site").removeprefix(".")
            found |= {base} if base else {alias.name for alias in node.names}
        if isinstance(node, ast.Import):
            found |= {
                a.name.removeprefix("roundtable_site.") for a in node.names if a.name.startswith("roundtable_site.")
            }
    return found - {"__version__"}


FILES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_below_it(path):
    here = room_of(path)
    for name in imports(path):
        there = name.split(".")[0]
        if there == here or there == "__init__":
            continue
        if here in GROUND:
            assert there in GROUND[: GROUND.index(here)], f"{here} must not import {name}"
        elif here in ROOMS:
            allowed = there in GROUND or any(here == a and name.startswith(b) for a, b in DOORS)
            assert allowed, f"{here} must not import {name}"
        elif here in ABOVE:
            assert there in (*GROUND, *ROOMS, *ABOVE[: ABOVE.index(here)]), f"{here} must not import {name}"


def test_links_knows_only_a_folder_of_files():
    for path in (PACKAGE / "links").rglob("*.py"):
        for name in imports(path):
            assert name.split(".")[0] in ("links", "errors", "report", "processes"), f"{path.name} imports {name}"


def test_verify_imports_nothing_of_the_code_that_writes_the_site():
    for path in (PACKAGE / "verify").rglob("*.py"):
        assert not {name for name in imports(path) if name.split(".")[0] in ("site", "build", "links")}


def test_only_keywords_knows_jieba():
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
        names |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        if any(name.split(".")[0] in ("jieba", "rjieba") for name in names):
            assert room_of(path) == "keywords", f"{path} imports a segmenter"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_stays_under_250_lines_and_a_function_under_40(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 250, f"{path.name} has {text.count(chr(10))} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 40, f"{path.name}: {node.name} has {length} lines"
