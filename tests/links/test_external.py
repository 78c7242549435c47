"""Other sites, played by a server on this machine that gives every kind of answer."""

from __future__ import annotations

import gzip
import json
import os
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from roundtable_site.links import External, Report
from roundtable_site.links.external.request import NoAnswerError, ask, wait_asked_for

Checker = Callable[..., Report]
QUICK = External(timeout=1.0, deadline=1.0, retries=1, back_off=0.01)


class _Player(BaseHTTPRequestHandler):
    seen: Counter[str]
    at_once = 0
    most_at_once = 0
    agents: set[str]
    lock = threading.Lock()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        self._play()

    def do_GET(self) -> None:
        self._play()

    def _play(self) -> None:
        with _Player.lock:
            _Player.at_once += 1
            _Player.most_at_once = max(_Player.most_at_once, _Player.at_once)
            self.seen[f"{self.command} {self.path}"] += 1
            self.agents.add(self.headers["User-Agent"])
        time.sleep(0.01)
        with _Player.lock:
            _Player.at_once -= 1
        try:
            name = self.path.strip("/").partition("/")[0].partition("?")[0].replace("-", "_")
            name = name.lower().replace("%", "_")
            getattr(self, "play_" + name, self.play_missing)()
        except OSError:
            pass  # the one who asked has hung up

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def play_missing(self) -> None:
        self.answer(404)

    def play_ok(self) -> None:
        self.answer(200)

    def play_empty(self) -> None:
        self.answer(204)

    def play_for_ever(self) -> None:
        self.answer(301, Location="/ok")

    def play_for_now(self) -> None:
        self.answer(302, Location="/ok")

    def play_chain(self) -> None:
        left = int(self.path.rpartition("/")[2])
        self.answer(302, Location=f"/chain/{left - 1}" if left else "/ok")

    def play_loop(self) -> None:
        self.answer(302, Location="/loop")

    def play_nowhere(self) -> None:
        self.answer(301)

    def play_to_mail(self) -> None:
        self.answer(302, Location="mailto:desk@example.org")

    def play_no_head(self) -> None:
        self.answer(403 if self.command == "HEAD" else 200)

    def play_private(self) -> None:
        self.answer(403)

    def play_busy(self) -> None:
        times = self.seen["HEAD /busy"] + self.seen["GET /busy"]
        self.answer(200) if times > 1 else self.answer(429, Retry_After="0")

    def play_very_busy(self) -> None:
        self.answer(429, Retry_After="3600")

    def play_recovering(self) -> None:
        self.answer(200 if self.seen["GET /recovering"] > 1 else 500)

    def play_broken(self) -> None:
        self.answer(500)

    def play_silent(self) -> None:
        time.sleep(3)

    def play_drip(self) -> None:
        for mark in b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100:
            self.wfile.write(bytes([mark]))
            time.sleep(0.2)

    def play_huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()
        while self.command == "GET":
            self.wfile.write(b"x" * 65536)

    def play_hang_up(self) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)

    def play_nonsense(self) -> None:
        self.wfile.write(b"not http at all\r\n\r\n")

    def play_page(self) -> None:
        self.answer(200, '<p id="表1"><a id="user-content-usage">'.encode(), Content_Type="text/html; charset=utf-8")

    def play_packed(self) -> None:
        packed = gzip.compress(b'<p id="a">', mtime=0)
        self.answer(200, packed, Content_Type="text/html", Content_Encoding=self.path.rpartition("/")[2])

    def play_to_chinese(self) -> None:
        self.answer(302, Location="/路/".encode().decode("latin-1"))

    def play__e8_b7_af(self) -> None:
        self.answer(200)


@pytest.fixture
def server() -> Iterator[str]:
    _Player.seen, _Player.agents, _Player.most_at_once = Counter(), set(), 0
    with ThreadingHTTPServer(("127.0.0.1", 0), _Player) as playing:
        playing.daemon_threads = True
        threading.Thread(target=playing.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{playing.server_address[1]}"
        playing.shutdown()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


ANSWERS = [
    ("/ok", ""),
    ("/empty", ""),
    ("/for-now", ""),
    ("/chain/3", ""),
    ("/to-chinese", ""),
    ("/no-head", ""),
    ("/busy", ""),
    ("/recovering", ""),
    ("/huge", ""),
    ("/for-ever", "warning: has moved for good (did you mean {server}/ok?)"),
    ("/private", "warning: answers 403: is forbidden, perhaps only to programs"),
    ("/very-busy", "warning: answers 429: gets too many requests"),
    ("/missing", "error: answers 404 (not found)"),
    ("/broken", "error: answers 500"),
    ("/nowhere", "error: answers 301"),
    ("/loop", "error: redirects in a loop"),
    ("/chain/11", "error: redirects more than 10 times"),
    ("/to-mail", "error: redirects to mailto:desk@example.org, which is no web page"),
    ("/silent", "error: no answer in time"),
    ("/drip", "error: no answer in time"),
    ("/hang-up", "error: the connection was broken off"),
    ("/nonsense", "error: no sound HTTP answer (BadStatusLine)"),
]


@pytest.mark.parametrize(("path", "said"), ANSWERS)
def test_an_answer_is_judged(checked: Checker, server: str, path: str, said: str) -> None:
    report = checked({"index.html": f'<a href="{server}{path}">'}, external=QUICK)
    found = [f"{finding.severity}: {finding.message.partition(' → ')[2]}" for finding in report.findings]
    assert found == ([said.format(server=server)] if said else [])
    assert report.counts.external_checked == 1


def test_a_host_that_cannot_be_trusted_is_an_error(checked: Checker, server: str) -> None:
    report = checked({"index.html": f'<a href="{server.replace("http", "https", 1)}/ok">'}, external=QUICK)
    assert [finding.reason.partition(":")[0] for finding in report.errors] == ["no secure connection"]


def test_places_in_pages_are_looked_for_on_demand(checked: Checker, server: str) -> None:
    page = {"index.html": f'<a href="{server}/page#表1"></a>\n<a href="{server}/page#gone">'}
    assert checked(page, external=QUICK).findings == ()
    asked = External(timeout=1.0, fragments=True)
    assert [(finding.line, finding.reason) for finding in checked(page, external=asked).findings] == [
        (2, "the page has no place #gone")
    ]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("page#usage", ""),  # as GitHub writes the ids of headings
        ("page#/route", "warning: the page has no place #/route (unless script reads it)"),
        ("packed/gzip#a", ""),
        ("packed/gzip#gone", "error: the page has no place #gone"),
        ("packed/br#gone", ""),  # cannot be read here, so nothing is said of it
    ],
)
def test_a_place_that_cannot_be_judged_is_no_error(checked: Checker, server: str, address: str, said: str) -> None:
    report = checked({"index.html": f'<a href="{server}/{address}">'}, external=External(timeout=1.0, fragments=True))
    assert [f"{finding.severity}: {finding.reason}" for finding in report.findings] == ([said] if said else [])


