"""Fuzz a target for some minutes: `python fuzzing/run.py figures --minutes 5`; without a name, all in turn.

Finds are kept in `fuzzing/found/<target>/`, from where a test runs them for ever; what is new to a target is kept in
`.roundtable/fuzz/<target>/`, so that the next run goes on from there.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE.parent / ".roundtable" / "fuzz"
NAMES = ("decoding", "layout", "figures", "quotes", "content", "links", "markdown", "html", "docx", "pdf")


def main() -> int:
    """Fuzz the targets that are named; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="TARGET", help=f"one of {', '.join(NAMES)}; all if not given")
    parser.add_argument("--minutes", type=float, default=1.0, help="for each target")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    chosen, rest = parser.parse_known_args()
    if chosen.inside:
        fuzz(chosen.inside, [*chosen.names, *rest])
        return 0
    return max(_run(name, chosen.minutes) for name in chosen.names or NAMES)


def _run(name: str, minutes: float) -> int:
    """Fuzz one target in a process of its own and say in one line how it went."""
    found, kept = HERE / "found" / name, KEPT / name
    for folder in (found, kept):
        folder.mkdir(parents=True, exist_ok=True)
    command = [
        *(sys.executable, __file__, "--inside", name, str(kept), str(HERE / "corpus" / name), str(found)),
        *(f"-max_total_time={round(minutes * 60)}", "-timeout=60", "-rss_limit_mb=4096", "-max_len=4000"),
        *(f"-artifact_prefix={found}/", "-print_final_stats=1", "-report_slow_units=600"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    counted = re.search(r"number_of_executed_units:\s*(\d+)", done.stderr)
    executions = f"{int(counted[1]):,}" if counted else "?"
    covered = re.findall(r"cov: (\d+)", done.stderr)
    print(f"{name}: {executions} executions, {covered[-1] if covered else '?'} edges", flush=True)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if not line.startswith(("INFO", "WARNING"))]
        print("\n".join(said[-40:]), flush=True)
    if not any(found.iterdir()):
        found.rmdir()
    return 1 if done.returncode else 0


def fuzz(name: str, arguments: list[str]) -> None:
    """Let atheris call a target with ever new data."""
    import atheris

    sys.path.insert(0, str(HERE))
    with atheris.instrument_imports(include=["roundtable_site", "targets"]):
        import targets

    folders = [folder for folder in arguments if not folder.startswith("-") and os.path.isdir(folder)]  # noqa: PTH112
    options = [option for option in arguments if option.startswith("-")]
    atheris.Setup([sys.argv[0], *options, *folders], lambda data: targets.run(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
