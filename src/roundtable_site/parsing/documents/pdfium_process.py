"""Run as a process of its own: read a PDF from standard input, write its characters with their places as JSON.

PDFium is native code and a PDF may ask for any work, so a crash, a loop or a flood of memory ends this process and not
the one that reads articles. It imports nothing of the package, so that it starts fast.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

MEMORY = 2 << 30  # bytes of address space
LINE_END = 10


def main(pages_limit: int, characters_limit: int) -> None:
    """Write one JSON value: `{"refused": why}`, or `{"pages": [[width, height, characters], …]}`.

    A character is `[code, left, right, bottom, top, origin]`, a line end `[10]`.
    """
    _limit_memory()
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        _answer(refused="locked" if "assword" in str(error) else "broken")
        return
    if len(document) > pages_limit:
        _answer(refused="pages")
        return
    pages, count = [], 0
    for number in range(len(document)):
        text = document[number].get_textpage()
        count += text.count_chars()
        if count > characters_limit:
            _answer(refused="characters")
            return
        pages.append([*document[number].get_size(), list(_characters(text))])
    _answer(pages=pages)


def _characters(page: Any) -> Iterator[list[float]]:
    """Yield each character with its box in points; a line end that PDFium saw is a 10 without a box."""
    from ctypes import c_double

    import pypdfium2.raw as pdfium

    left, right, bottom, top, origin, base = (c_double() for _ in range(6))
    box = pdfium.FS_RECTF()
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        if pdfium.FPDFText_IsGenerated(page, index) == 1:
            if code == LINE_END:
                yield [LINE_END]
            continue
        if pdfium.FPDFText_HasUnicodeMapError(page, index) == 1:
            code = 0xFFFD
        pdfium.FPDFText_GetLooseCharBox(page, index, box)
        pdfium.FPDFText_GetCharBox(page, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(page, index, origin, base)
        edges = (
            min(box.left, left.value),
            max(box.right, right.value),
            min(box.bottom, bottom.value),
            max(box.top, top.value),
            origin.value,
        )
        yield [code, *(round(edge, 2) for edge in edges)]


def _answer(**answer: object) -> None:
    json.dump(answer, sys.stdout)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
