"""Judge pages as Lighthouse measures them on a phone: four scores, a layout that stays, the main thing soon there."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

LEAST_SCORE = 0.98
MOST_SHIFT = 0
MOST_MILLISECONDS = 1500  # to the largest contentful paint, on Lighthouse's mobile profile
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PATIENCE = 180  # seconds for one run
TRIES = 3  # other work on the machine can only make a page seem slower: one good run is enough
_CHROME = "--headless=new --no-sandbox --disable-gpu"

Report = Mapping[str, Any]


def problems(report: Report) -> Iterator[str]:
    """Yield what is wrong with a page; a page that could not be measured has no scores, which is wrong too."""
    failed = report.get("runtimeError", {}).get("message")
    if failed:
        yield f"not measured: {failed}"
    for name in CATEGORIES:
        score = report.get("categories", {}).get(name, {}).get("score")
        if score is None or score < LEAST_SCORE:
            yield f"{name} is {score if score is None else round(score * 100)}{_reasons(report, name)}"
    for name, most in (("cumulative-layout-shift", MOST_SHIFT), ("largest-contentful-paint", MOST_MILLISECONDS)):
        found = report.get("audits", {}).get(name, {}).get("numericValue")
        if found is None or found > most:
            yield f"{name} is {found if found is None else round(found, 3)}, at most {most}"


def _reasons(report: Report, category: str) -> str:
    """Name the audits that cost a category its score."""
    audits = report.get("audits", {})
    named = report.get("categories", {}).get(category, {}).get("auditRefs", [])
    costly = [ref["id"] for ref in named if ref.get("weight") and (audits.get(ref["id"], {}).get("score") or 0) < 1]
    return f" ({', '.join(costly)})" if costly else ""


def figures(report: Report) -> str:
    """Say in a line what was measured."""
    categories, audits = report.get("categories", {}), report.get("audits", {})
    scores = [categories.get(name, {}).get("score") for name in CATEGORIES]
    shift, paint = (
        audits.get(name, {}).get("numericValue") for name in ("cumulative-layout-shift", "largest-contentful-paint")
    )
    shown = "/".join("–" if score is None else str(round(score * 100)) for score in scores)
    return f"{shown}, CLS {shift}, LCP {'–' if paint is None else round(paint)} ms"


def measure(tools: Path, address: str, output: Path) -> Report:
    """Run Lighthouse on a page until a run is faultless, at most three times; give the last report."""
    report: Report = {}
    for _ in range(TRIES):
        report = _run(tools, address, output)
        if not list(problems(report)):
            break
    return report


def _stop(running: subprocess.Popen[bytes]) -> None:
    """Interrupt Lighthouse, which then closes its browser too; end it where that does not help."""
    running.send_signal(signal.SIGINT)
    try:
        running.wait(15)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()


def _run(tools: Path, address: str, output: Path) -> Report:
    """Run Lighthouse once; a run that writes no report gives an empty one."""
    output.unlink(missing_ok=True)
    command = [tools / "node_modules/.bin/lighthouse", address, "--quiet", "--output=json", f"--output-path={output}"]
    running = subprocess.Popen([*command, f"--chrome-flags={_CHROME}"], stderr=subprocess.DEVNULL)
    try:
        running.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        _stop(running)
        return {"runtimeError": {"message": f"Lighthouse had not finished after {PATIENCE} s"}}
    if not output.is_file():
        return {"runtimeError": {"message": "Lighthouse wrote no report"}}
    report: Report = json.loads(output.read_text(encoding="utf-8"))
    return report
