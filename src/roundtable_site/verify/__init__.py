"""Prove a published site: its files against its manifest, its words and figures against the source text.

What the pages claim is read from their HTML alone; nothing here knows the code that wrote them. So a page that was
changed together with its entry in the manifest is found as well.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape
from pathlib import Path

from msgspec import Struct

from roundtable_site import manifest
from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.manifest import Manifest
from roundtable_site.progress import Progress, Silent
from roundtable_site.verify.active import read_active
from roundtable_site.verify.claims import PERSON, Claim, read_claims
from roundtable_site.verify.copies import copy_problems
from roundtable_site.verify.data import read_data
from roundtable_site.verify.evidence import Evidence, gather
from roundtable_site.verify.linked import read_linked
from roundtable_site.verify.markup import bare
from roundtable_site.verify.shown import copied_problems, missing_problems
from roundtable_site.verify.transcript import read_transcript
from roundtable_site.verify.words import shown, transcript_troubles

TRANSCRIPT = "transcript/index.html"
_DATA = (".csv", ".json")


class Verified(Struct, frozen=True):
    """What was held against what, and what is not borne out; problems are sorted by place."""

    folder: Path
    problems: tuple[Problem, ...]
    files: int
    pages: int
    quotations: int
    figures: int
    words: int

    def exit_code(self, *, strict: bool = False) -> int:
        """Give 0 where all is borne out, 1 where something is not (with `strict` also for warnings)."""
        return int(any(strict or problem.severity == "error" for problem in self.problems))

    def summary(self) -> str:
        """Say in one line what was checked."""
        errors = sum(problem.severity == "error" for problem in self.problems)
        return (
            f"verified {self.files:,} files and {self.pages:,} pages: {self.quotations:,} quotations, "
            f"{self.figures:,} figures and {self.words:,} other passages held against the source; "
            f"{errors:,} error{'' if errors == 1 else 's'}, {len(self.problems) - errors:,} warnings"
        )


def verify(folder: Path, root: Path, progress: Progress | None = None) -> Verified:
    """Verify the site published in `folder`; `root` is the site's folder, which the manifest's paths start from.

    Raises RoundtableError where there is no manifest.
    """
    listed = manifest.read(folder)
    present = manifest.files_in(folder)
    problems = list(_file_problems(folder, listed, present))
    pages = [name for name in present if name.endswith(".html")]
    known = _all_evidence(folder, root, listed, pages, problems)
    seen: dict[str, int] = {}
    shown_on: dict[str, set[str]] = {}
    progress = progress or Silent()
    for name in progress.over("verifying", [name for name in present if name.endswith((".html", *_DATA))]):
        markup = (folder / name).read_bytes()
        if name in pages:
            problems += _active_problems(folder / name, markup)
        claims = list(_claims(name, markup, known))
        shown_on[name] = {claim.record for claim in claims if claim.kind in ("figure", "quotation") and not claim.field}
        for claim in claims:
            seen[claim.kind] = seen.get(claim.kind, 0) + 1
            if trouble := _trouble(claim, name, known):
                problems.append(_problem(folder / name, markup, claim.text, trouble))
    problems += copy_problems(folder, listed, present)
    problems += missing_problems(folder, listed, present, known, shown_on)
    problems += copied_problems(folder, listed, present)
    return Verified(
        folder, tuple(sorted(set(problems))), len(present), len(pages),
        seen.get("quotation", 0), seen.get("figure", 0), seen.get("words", 0),
    )  # fmt: skip


def _claims(name: str, markup: bytes, known: dict[str, Evidence]) -> Iterator[Claim]:
    """Yield what a file claims; the words of a transcript were held against the source before, its names were not."""
    if name.endswith(_DATA):
        yield from read_data(markup, name)
    elif name.removesuffix("/" + TRANSCRIPT) in known:
        yield from (claim for claim in read_claims(markup) if claim.kind == "person")
    else:
        yield from read_claims(markup)
        yield from (claim._replace(field="json-ld") for claim in read_linked(markup))


def _file_problems(folder: Path, listed: Manifest, present: dict[str, str]) -> Iterator[Problem]:
    for name in sorted(listed.files.keys() | present.keys()):
        where = Location(str(folder / name))
        if name not in present:
            yield Problem(where, "was published and is gone: publish the site again")
        elif name not in listed.files:
            yield Problem(where, "is not in the manifest: it was not published by the build")
        elif present[name] != listed.files[name]:
            yield Problem(where, "was changed since it was published: its sha256 is another")


def _all_evidence(
    folder: Path, root: Path, listed: Manifest, pages: list[str], problems: list[Problem]
) -> dict[str, Evidence]:
    """Give what is known of each article, by the folder of its pages: its slug, below a language's folder or not."""
    known: dict[str, Evidence] = {}
    for name in (name for name in pages if name.endswith("/" + TRANSCRIPT)):
        home, path = name.removesuffix("/" + TRANSCRIPT), folder / name
        slug = home.rpartition("/")[2]
        markup = path.read_bytes()
        transcript = read_transcript(markup)
        if slug not in listed.articles:
            if not transcript.text:
                continue  # where a transcript stood before its article was withdrawn or got another address
            problems.append(Problem(Location(str(path)), "the manifest does not say which source this article is from"))
            continue
        known[home] = evidence = gather(slug, listed.articles[slug], root, transcript, problems)
        for words, trouble, severity in transcript_troubles(evidence):
            problem = _problem(path, markup, words, trouble)
            problems.append(Problem(problem.location, problem.message, severity))
    for slug in sorted(listed.articles.keys() - known.keys()):
        problems.append(Problem(Location(str(folder / slug)), "the article is in the manifest and has no transcript"))
    return known


