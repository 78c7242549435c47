"""Addresses as browsers read them: the parts of the URL standard that a folder of files needs.

Source of the rules: https://url.spec.whatwg.org/ (state "basic URL parser").
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import unquote

_EDGES = "".join(map(chr, range(0x21)))  # C0 controls and the space are cut off both ends
_INSIDE = str.maketrans("", "", "\t\n\r")  # and these three vanish anywhere within
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*(?=:)")
_BAD_HOST = re.compile(r"[\x00-\x20#/<>?@\[\\\]^|]")
WEB = frozenset({"http", "https"})
_SLASHED = WEB | {"ftp", "ws", "wss", "file"}  # the "special" schemes, in which \ is read as /


class Address(NamedTuple):
    """An address cut into its parts; `host` is None where none is stated, the last two where no mark stands."""

    scheme: str
    host: str | None
    path: str
    query: str | None
    fragment: str | None


def clean(written: str) -> str:
    """Take away the white space that browsers take away."""
    written = written.strip(_EDGES)
    return written.translate(_INSIDE) if "\n" in written or "\t" in written or "\r" in written else written


def split(written: str) -> Address:
    """Cut an address into its parts, as a browser on a web page does.

    >>> split("../图表.html?v=2#表1")
    Address(scheme='', host=None, path='../图表.html', query='v=2', fragment='表1')
    >>> split("//example.org/a")
    Address(scheme='', host='example.org', path='/a', query=None, fragment=None)
    """
    rest = clean(written)
    rest, mark, fragment = rest.partition("#")
    scheme_match = _SCHEME.match(rest)
    scheme = scheme_match[0].lower() if scheme_match else ""
    if scheme:
        rest = rest[len(scheme) + 1 :]
    if scheme and scheme not in _SLASHED:
        path, asked, query = rest.partition("?")
        return Address(scheme, None, path, query if asked else None, fragment if mark else None)
    path, asked, query = rest.partition("?")
    path = path.replace("\\", "/")
    host = None
    if scheme == "file":
        return Address(scheme, None, path, None, fragment if mark else None)
    if path.startswith("//") or scheme in WEB:
        host, slash, tail = path.lstrip("/").partition("/")
        path = slash + tail
    return Address(scheme, host, path, query if asked else None, fragment if mark else None)


def host_trouble(host: str) -> str:
    """Say what is wrong with the host of a web address; "" for a sound one.

    >>> host_trouble("granö.fi:8080"), host_trouble(""), host_trouble("example.org:80a")
    ('', 'no host in the address', 'the port is no number')
    """
    bare = host.rpartition("@")[2]
    name, colon, port = bare.partition(":")
    if bare.startswith("["):  # an IPv6 address
        name, end, port = bare[1:].partition("]")
        if not end or name.strip("0123456789abcdefABCDEF:.") or port[:1] not in ("", ":"):
            return "the host is no address of a machine"
        colon, port = ":", port[1:]
    if not name:
        return "no host in the address"
    if _BAD_HOST.search(name):
        return "the host holds a character that no host can hold"
    if colon and port and not (port.isascii() and port.isdigit() and int(port[:6]) < 65536):
        return "the port is no number"
    return ""


def plain_host(host: str, scheme: str) -> str:
    """Give a host for comparing: lower case, without name and password and without the scheme's own port."""
    name = host.rpartition("@")[2].lower()
    if not name.isascii():
        with suppress(UnicodeError):
            name = name.encode("idna").decode("ascii")
    usual = ":443" if scheme == "https" else ":80"
    return name.removesuffix(usual).removesuffix(":")


def decode(text: str) -> str:
    """Undo percent-encoding as UTF-8; bytes that are no UTF-8 become what the file system gives for them.

    >>> decode("%E5%9B%BE%20a+b")
    '图 a+b'
    """
    return unquote(text, errors="surrogateescape") if "%" in text else text


def join(folder: str, path: str) -> tuple[str, bool]:
    """Resolve `path` against `folder` ("" or "a/b/"); give the decoded path and whether it climbed out of the root.

    >>> join("a/b/", "../c.html"), join("a/", "../../x"), join("", "./d/.")
    (('a/c.html', False), ('x', True), ('d/', False))
    """
    parts = folder.split("/")[:-1] if folder and not path.startswith("/") else []
    outside = False
    segments = path.removeprefix("/").split("/")
    last = len(segments) - 1
    for index, segment in enumerate(segments):
        plain = segment.replace("%2e", ".").replace("%2E", ".") if "%" in segment else segment
        if plain == "..":
            outside = outside or not parts
            del parts[-1:]
        elif plain != ".":
            parts.append(segment)
            continue
        if index == last:
            parts.append("")
    return decode("/".join(parts)), outside
