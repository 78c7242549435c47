"""What is answered to whom: the published site, what open pages are told, and the review page for this machine only."""

from __future__ import annotations

import time
from http import HTTPStatus
from pathlib import Path

from roundtable_site import manifest
from roundtable_site.errors import RoundtableError
from roundtable_site.review import Words, words_for
from roundtable_site.serve import live
from roundtable_site.serve.admission import Door, is_local
from roundtable_site.serve.answers import TYPES, Answer, page, plain_page, refusal, sent_on
from roundtable_site.serve.assets import asset
from roundtable_site.serve.desk import Desk
from roundtable_site.serve.live import Hub
from roundtable_site.serve.paths import find, steps_of
from roundtable_site.serve.requests import Request
from roundtable_site.serve.server import Reply
from roundtable_site.settings import Settings, load_settings

ASSETS = Path(__file__).parent / "files"
SWAPPING = 1.0
"""Seconds that a page waits for the published folder while another site is put in its place."""


class App:
    """Answers requests; `settings` follow the site's file, and stay as they were while that is broken."""

    def __init__(self, settings: Settings, hub: Hub) -> None:
        self.settings = settings
        self.hub = hub
        self.desk = Desk(hub)

    @property
    def words(self) -> Words:
        """The words of the interface in the site's first language."""
        return words_for(self.settings.languages)

    def refresh(self) -> None:
        """Read the settings again."""
        try:
            self.settings = load_settings(self.settings.root)
        except RoundtableError:
            return  # the build tells what is wrong

    def version(self) -> str:
        """Give the mark of the site that is published now, "" where there is none."""
        try:
            return manifest.digest(self.settings.build / manifest.NAME)[:16]
        except OSError:
            return ""

    def reply(self, request: Request, door: Door) -> Reply:
        """Answer a request that was let in."""
        steps = steps_of(request.target)
        if steps is not None and steps[0] == "_review":
            if not is_local(request.client):
                return refusal(HTTPStatus.FORBIDDEN, "the review page is only for this machine")
            return self.desk.reply(request, steps[1:], self.settings, door)
        if request.method not in ("GET", "HEAD"):
            return Answer(
                HTTPStatus.METHOD_NOT_ALLOWED, b"only pages are here\n", TYPES[".txt"], {"Allow": "GET, HEAD"}
            )
        if steps is None:
            return self._missing()
        if steps[0] == "_serve":
            return self._own(steps[1:])
        return self._published(steps)

    def _own(self, steps: tuple[str, ...]) -> Reply:
        if steps == ("events",):
            return self.hub.events(self.words)
        return asset(ASSETS, steps) or self._missing()

    def _published(self, steps: tuple[str, ...]) -> Answer:
        until = time.monotonic() + SWAPPING
        while not self.settings.build.is_dir() and self.hub.state.version and time.monotonic() < until:
            time.sleep(0.02)
        # The mark is taken before the file is read: a page may be newer than its mark and be loaded once more, never
        # older and stay.
        version = self.hub.state.version
        found = find(steps, self.settings.build)
        if found.moved is not None:
            return sent_on(found.moved, HTTPStatus.MOVED_PERMANENTLY)
        if found.file is None:
            return self._missing()
        return self._file(found.file, version)

    def _file(self, path: Path, version: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
        try:
            body = path.read_bytes()
        except OSError:
            return refusal(HTTPStatus.NOT_FOUND, "this page went away just now: load it again")
        type_ = TYPES.get(path.suffix.lower(), "application/octet-stream")
        if type_ == TYPES[".html"]:
            body = live.with_script(body, version, self.words)
        return Answer(status, body, type_)

    def _missing(self) -> Answer:
        """Answer with the site's own page for a wrong address; with what is wrong where there is no site."""
        version = self.hub.state.version
        found = find(("404.html",), self.settings.build)
        if found.file is not None:
            return self._file(found.file, version, HTTPStatus.NOT_FOUND)
        words, problems = self.words["live"], list(self.hub.state.problems)
        html = plain_page(self.words["language"], words["no_site"], problems or [words["building"]])
        with_script = live.with_script(html.encode(), version, self.words)
        return page(with_script.decode(), HTTPStatus.SERVICE_UNAVAILABLE)
