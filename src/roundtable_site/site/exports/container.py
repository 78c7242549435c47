"""A ZIP file whose parts are deflated one by one, so that a part that many files share is deflated once.

As Python's `zipfile` writes it, byte by byte, with the fixed time that workbooks carry.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from msgspec import Struct

_LOCAL, _ENTRY, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_VERSION, _ON_UNIX, _DEFLATED = 20, 3 << 8, 8
_MOMENT = (0, 1 << 5 | 1)  # 1 January 1980
_RIGHTS = 0o600 << 16


class Part(Struct, frozen=True):
    """A deflated part of a container, with the size and the checksum of what it holds."""

    name: str
    checksum: int
    size: int
    packed: bytes


def part(name: str, text: str) -> Part:
    """Deflate a part. Its name is ASCII."""
    data = text.encode("utf-8")
    deflater = zlib.compressobj(wbits=-15)
    return Part(name, zlib.crc32(data), len(data), deflater.compress(data) + deflater.flush())


def contained(parts: Iterable[Part]) -> bytes:
    """Give the bytes of a container of some parts, in their order."""
    out, listed = bytearray(), []
    for each in parts:
        name, sizes = each.name.encode("ascii"), (each.checksum, len(each.packed), each.size)
        shared = (_VERSION, 0, _DEFLATED, *_MOMENT, *sizes, len(name), 0)
        entry = (_VERSION | _ON_UNIX, *shared, 0, 0, 0, _RIGHTS, len(out))
        listed.append(_ENTRY.pack(b"PK\x01\x02", *entry) + name)
        out += _LOCAL.pack(b"PK\x03\x04", *shared) + name + each.packed
    start, index = len(out), b"".join(listed)
    return bytes(out + index + _END.pack(b"PK\x05\x06", 0, 0, len(listed), len(listed), len(index), start, 0))
