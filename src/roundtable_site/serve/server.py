"""The server: reads one request at a time from each client within limits of size and time, and hands it to the desk.

It stands on the standard library's server, whose own limits are wide (65 kB a line, a hundred lines of head, no end of
waiting); ours are narrow, and tested with raw sockets. Each connection carries one request, so nothing can hide behind
another one.
"""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from roundtable_site.serve.admission import Door, is_own_origin, knows_host
from roundtable_site.serve.answers import ALWAYS, Answer, refusal
from roundtable_site.serve.bounded import Bounded, TooLargeError
from roundtable_site.serve.requests import Request

MOST_HEAD = 16 * 1024
MOST_BODY = 256 * 1024
MOST_CONNECTIONS = 64
SLOWEST_READ = 10.0
"""Seconds in which a whole request must have come in."""
SLOWEST_WRITE = 60.0
"""Seconds in which a whole answer must have gone out; events, which have no end, are let off."""
BUSY = (
    b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n"
    b"too many connections: close some tabs\n"
)

Reply = Answer | Iterator[bytes]
"""An answer, or events without end."""


class Server(ThreadingHTTPServer):
    """Listens, and cuts off who is too slow or one too many."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 32
    allow_reuse_address = sys.platform != "win32"  # elsewhere it would let two servers share a port

    def __init__(self, host: str, port: int, token: str, reply: Callable[[Request, Door], Reply]) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), Handler)
        self.door = Door(host, self.server_address[1], token)
        self.reply = reply
        self._deadlines: dict[Any, float | None] = {}
        self._lock = threading.Lock()

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(self.allow_reuse_address))
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Take a connection, or say that there are too many."""
        with self._lock:
            full = len(self._deadlines) >= MOST_CONNECTIONS
            if not full:
                self._deadlines[request] = time.monotonic() + SLOWEST_READ
        if full:
            request.settimeout(1.0)
            with contextlib.suppress(OSError):
                request.sendall(BUSY)
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Let a connection go."""
        with self._lock:
            self._deadlines.pop(request, None)
        super().shutdown_request(request)

    def allow(self, request: Any, seconds: float | None) -> None:
        """Give a connection so much time from now on; None: as long as it likes."""
        with self._lock:
            if request in self._deadlines:
                self._deadlines[request] = None if seconds is None else time.monotonic() + seconds

    def service_actions(self) -> None:
        """Cut off the connections whose time is over."""
        now = time.monotonic()
        with self._lock:
            late = [request for request, end in self._deadlines.items() if end is not None and end < now]
        for request in late:
            with contextlib.suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that went away; bugs keep their traceback."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One connection with its one request."""

    server: Server
    raw_requestline: bytes
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "roundtable", ""
    timeout = SLOWEST_READ

    def setup(self) -> None:
        """Read the head through a bound."""
        super().setup()
        self.rfile = Bounded(self.rfile, MOST_HEAD)  # type: ignore[assignment]

    def handle_one_request(self) -> None:
        """Answer one request; a head beyond the bound is refused."""
        try:
            super().handle_one_request()
        except TooLargeError:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the head of the request is too large")
        self.close_connection = True

    def parse_request(self) -> bool:
        """Read the head of a request of HTTP/1.0 or 1.1; older and newer ones are refused before anything is read."""
        words = self.raw_requestline.rstrip(b"\r\n").split(b" ")
        if len(words) != 3 or not words[2].startswith(b"HTTP/"):
            self.send_error(HTTPStatus.BAD_REQUEST, "this is no request of HTTP/1.1")
            return False
        if words[2] not in (b"HTTP/1.0", b"HTTP/1.1"):
            self.send_error(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, "HTTP/1.0 and HTTP/1.1 are spoken here")
            return False
        return super().parse_request()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Say what is wrong with a request in one line, whatever could be read of it."""
        del explain
        self.requestline, self.request_version = "", self.protocol_version
        self.command = getattr(self, "command", None) or "GET"
        self._send(refusal(HTTPStatus(code), message or HTTPStatus(code).phrase.lower()))

    def do_GET(self) -> None:
        """Answer GET."""
        self._answer()

    do_HEAD = do_POST = do_GET  # noqa: N815

    def _answer(self) -> None:
        refused = self._refused()
        if refused is not None:
            self._send(refused)
            return
        request = Request(
            self.command, self.path, self.headers.get("Host", ""), str(self.client_address[0]), self._body()
        )
        try:
            reply = self.server.reply(request, self.server.door)
        except Exception:
            traceback.print_exc()
            reply = refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "this is a bug of ours: the terminal says more")
        if isinstance(reply, Answer):
            self._send(reply)
        else:
            self._stream(reply)

    def _refused(self) -> Answer | None:
        """Say why a request is not let in, None where it is."""
        hosts, lengths = self.headers.get_all("Host", []), self.headers.get_all("Content-Length", [])
        if not knows_host(hosts, self.server.door):
            return refusal(HTTPStatus.MISDIRECTED_REQUEST, "unknown Host: open the address that the terminal shows")
        if self.headers.get_all("Transfer-Encoding") or len(lengths) > 1:
            return refusal(HTTPStatus.BAD_REQUEST, "a body needs exactly one Content-Length")
        if self.command != "POST":
            bodiless = not lengths or lengths[0].strip() == "0"
            return None if bodiless else refusal(HTTPStatus.BAD_REQUEST, "only POST has a body")
        if not is_own_origin(self.headers.get_all("Origin", []), hosts[0]):
            return refusal(HTTPStatus.FORBIDDEN, "changes are only taken from our own pages: Origin is another")
        if not lengths or not (lengths[0].isascii() and lengths[0].isdigit()):
            return refusal(HTTPStatus.LENGTH_REQUIRED, "a body needs exactly one Content-Length")
        if len(lengths[0]) > 9 or int(lengths[0]) > MOST_BODY:
            return refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {MOST_BODY // 1024} kB: send less")
        return None

    def _body(self) -> bytes:
        length = int(self.headers.get("Content-Length", "0")) if self.command == "POST" else 0
        assert isinstance(self.rfile, Bounded)
        return self.rfile.body(length)

    def _send(self, answer: Answer) -> None:
        self.server.allow(self.connection, SLOWEST_WRITE)
        self._head(answer.status, {"Content-Type": answer.type, "Content-Length": str(len(answer.body))}, answer)
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _stream(self, events: Iterator[bytes]) -> None:
        self.server.allow(self.connection, None)
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream; charset=utf-8"})
        for event in events if self.command == "GET" else ():
            self.wfile.write(event)
            self.wfile.flush()

    def _head(self, status: HTTPStatus, headers: dict[str, str], answer: Answer | None = None) -> None:
        self.send_response(status)
        for name, value in {**ALWAYS, **headers, **(answer.headers if answer else {}), "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal shows builds and problems, not requests."""
