"""Records on the disk, each under its kind and name, with the key of what it was made from and a checksum."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
_MARK = b"roundtable-cache-1\n"
_KEY = 32
_SUM = 16
_HEAD = len(_MARK) + _SUM + _KEY


class Shelf:
    """A folder of records. Whatever is not whole, of another key or of another form counts as absent."""

    def __init__(self, folder: Path | str) -> None:
        self.folder = os.fspath(folder)

    def get(self, kind: str, name: str, key: str, form: type[T]) -> T | None:
        """Give the record of a kind and a name, if it was made from what `key` stands for; else None."""
        body = self.raw(kind, name, key)
        if body is None:
            return None
        try:
            return decoder(form).decode(body)
        except (msgspec.MsgspecError, ValueError, TypeError, RecursionError):
            return None

    def last(self, kind: str, name: str, form: type[T]) -> T | None:
        """Give the record of a kind and a name, whatever it was made from."""
        return self.get(kind, name, "", form)

    def raw(self, kind: str, name: str, key: str) -> bytes | None:
        """Give the bytes of a record; an empty key stands for any."""
        try:
            with open(self._path(kind, name), "rb", buffering=0) as stream:  # noqa: PTH123 - thousands at a build
                data = stream.read()
        except OSError:
            return None
        start = len(_MARK)
        if data[:start] != _MARK or (key and data[start + _SUM : _HEAD] != key.encode()):
            return None
        body = data[_HEAD:]
        return body if _checksum(data[start + _SUM : _HEAD], body) == data[start : start + _SUM] else None

    def part(self, kind: str, name: str, start: int, length: int) -> bytes:
        """Give some bytes of a record that was put as bytes, unchecked: whoever asks knows a digest of them."""
        try:
            with open(self._path(kind, name), "rb", buffering=0) as stream:  # noqa: PTH123
                stream.seek(_HEAD + start)
                return stream.read(length)
        except OSError:
            return b""

    def put(self, kind: str, name: str, key: str, record: object) -> None:
        """Keep a record; a disk that is full or may not be written costs time at the next build and nothing else."""
        self.put_bytes(kind, name, key, ENCODER.encode(record))

    def put_bytes(self, kind: str, name: str, key: str, body: bytes) -> None:
        """Keep a record as these bytes."""
        head = key.encode()
        if len(head) != _KEY:
            raise ValueError("a key has 32 characters")
        # Written in place: half a record has not the checksum that it names, and counts as absent.
        data = _MARK + _checksum(head, body) + head + body
        try:
            self._write(kind, name, data)
        except FileNotFoundError:
            with contextlib.suppress(OSError):
                self._make_folder(kind)
                self._write(kind, name, data)
        except OSError:
            return

    def _write(self, kind: str, name: str, data: bytes) -> None:
        with open(self._path(kind, name), "wb", buffering=0) as stream:  # noqa: PTH123 - thousands at a build
            stream.write(data)

    def _make_folder(self, kind: str) -> None:
        """Make the folder of a kind, in a cache that git leaves alone."""
        folder = Path(self.folder)
        folder.mkdir(exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        (folder / kind).mkdir(exist_ok=True)

    def keep_only(self, kind: str, names: Iterable[str]) -> None:
        """Remove the records of a kind that have none of these names."""
        kept = {os.path.basename(self._path(kind, name)) for name in names}  # noqa: PTH119
        folder = Path(self.folder, kind)
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.name not in kept:
                path.unlink(missing_ok=True)

    def _path(self, kind: str, name: str) -> str:
        safe = name if name.isascii() and name.replace("-", "").isalnum() else "=" + _named(name)
        return f"{self.folder}/{kind}/{safe}"


def _named(name: str) -> str:
    return blake2b(name.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _checksum(key: bytes, body: bytes) -> bytes:
    return blake2b(body, digest_size=_SUM, key=key).digest()


def _packed(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _unpacked(form: type, value: object) -> object:
    if issubclass(form, Path):
        return Path(str(value))
    raise NotImplementedError(form)


ENCODER = msgspec.msgpack.Encoder(enc_hook=_packed)
_decoders: dict[type, msgspec.msgpack.Decoder[object]] = {}


def decoder(form: type[T]) -> msgspec.msgpack.Decoder[T]:
    """Give what reads records of a type; it is made once."""
    if form not in _decoders:
        _decoders[form] = msgspec.msgpack.Decoder(form, dec_hook=_unpacked)
    return _decoders[form]  # type: ignore[return-value]