def test_an_address_is_asked_for_once_and_a_host_never_by_many_at_once(checked: Checker, server: str) -> None:
    links = "".join(f'<a href="{server}/ok?{number}#{place}"></a>' for number in range(20) for place in "ab")
    report = checked({"index.html": links}, external=External(per_host=3))
    assert report.counts.external_checked == 20
    assert _Player.seen.total() == 20
    assert 1 < _Player.most_at_once <= 3
    assert all(agent.startswith("roundtable-linkcheck/") for agent in _Player.agents)


def test_the_lists_say_what_is_asked_for(checked: Checker, server: str) -> None:
    page = {"index.html": f'<a href="{server}/missing/a"></a><a href="{server}/missing/b"></a><a href="{server}/x">'}
    options = External(allow=("/missing/",), ignore=("/b$",))
    assert [finding.link for finding in checked(page, external=options).errors] == [f"{server}/missing/a"]
    assert checked(page, external=External(accept=(404,))).findings == ()


def test_good_answers_are_kept_for_a_while(checked: Checker, server: str, tmp_path: Path) -> None:
    page = {"index.html": f'<a href="{server}/ok"></a><a href="{server}/missing"></a><a href="{server}/for-ever">'}
    cache = tmp_path / "cache/answers.json"
    first = checked(page, external=External(cache=cache))
    again = checked(page, external=External(cache=cache))
    assert first.findings == again.findings
    assert (first.counts.external_checked, again.counts.external_checked) == (3, 1)
    assert checked(page, external=External(cache=cache, cache_age=0)).counts.external_checked == 3
    cache.write_text("not json")
    spoilt = checked(page, external=External(cache=cache))
    assert any("not readable as a cache" in finding.reason for finding in spoilt.findings)
    assert set(json.loads(cache.read_text())["answers"]) == {f"{server}/ok", f"{server}/for-ever"}


def test_without_a_network_one_line_says_so(checked: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    links = "".join(f'<a href="https://site{number}.example/"></a>' for number in range(9))
    report = checked({"index.html": links}, external=QUICK)
    assert [finding.message for finding in report.errors] == [
        "no other site could be reached: the network seems to be off, and 9 addresses were not checked"
    ]


def test_the_proxy_of_the_environment_is_used(checked: Checker, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.replace("//", "//desk:secret@"))
    report = checked({"index.html": '<a href="http://site.example/ok?a=b">'}, external=QUICK)
    assert "HEAD http://site.example/ok?a=b" in _Player.seen
    assert [finding.reason for finding in report.errors] == ["answers 404 (not found)"]


def test_without_being_asked_nothing_is_asked(checked: Checker, server: str) -> None:
    report = checked({"index.html": f'<a href="{server}/missing">'})
    assert (report.findings, report.counts.external, _Player.seen.total()) == ((), 1, 0)


@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7.0), ("Wed, 21 Oct 2015 07:28:10 GMT", 10.0), ("soon", None), (None, None)]
)
def test_retry_after_is_read_in_both_of_its_forms(header: str | None, seconds: float | None) -> None:
    from http.client import HTTPMessage

    headers = HTTPMessage()
    if header is not None:
        headers["Retry-After"] = header
    assert wait_asked_for(headers, now=1445412480.0) == seconds


def test_a_handshake_that_drips_is_cut_off_at_the_deadline() -> None:
    done = threading.Event()

    def drip(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):
            connection.sendall(b"\x16\x03\x03\x40\x00")  # the head of a record of 16,384 bytes
            while not done.wait(0.05):
                connection.sendall(b"\x02")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=drip, args=(listener,), daemon=True)
        thread.start()
        try:
            with pytest.raises(NoAnswerError, match="no answer in time"):
                ask("HEAD", f"https://127.0.0.1:{listener.getsockname()[1]}/", External(timeout=30.0, deadline=0.3))
        finally:
            done.set()
            thread.join()
