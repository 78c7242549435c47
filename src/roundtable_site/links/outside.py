"""Links to other sites: asked for together, and told where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from roundtable_site.errors import Severity
from roundtable_site.links.examine import Examined
from roundtable_site.links.external.options import External
from roundtable_site.links.external.round import ask_all, key_of
from roundtable_site.links.external.verdict import Verdict
from roundtable_site.links.extract.files import decoded, unpacked
from roundtable_site.links.findings import BrokenLink, Counts
from roundtable_site.links.folder import Folder
from roundtable_site.links.positions import locate
from roundtable_site.links.telling import Over


def external_findings(
    folder: Folder,
    seen: Mapping[int, Examined],
    options: External,
    progress: Over | None = None,
) -> tuple[list[BrokenLink], Counts]:
    """Ask for every address of another site; give what is wrong with them, and how many were asked for."""
    addresses = {key_of(address, options) for examined in seen.values() for _, _, address in examined.external}
    verdicts, notes = ask_all(addresses, options, progress)
    findings = [BrokenLink(".", reason=note, rule="external") for note in notes]
    for examined in seen.values():
        found = list(_of_file(folder.files[examined.number], examined, verdicts, options))
        if found:
            data = unpacked(folder.files[examined.number], folder.read_bytes(examined.number))
            findings.extend(locate(decoded(data)[0], found))
    return findings, Counts(external_checked=sum(verdict.asked for verdict in verdicts.values()))


def _of_file(path: str, examined: Examined, verdicts: Mapping[str, Verdict], options: External) -> Iterator[BrokenLink]:
    sound = Verdict()
    for place, written, address in examined.external:
        verdict = verdicts.get(key_of(address, options), sound)
        if verdict.severity:
            severity: Severity = verdict.severity
            finding = BrokenLink(path, link=written, reason=verdict.reason, suggestion=verdict.suggestion, place=place)
            yield replace(finding, severity=severity, rule=verdict.rule, target=address)
