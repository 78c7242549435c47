"""Build one archive with ours and with other generators, and write what each took into benchmarks/RESULTS.md.

Usage: `python benchmarks/peers.py [--articles 1000] [--rounds 1] [--only NAME …] [--output FILE]` from the project
folder, or `make bench`. The peers are installed into `.peers/`, once. The pages of all must say the same after
the full build, where nothing changed and after the edit; where they do not, the exit code is 1 and nothing is written.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

import archive
from peers.agreeing import differences
from peers.measuring import Taken, run, weight
from peers.telling import CASES, OURS, RICH, Measured, told
from peers.tools import REPOSITORY, Tool, install, tools, version

from roundtable_site.site.ordering import PART


def edited(text: str) -> str:
    """Change the title of the first guest of a content file."""
    before, titles, after = text.partition("    titles: [")
    return f"{before}{titles}代理{after}"


def disagreement(tool: Tool, work: Path) -> bool:
    """Say what differs between the pages of a tool and ours, if anything does."""
    if tool.name in (OURS, RICH):
        return False
    whole = len(list((work / "content").glob("*.yml"))) <= PART
    found = differences(work / OURS / "build", work / tool.name / tool.output, lists=whole)
    for line in found[:10]:
        print(f"{tool.name}: {line}", file=sys.stderr)
    return bool(found)


def timed(tool: Tool, work: Path, case: str, rounds: int) -> Taken:
    """Measure a tool in one case; of several rounds the quickest counts."""
    site, path = work / tool.name, sorted((work / "content").glob("*.yml"))[-1]
    texts = [path.read_text(encoding="utf-8"), edited(path.read_text(encoding="utf-8"))]
    found = []
    for at in range(rounds):
        if case == "full":
            tool.forget(site)
        if case == "edit":
            tool.put(site, path.name, texts[(at + rounds) % 2])  # so that the last round leaves the edited text
        found.append(run(tool.command, site, work / "log"))
        print(f"{tool.name}, {case}: {found[-1].wall:.2f} s, processor {found[-1].cpu:.2f} s", flush=True)
    return min(found, key=lambda taken: taken.wall)


def compared(chosen: list[Tool], work: Path, rounds: int) -> dict[str, Measured] | None:
    """Measure every tool in every case, in turn; None where pages disagree after any of them."""
    for tool in chosen:
        tool.lay(work / tool.name, work / "content")
    taken: dict[str, dict[str, Taken]] = {tool.name: {} for tool in chosen}
    for case in CASES:
        for tool in chosen:
            taken[tool.name][case] = timed(tool, work, case, rounds)
        if sum(disagreement(tool, work) for tool in chosen):
            return None
    outputs = {tool.name: work / tool.name / tool.output for tool in chosen}
    return {
        tool.name: Measured(
            version(tool), taken[tool.name], weight(outputs[tool.name], ".html"), weight(outputs[tool.name])
        )
        for tool in chosen
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[], help="names of generators beside ours, as in the tables")
    parser.add_argument("--output", type=Path, default=REPOSITORY / "benchmarks" / "RESULTS.md")
    given = parser.parse_args()
    load = f"{os.getloadavg()[0]:.1f}"
    install(REPOSITORY / ".peers")
    chosen = [tool for tool in tools(REPOSITORY / ".peers") if tool.program.exists()]
    chosen = [tool for tool in chosen if not given.only or tool.name in (OURS, *given.only)]
    work = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        archive.make(work, given.articles)
        measured = compared(chosen, work, given.rounds)
        if measured is None:
            return 1
        text = told(measured, given.articles, weight(work / "content")[1], given.rounds, load)
        given.output.write_text(text, encoding="utf-8")
    finally:
        shutil.rmtree(work)
    print(f"written: {given.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
