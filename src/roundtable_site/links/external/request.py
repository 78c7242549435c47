"""One request over HTTP, through a proxy if the environment names one, and never longer than its deadline."""

from __future__ import annotations

import base64
import http.client
import ssl
import threading
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from http.client import HTTPConnection, HTTPMessage, HTTPSConnection
from urllib.parse import SplitResult, quote, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from msgspec import Struct

from roundtable_site.links.external.options import External

_BODY_MOST = 4_000_000
_KEEP = "%!$&'()*+,;=:@/?[]~|"


class Answer(Struct, frozen=True):
    """What a server said: its status and headers, and the first megabytes of the page if they were asked for."""

    status: int
    headers: HTTPMessage
    body: bytes = b""

    def whole_body(self) -> bytes | None:
        """Give the page, unpacked where a server packed it unasked; None if it is not here whole or not readable."""
        packed = (self.headers.get("Content-Encoding") or "identity").strip().lower()
        if len(self.body) >= _BODY_MOST or packed not in ("identity", "gzip", "x-gzip", "deflate"):
            return None
        if packed == "identity":
            return self.body
        reader = zlib.decompressobj(wbits=47)  # gzip or zlib, told apart by their first bytes
        with suppress(zlib.error):
            page = reader.decompress(self.body, _BODY_MOST)
            return page if reader.eof else None
        return None


class NoAnswerError(Exception):
    """No answer came. `network` tells that this machine reached nobody; `again` that another try may help."""

    def __init__(self, reason: str, *, network: bool = False, again: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.network, self.again = reason, network, again


class _ProxyConnection(HTTPConnection):
    """A connection to a proxy that takes the request itself, with the headers that are for the proxy."""

    extra: Mapping[str, str] = {}


class _SecureConnection(HTTPSConnection):
    """A secure connection whose handshake can be cut off, as all the rest of the exchange."""

    def connect(self) -> None:
        """Connect, and only then begin the handshake: what a slow one leaves open is then known as `sock`."""
        HTTPConnection.connect(self)
        name = getattr(self, "_tunnel_host", None) or self.host
        self.sock = _tls().wrap_socket(self.sock, server_hostname=name, do_handshake_on_connect=False)
        self.sock.do_handshake()


def ask(method: str, address: str, options: External, *, want_body: bool = False) -> Answer:
    """Send one request and give the answer; redirects are not followed. Raises NoAnswerError."""
    try:
        parts = urlsplit(address)
        connection, target = _connection(parts, options)
    except (ValueError, UnicodeError) as error:
        raise NoAnswerError(f"not an address that can be asked for: {error}") from error
    late = threading.Event()
    watch = threading.Timer(options.deadline, _cut, (connection, late))
    watch.daemon = True
    watch.start()
    try:
        return _exchange(connection, method, target, options, want_body)
    except Exception as error:
        if isinstance(error, (OSError, http.client.HTTPException)):
            raise _no_answer(error, late.is_set()) from error
        raise
    finally:
        watch.cancel()
        connection.close()


def _exchange(connection: HTTPConnection, method: str, target: str, options: External, want_body: bool) -> Answer:
    headers = {"User-Agent": options.user_agent, "Accept": "*/*", "Connection": "close", "Accept-Encoding": "identity"}
    extra = connection.extra if isinstance(connection, _ProxyConnection) else {}
    connection.request(method, target, headers={**headers, **extra})
    response = connection.getresponse()
    body = response.read(_BODY_MOST) if want_body and response.status < 300 else b""
    return Answer(response.status, response.headers, body)


def _cut(connection: HTTPConnection, late: threading.Event) -> None:
    """End an exchange that drags on: each byte may come in time and the whole still never end."""
    late.set()
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(2)


def _connection(parts: SplitResult, options: External) -> tuple[HTTPConnection, str]:
    host = _ascii_host(parts.hostname or "")
    path = quote(parts.path or "/", safe=_KEEP) + ("?" + quote(parts.query, safe=_KEEP) if parts.query else "")
    proxy = None if proxy_bypass(host) else getproxies().get(parts.scheme)
    if proxy:
        return _through(urlsplit(proxy if "//" in proxy else "//" + proxy), parts, host, path, options)
    if parts.scheme == "https":
        return _SecureConnection(host, parts.port, timeout=options.timeout), path
    return HTTPConnection(host, parts.port, timeout=options.timeout), path


def _through(
    proxy: SplitResult, parts: SplitResult, host: str, path: str, options: External
) -> tuple[HTTPConnection, str]:
    headers = {}
    if proxy.username:
        secret = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}".encode()
        headers["Proxy-Authorization"] = "Basic " + base64.b64encode(secret).decode("ascii")
    port = proxy.port or 8080
    if parts.scheme == "https":
        tunnel = _SecureConnection(proxy.hostname or "", port, timeout=options.timeout)
        tunnel.set_tunnel(host, parts.port or 443, headers)
        return tunnel, path
    plain = _ProxyConnection(proxy.hostname or "", port, timeout=options.timeout)
    plain.extra = headers
    return plain, f"http://{host}{':' + str(parts.port) if parts.port else ''}{path}"


def _ascii_host(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _no_answer(error: Exception, late: bool) -> NoAnswerError:
    name = type(error).__name__
    if late or isinstance(error, TimeoutError):
        return NoAnswerError("no answer in time", again=True)
    if isinstance(error, ssl.SSLCertVerificationError):
        return NoAnswerError(f"the certificate is not valid: {error.verify_message}")
    if isinstance(error, ssl.SSLError):
        return NoAnswerError(f"no secure connection: {(error.reason or str(error)).lower().replace('_', ' ')}")
    if name == "gaierror":
        return NoAnswerError("no such host", network=True)
    if isinstance(error, ConnectionRefusedError):
        return NoAnswerError("the host takes no connection", again=True)
    if isinstance(error, ConnectionError):
        return NoAnswerError("the connection was broken off", again=True)
    if isinstance(error, http.client.HTTPException):
        return NoAnswerError(f"no sound HTTP answer ({name})", again=True)
    return NoAnswerError(f"not reached: {str(error).lower()}", network=True)


def wait_asked_for(headers: HTTPMessage, now: float | None = None) -> float | None:
    """Give the seconds that a Retry-After header asks for, None if there is none that can be read."""
    value = (headers.get("Retry-After") or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    with suppress(TypeError, ValueError):
        from email.utils import parsedate_to_datetime

        return max(0.0, parsedate_to_datetime(value).timestamp() - (time.time() if now is None else now))
    return None
