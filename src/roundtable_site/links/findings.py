"""What a link check finds: one value for each problem, and a report that also says what was looked at."""

from __future__ import annotations

from msgspec import Struct, field

from roundtable_site.errors import Location, Problem, Severity
from roundtable_site.report import visible


class BrokenLink(Struct, frozen=True, order=True):
    """One thing that is wrong with the links of one file.

    `page` is the file's path in the folder; `line` and `column` count from 1 (0: the file as a whole). `link` is the
    address as it is written, `place` where it stands ("a href"), `times` how often that very address stands there.
    `rule` is a short lasting name of the kind of problem; `target` is what the link comes to, by which problems
    with one cause are grouped; `origin` is the source that the page was made from, where that is known.
    """

    page: str
    line: int = 0
    column: int = 0
    link: str = ""
    reason: str = ""
    suggestion: str = ""
    severity: Severity = "error"
    rule: str = "missing"
    place: str = ""
    target: str = ""
    origin: str = ""
    times: int = 1

    @property
    def message(self) -> str:
        """Give what is wrong and what was probably meant, without the place.

        >>> BrokenLink("a.html", link="b.htm", reason="no such file", suggestion="b.html").message
        'b.htm → no such file (did you mean b.html?)'
        """
        hint = f" (did you mean {self.suggestion}?)" if self.suggestion else ""
        return visible(f"{self.link} → {self.reason}{hint}" if self.link else f"{self.reason}{hint}")

    @property
    def problem(self) -> Problem:
        """Give the same finding as a `Problem`, for commands that list findings of many kinds."""
        return Problem(Location(visible(self.page), self.line, self.column), self.message, self.severity)

    def __str__(self) -> str:
        """Give the line an editor acts on."""
        times = f" ({self.times} times on this page)" if self.times > 1 else ""
        origin = f" [from {self.origin}]" if self.origin else ""
        return f"{self.problem}{times}{origin}"


class Counts(Struct, frozen=True):
    """What was looked at, so that "no problems" is never "nothing looked at"."""

    files: int = 0
    """Files in the folder, each of which a link may point to."""
    pages: int = 0
    """HTML pages that were read."""
    others: int = 0
    """Style sheets, drawings, feeds, sitemaps and manifests that were read."""
    links: int = 0
    """Links of every kind in them, the same address counted as often as it stands there."""
    fragments: int = 0
    """Different places within pages (`#…`) that were looked for."""
    external: int = 0
    """Links to other sites."""
    external_checked: int = 0
    """Different addresses of other sites that were asked for."""
    ignored: int = 0
    """Links left out by an ignore list or an ignore attribute."""

    def __add__(self, other: Counts) -> Counts:
        """Add two counts, field by field."""
        return Counts(*(getattr(self, name) + getattr(other, name) for name in Counts.__struct_fields__))


class Report(Struct, frozen=True):
    """The outcome of one check: all findings, sorted by place, and the counts of what was checked."""

    folder: str
    findings: tuple[BrokenLink, ...] = ()
    counts: Counts = field(default_factory=Counts)
    checked: tuple[str, ...] = ()
    """The files that were read, sorted."""

    def path_of(self, finding: BrokenLink) -> str:
        """Give the path of a finding's file as it is reached from where the check was started."""
        return f"{self.folder.rstrip('/')}/{finding.page}" if self.folder not in (".", "./") else finding.page

    @property
    def errors(self) -> tuple[BrokenLink, ...]:
        """Give the links that lead nowhere."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def warnings(self) -> tuple[BrokenLink, ...]:
        """Give what works but should be looked at."""
        return tuple(finding for finding in self.findings if finding.severity == "warning")

    def exit_code(self, *, strict: bool = False) -> int:
        """Give 0 for sound links, 1 for problems (with `strict` also for warnings), 2 if there was nothing to check."""
        if not self.counts.pages and not self.counts.others:
            return 2
        return 1 if self.errors or (strict and self.findings) else 0
