"""One address asked for until it is clear what to say of it: HEAD, then GET, redirects, retries."""

from __future__ import annotations

import threading
import time
from urllib.parse import urldefrag, urljoin, urlsplit

from roundtable_site.links.external.options import External
from roundtable_site.links.external.request import Answer, NoAnswerError, ask, wait_asked_for
from roundtable_site.links.external.verdict import Verdict, of_status
from roundtable_site.links.extract.files import read_page
from roundtable_site.links.places import is_client_state, leads_somewhere

_MOVED = frozenset({301, 302, 303, 307, 308})
_FOR_EVER = frozenset({301, 308})
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


class Hosts:
    """Keeps the number of requests to each host small, and the pauses that hosts ask for."""

    def __init__(self, per_host: int) -> None:
        self._per_host = per_host
        self._lock = threading.Lock()
        self._gates: dict[str, threading.BoundedSemaphore] = {}
        self._not_before: dict[str, float] = {}

    def gate(self, address: str) -> threading.BoundedSemaphore:
        """Give the gate through which requests to the host of an address go."""
        host = urlsplit(address).netloc.lower()
        with self._lock:
            return self._gates.setdefault(host, threading.BoundedSemaphore(self._per_host))

    def pause(self, address: str, seconds: float) -> None:
        """Ask nothing more of a host for some seconds."""
        host = urlsplit(address).netloc.lower()
        with self._lock:
            self._not_before[host] = max(self._not_before.get(host, 0.0), time.monotonic() + seconds)

    def rest(self, address: str) -> None:
        """Wait for as long as the host asked."""
        seconds = self._not_before.get(urlsplit(address).netloc.lower(), 0.0) - time.monotonic()
        if seconds > 0:
            time.sleep(seconds)


def visit(address: str, options: External, hosts: Hosts) -> Verdict:
    """Ask for an address and judge it."""
    plain, fragment = urldefrag(address)
    want_page = bool(fragment) and options.fragments
    way, moved_for_ever = [plain], True
    try:
        while True:
            answer = _patiently(way[-1], options, hosts, want_page)
            location = answer.headers.get("Location") if answer.status in _MOVED else None
            if location is None:
                break
            moved_for_ever = moved_for_ever and answer.status in _FOR_EVER
            way.append(urldefrag(urljoin(way[-1], _as_utf8(location.strip())))[0])
            if trouble := _bad_way(way, options):
                return trouble
    except NoAnswerError as error:
        return Verdict("error", error.reason, network=error.network)
    verdict = of_status(answer.status, options.accept)
    if verdict.severity:
        return verdict
    if want_page and (missing := _missing_place(answer, fragment)):
        return missing
    if len(way) > 1 and moved_for_ever:
        return Verdict("warning", "has moved for good", "external-redirect", way[-1])
    return verdict


def _as_utf8(header: str) -> str:
    """Give a header as browsers read it: many servers write UTF-8 there, and it is handed on as Latin-1."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _missing_place(answer: Answer, fragment: str) -> Verdict | None:
    """Say what is wrong with the fragment of an address, if the page came whole."""
    body = answer.whole_body()
    if body is None or "html" not in (answer.headers.get("Content-Type") or ""):
        return None
    facts = read_page(body)
    names = {*facts.ids, *facts.names}
    if leads_somewhere(fragment, names) or leads_somewhere("user-content-" + fragment, names):  # as GitHub writes ids
        return None
    if is_client_state(fragment):
        return Verdict("warning", f"the page has no place #{fragment} (unless script reads it)")
    return Verdict("error", f"the page has no place #{fragment}")


def _bad_way(way: list[str], options: External) -> Verdict | None:
    if urlsplit(way[-1]).scheme not in ("http", "https"):
        return Verdict("error", f"redirects to {way[-1]}, which is no web page")
    if way[-1] in way[:-1]:
        return Verdict("error", "redirects in a loop")
    if len(way) > options.redirects + 1:
        return Verdict("error", f"redirects more than {options.redirects} times")
    return None


def _patiently(address: str, options: External, hosts: Hosts, want_page: bool) -> Answer:
    """Ask with HEAD, then with GET if that was refused, and again after a pause if the server is in trouble."""
    if not want_page and (answer := _by_head(address, options, hosts)):
        return answer
    for tries in range(options.retries + 1):
        wait: float | None = options.back_off * 2**tries
        try:
            answer = _once("GET", address, options, hosts, want_page)
        except NoAnswerError as error:
            if not error.again or tries == options.retries:
                raise
        else:
            wait = _wait(answer, tries, options)
            if answer.status not in _TRY_AGAIN or tries == options.retries or wait is None:
                return answer
        hosts.pause(address, wait or 0.0)
    raise AssertionError("the last try returns or raises")


def _by_head(address: str, options: External, hosts: Hosts) -> Answer | None:
    """Ask for the head alone; None if that tells too little, as many servers refuse it or answer it wrongly."""
    try:
        answer = _once("HEAD", address, options, hosts)
    except NoAnswerError as error:
        if not error.again:
            raise
        return None
    if answer.status == 429:
        wait = _wait(answer, 0, options)
        if wait is None:
            return answer
        hosts.pause(address, wait)
    return answer if answer.status < 400 else None


def _once(method: str, address: str, options: External, hosts: Hosts, want_body: bool = False) -> Answer:
    hosts.rest(address)
    with hosts.gate(address):
        return ask(method, address, options, want_body=want_body)


def _wait(answer: Answer, tries: int, options: External) -> float | None:
    """Give the pause before the next try; None if the server asks for more than we grant."""
    asked = wait_asked_for(answer.headers)
    if asked is not None:
        return asked if asked <= options.longest_wait else None
    return float(options.back_off * 2**tries)
