"""The release check: build the site, serve it, and let other people's validators judge it.

    python scripts/audit/run.py                     all checks, of the site of this repository's articles
    python scripts/audit/run.py --at http://…/      Lighthouse alone, on the front page of a site that is being served

Exit code 0 when nothing is wrong, 1 otherwise; every finding is a line.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import lighthouse
from server import served

TOOLS = Path(__file__).resolve().parent
REPOSITORY = TOOLS.parent.parent
BIN = TOOLS / "node_modules" / ".bin"
VNU = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def main() -> int:
    """Run the checks; say what each found."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--at", metavar="URL", help="measure this page alone")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="roundtable-audit-") as scratch:
        found = list(_speed([given.at], Path(scratch)) if given.at else _everything(Path(scratch)))
    for line in found:
        print(f"✗ {line}")
    print(f"audit: {len(found)} findings" if found else "audit: nothing found")
    return 1 if found else 0


def _everything(scratch: Path) -> Iterator[str]:
    """Yield the findings of all checks on the site of this repository."""
    site = scratch / "site"
    with served(site / "build") as base:
        _build(site, base)
        pages = _pages(site / "build")
        yield from _told("HTML by html-validate", _html_validate(site / "build"))
        yield from _told("HTML, CSS and SVG by the Nu checker", _nu(site / "build"))
        yield from _told("structured data", _structured_data(site / "build", pages))
        yield from _speed([base + pages[kind] for kind in ("home", "table", "speaker", "transcript")], scratch)


def _build(site: Path, base: str) -> None:
    """Build the site of the repository's articles, as dated ones, under the address at which it is served."""
    for name in ("seeds", "content"):
        shutil.copytree(REPOSITORY / name, site / name)
    roundtable = [sys.executable, "-m", "roundtable_site"]
    subprocess.run([*roundtable, "parse", "--root", site], check=True, stdout=subprocess.DEVNULL)
    for path in (site / "content").glob("*.yml"):
        text = path.read_text(encoding="utf-8").replace("\n  date: null\n", "\n  date: 2022-10-18\n")
        path.write_text(text, encoding="utf-8")
    subprocess.run([*roundtable, "build", "--root", site, "--base-url", base], check=True)


def _pages(build: Path) -> dict[str, str]:
    """Give a page of each kind that is measured, by the kind."""
    article = sorted(path.parent.parent for path in build.glob("*/indicators/index.html"))[0]
    speaker = sorted(path.parent for path in (article / "speakers").glob("*/index.html"))[0]
    found = {
        "home": build,
        "overview": article,
        "table": article / "indicators",
        "speaker": speaker,
        "transcript": article / "transcript",
    }
    return {kind: "" if path == build else f"{path.relative_to(build).as_posix()}/" for kind, path in found.items()}


def _told(check: str, findings: Iterable[str]) -> Iterator[str]:
    """Pass findings on, and say how many there were."""
    found = list(findings)
    print(f"{check}: {len(found) or 'no'} findings", flush=True)
    yield from found


def _output(command: list[object]) -> tuple[int, str]:
    """Run a tool; give its exit code and what it said."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300, check=False)
    return done.returncode, (done.stdout + done.stderr).strip()


def _html_validate(build: Path) -> Iterator[str]:
    """Yield what html-validate finds in any page."""
    code, said = _output([BIN / "html-validate", "--config", TOOLS / ".htmlvalidate.json", build / "**" / "*.html"])
    if code:
        yield from said.splitlines()


def _nu(build: Path) -> Iterator[str]:
    """Yield the errors that the Nu checker finds in any page, style sheet or drawing."""
    code, said = _output(
        ["java", "-jar", VNU, "--errors-only", "--format", "gnu", "--also-check-css", "--also-check-svg",
         "--skip-non-html", build]
    )  # fmt: skip
    if code:
        yield from said.splitlines() or [f"the Nu checker failed with code {code}"]


_DESCRIBED = {
    "home": ("WebSite",),
    "overview": ("NewsArticle", "Person", "Dataset", "BreadcrumbList"),
    "table": ("Dataset", "BreadcrumbList"),
    "speaker": ("Person", "Quotation", "BreadcrumbList"),
    "transcript": ("NewsArticle", "BreadcrumbList"),
}
"""What each kind of page describes at least."""


def _structured_data(build: Path, pages: dict[str, str]) -> Iterator[str]:
    """Yield where a page does not describe what its kind describes."""
    for kind, schemas in _DESCRIBED.items():
        wanted = ",".join(f"jsonld:{schema}" for schema in schemas)
        code, said = _output([BIN / "sdtt", "--file", build / pages[kind] / "index.html", "--schemas", wanted])
        if code:
            yield from (f"{kind}: {line.strip()}" for line in said.splitlines() if "✕" in line or "rror" in line)
            yield f"{kind}: structured-data-testing-tool failed with code {code}"


def _speed(addresses: Iterable[str], scratch: Path) -> Iterator[str]:
    """Yield what Lighthouse finds on pages, on its mobile profile."""
    for address in addresses:
        report = lighthouse.measure(TOOLS, address, scratch / "lighthouse.json")
        print(f"Lighthouse {address}: {lighthouse.figures(report)}", flush=True)
        yield from (f"{address}: {problem}" for problem in lighthouse.problems(report))


if __name__ == "__main__":
    sys.exit(main())
