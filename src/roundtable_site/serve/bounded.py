"""A stream of which no more is read than is allowed."""

from __future__ import annotations

from io import BufferedIOBase


class TooLargeError(Exception):
    """More came in than is allowed."""


class Bounded:
    """Reads the head of a request up to `most` bytes, and its body of a length that was judged before."""

    def __init__(self, stream: BufferedIOBase, most: int) -> None:
        self._stream = stream
        self._left = most

    def readline(self, size: int = -1) -> bytes:
        """Read a line of the head. Raises TooLargeError where the head is longer than allowed."""
        allowed = self._left + 1
        line = self._stream.readline(min(size, allowed) if size >= 0 else allowed)
        self._left -= len(line)
        if self._left < 0:
            raise TooLargeError
        return line

    def body(self, length: int) -> bytes:
        """Read the body. Raises ConnectionError where the client ends before it is whole."""
        data = self._stream.read(length) if length else b""
        if len(data) != length:
            raise ConnectionError("the client went away in the middle of a request")
        return data

    @property
    def closed(self) -> bool:
        """Say whether the stream is closed."""
        return self._stream.closed

    def close(self) -> None:
        """Close the stream."""
        self._stream.close()