def _trouble(claim: Claim, page: str, known: dict[str, Evidence]) -> str:
    """Say what is wrong with a claim; one that names no article is held against all of them."""
    led = posixpath.normpath(posixpath.join(posixpath.dirname(page), claim.address)) if claim.address else ""
    home = _home(page, known)
    about = known.get(_home(led, known) or home)
    if about is not None:
        way = page.removeprefix(home).strip("/").split("/") if home else []
        speaker = way[1] if way[:1] == ["speakers"] and len(way) == 3 else ""
        return about.trouble(claim) or (about.whose_trouble(claim, speaker) if speaker else "")
    if claim.kind == "name" and (people := _people(page, known)):
        return "" if claim.text in people else f"the name of whom this page is about is {sorted(people)[0]}"
    if claim.kind != "words" or not known or any(evidence.holds(claim.text) for evidence in known.values()):
        return ""
    return "these words are in no source"


def _active_problems(path: Path, markup: bytes) -> Iterator[Problem]:
    for words, trouble, severity in read_active(markup):
        line = markup.count(b"\n", 0, max(markup.find(words.encode()), 0)) + 1
        yield Problem(Location(str(path), line), f"{shown(words)} → {trouble}", severity)


def _people(page: str, known: dict[str, Evidence]) -> set[str]:
    """Give the names of the one whom a page across articles is about, as the articles print them."""
    led = PERSON.search(page)
    guests = (guest for evidence in known.values() if evidence.article for guest in evidence.article.guests)
    return {bare(guest.name) for guest in guests if led and guest.id == led[1]}


def _home(path: str, known: dict[str, Evidence]) -> str:
    """Give the folder of the article that a page belongs to, "" for none."""
    first, _, rest = path.partition("/")
    return next((home for home in (first, f"{first}/{rest.partition('/')[0]}") if home in known), "")


def _problem(path: Path, markup: bytes, words: str, trouble: str) -> Problem:
    """Make a finding, on the first line of the page where the words begin, if they stand there as one."""
    text = markup.decode("utf-8", "replace")
    offset = text.find(escape(words[:12], quote=False))
    line = text.count("\n", 0, offset) + 1 if offset >= 0 else 0
    return Problem(Location(str(path), line), f"{shown(words)} → {trouble}")


__all__ = ["RoundtableError", "Verified", "verify"]
