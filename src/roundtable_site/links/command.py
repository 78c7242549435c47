"""What the command `check-links` does: check, write the report, say how it ended."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from roundtable_site.errors import RoundtableError
from roundtable_site.links.check import check
from roundtable_site.links.external.options import External
from roundtable_site.links.findings import Report
from roundtable_site.links.report import render, summary
from roundtable_site.links.telling import Over

_FOR_PEOPLE = ("text", "github")  # their last line is the summary


class Ending(NamedTuple):
    """What to print on standard output, what on standard error, and the exit code (0 sound, 1 problems, 2 misuse)."""

    output: str
    message: str
    exit_code: int


def check_links(
    folder: str | Path,
    *,
    form: str = "text",
    output: str | Path | None = None,
    strict: bool = False,
    base_url: str | None = None,
    ignore: Sequence[str] = (),
    exclude: Sequence[str] = (),
    origins: Mapping[str, str] | None = None,
    external: External | None = None,
    workers: int | None = None,
    progress: Over | None = None,
) -> Ending:
    """Check a folder and give the report in a form, with the seconds it took as its end where it is for people.

    With `output`, the report is written to that file instead, and the summary is the message.

    A folder in which nothing could be checked ends with 2, broken links (with `strict` also warnings) with 1.
    """
    start = time.monotonic()
    try:
        report = check(
            folder,
            base_url=base_url,
            ignore=ignore,
            exclude=exclude,
            origins=origins,
            external=external,
            workers=workers,
            progress=progress,
        )
    except RoundtableError as error:
        return Ending("", str(error), 2)
    return _ending(report, form, output, strict, time.monotonic() - start)


def _ending(report: Report, form: str, output: str | Path | None, strict: bool, seconds: float) -> Ending:
    rendered, code = render(report, form), report.exit_code(strict=strict)
    took = f"; {seconds:.1f} s" if code != 2 else ""
    if output is None:
        return (
            Ending(rendered + took, "", code) if form in _FOR_PEOPLE else Ending(rendered, summary(report) + took, code)
        )
    try:
        Path(output).write_text(rendered + "\n", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        return Ending("", f"{output}: the report cannot be written: {(error.strerror or str(error)).lower()}", 2)
    return Ending("", summary(report) + took, code)
