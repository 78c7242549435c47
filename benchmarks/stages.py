"""Measure that the time of every stage grows with its input and no faster, whatever the input is.

Usage: `python benchmarks/stages.py [STAGE …] [--size N]` from the project folder. Each stage gets hostile input of N
characters, then of twice and four times as many; the table gives seconds of the processor's time and the last ratio: 2
is linear, 4 quadratic. The exit code is 1 where a ratio is above 3 and the time is more than half a second.
Reading alone is measured with many more inputs by `benchmarks/reading.py --only linearity`.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from roundtable_site import checking, content, keywords, links, merge
from roundtable_site.errors import RoundtableError
from roundtable_site.parsing import read_text
from roundtable_site.parsing.source import source_from
from roundtable_site.settings import Limits, Settings
from roundtable_site.site import plan, write
from roundtable_site.site.formats import markdown

HEAD = "茶山新事 三人谈收成\n\n访谈嘉宾：\n\n云岭县委书记 罗志远\n石桥区副区长 沈佳宁\n\n"
TEXTS = {
    "one line of figures": "茶园增长3.5%，",
    "one line of speech": "“好，”罗志远说，“好。”",
    "lines of speech": "“今年有12.5万亩。”沈佳宁说。\n\n",
    "lines of headings": "守住好山 种出好茶\n\n罗志远说好。\n\n",
    "lines of names": "云岭县委书记 罗志远\n\n",
    "one word": "茶",
    "marks": "“（《「",
}
PAGES = {
    "elements side by side": "<p>一<a href=x>二</a>",
    "elements within one another": "<div>",
    "attributes": "<a " + "a=b " * 9 + ">",
    "openings": "<",
    "comments": "<!--",
    "entities": "&amp;",
    "tables": "<table><tr><td>",
}
MARKS = {
    "emphasis": "*a_",
    "brackets": "[![",
    "links": "[a](b) ",
    "links without end": "[a](",
    "quotations": "> ",
    "lists": "- a\n",
    "code": "`",
    "tables": "|a|b|\n|-|-|\n",
    "footnotes": "[^1]: a\n[^1]",
    "entities": "&lt;",
    "HTML": "<b>a",
    "reference links": "[a]: b\n",
}
YAML = {"lists in lists": "[", "records": "{a: ", "keys": "a: b\n", "marks": "'", "anchors": "&a ", "items": "- a\n"}
LIMITS = Limits(seconds=3600, lines=10**6, nesting=10**6)


def repeated(unit: str, size: int) -> str:
    """Give a text of about so many characters."""
    return unit * max(1, size // len(unit))


def refused(work: Callable[[], Any]) -> Callable[[], None]:
    """Take a refusal for an end like any other."""

    def ended() -> None:
        with contextlib.suppress(RoundtableError):
            work()

    return ended


def stage_of_text(stage: str) -> Callable[[str], Callable[[], Any]]:
    """Give a stage as a function from a text to the work on it; what comes before the stage is done already."""

    def prepared(text: str) -> Callable[[], Any]:
        article = read_text(HEAD + text + "\n罗志远说，茶园有12.5万亩。\n")
        dumped = content.dump(article)
        works: dict[str, Callable[[], Any]] = {
            "keywords": lambda: keywords.with_keywords(article),
            "dump": lambda: content.dump(article),
            "load": lambda: content.load_text(dumped, "content/a.yml"),
            "merge": lambda: merge.merge(dumped, dumped.replace("县委书记", "县长"), article, Path("content/a.yml")),
            "check": lambda: checking.check([article]),
            "pages": lambda: _written(article),
            "links": _links_of(article) if stage == "links" else lambda: None,
        }
        return works[stage]

    return prepared


def _written(article: Any) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        write(plan([article], Settings(root=folder, content=folder / "content"), {}), folder / "build")
    finally:
        shutil.rmtree(folder)


def _links_of(article: Any) -> Callable[[], Any]:
    folder = Path(tempfile.mkdtemp())
    write(plan([article], Settings(root=folder, content=folder / "content"), {}), folder / "build")
    return lambda: links.check(folder / "build")


STAGES: dict[str, tuple[dict[str, str], Callable[[str], Callable[[], Any]], float]] = {
    "decode": (TEXTS, lambda text: lambda: source_from(text.encode("gb18030"), "a.txt", LIMITS), 20),
    "read": (TEXTS, lambda text: lambda: read_text(HEAD + text + "\n罗志远说，茶园有12.5万亩。\n"), 1),
    **{
        name: (TEXTS, stage_of_text(name), share)
        for name, share in (("keywords", 1), ("dump", 1), ("load", 1), ("merge", 0.2), ("check", 0.5), ("pages", 0.2))
    },
    "links": ({"one line of figures": TEXTS["one line of figures"]}, stage_of_text("links"), 0.25),
    "yaml": (YAML, lambda text: lambda: content.load_text(text, "a.yml"), 4),
    "web page": (PAGES, lambda text: lambda: source_from(text.encode(), "a.html"), 4),
    "manuscript": (MARKS, lambda text: lambda: source_from(text.encode(), "a.md", LIMITS), 2),
    "markdown": (MARKS, lambda text: lambda: markdown(text), 0.25),
}
"""Stage → its inputs, what it does, and the share of the size that it gets (some cost more for each character)."""


def seconds_for(work: Callable[[], Any]) -> float:
    """Give the least of two measurements, so that others on the machine count less."""
    times = []
    for _ in range(2):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> int:
    """Print a row for each stage and input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stages", nargs="*", help=", ".join(STAGES))
    parser.add_argument("--size", type=int, default=20_000, help="characters of the smallest input")
    chosen = parser.parse_args()
    keywords.with_keywords(read_text(HEAD + "今年好。"))  # the dictionary is loaded once
    worst = 0.0
    for stage in chosen.stages or STAGES:
        inputs, work, share = STAGES[stage]
        for name, unit in inputs.items():
            sizes = [int(chosen.size * share) * factor for factor in (1, 2, 4)]
            seconds = [seconds_for(refused(work(repeated(unit, size)))) for size in sizes]
            ratio = seconds[2] / max(seconds[1], 1e-9)
            worst = max(worst, ratio if seconds[2] > 0.5 else 0)
            shown = "".join(f"{second:9.2f}" for second in seconds)
            print(f"{stage:12}{name:30}{sizes[2]:>9,}{shown}{ratio:7.1f}", flush=True)
    return 1 if worst > 3 else 0


if __name__ == "__main__":
    sys.exit(main())
