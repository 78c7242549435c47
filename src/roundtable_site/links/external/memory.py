"""Good answers kept in a file, so that a check on every commit asks each site once a day only."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

from msgspec.structs import asdict

from roundtable_site.links.external.verdict import Verdict

_VERSION = 1


class Memory:
    """Verdicts by address with the time of their asking; failures are not kept, so that they are asked for again."""

    def __init__(self, path: Path | None, age: float) -> None:
        self._path, self._age = path, age
        self._kept: dict[str, tuple[float, Verdict]] = {}
        self.trouble = ""
        if path and path.exists():
            self._read(path)

    def _read(self, path: Path) -> None:
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["version"] != _VERSION:
                return
            for address, entry in data["answers"].items():
                severity, reason, rule, suggestion = (
                    str(entry[key]) for key in ("severity", "reason", "rule", "suggestion")
                )
                if severity in ("", "warning"):
                    known = "" if severity == "" else "warning"
                    self._kept[address] = float(entry["at"]), Verdict(known, reason, rule, suggestion, asked=False)  # type: ignore[arg-type]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self.trouble = f"{path}: not readable as a cache of answers, and begun anew"
            self._kept.clear()

    def recall(self, address: str) -> Verdict | None:
        """Give the verdict on an address, if it is young enough."""
        at, verdict = self._kept.get(address, (0.0, None))
        return verdict if verdict is not None and 0 <= time.time() - at < self._age else None

    def keep(self, address: str, verdict: Verdict) -> None:
        """Remember a verdict, unless it is bad."""
        if verdict.severity == "" or verdict.rule == "external-redirect":
            self._kept[address] = time.time(), verdict

    def write(self) -> None:
        """Write the file as a whole; answers that are too old are left out."""
        if self._path is None:
            return
        now = time.time()
        answers = {
            address: {
                "at": int(at),
                **{key: value for key, value in asdict(verdict).items() if isinstance(value, str)},
            }
            for address, (at, verdict) in sorted(self._kept.items())
            if now - at < self._age
        }
        passing = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            passing.write_text(json.dumps({"version": _VERSION, "answers": answers}, indent=0), encoding="utf-8")
            passing.replace(self._path)
        except OSError as error:
            self.trouble = f"{self._path}: cannot be written: {(error.strerror or str(error)).lower()}"
            passing.unlink(missing_ok=True)
