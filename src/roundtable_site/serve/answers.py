"""What the server says back, as values, and the headers that stand on everything."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from http import HTTPStatus

from msgspec import Struct, field

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".yml": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".zip": "application/zip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
OWN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Nothing is kept, guessed, framed or read by another site's page.
ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": OWN_POLICY,
}


class Answer(Struct, frozen=True):
    """A status, a body of one type, and further headers."""

    status: HTTPStatus
    body: bytes = b""
    type: str = TYPES[".html"]
    headers: Mapping[str, str] = field(default_factory=dict)


def page(html: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """Answer with a page."""
    return Answer(status, html.encode("utf-8"))


def refusal(status: HTTPStatus, message: str) -> Answer:
    """Answer with one line that says what is wrong and what to do."""
    return Answer(status, f"{message}\n".encode(), TYPES[".txt"])


def sent_on(address: str, status: HTTPStatus = HTTPStatus.SEE_OTHER) -> Answer:
    """Send the browser to another address of ours."""
    return Answer(status, headers={"Location": address})


def plain_page(language: str, title: str, lines: list[str]) -> str:
    """Give a page for when there is no site yet: a title and lines of text."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"</head><body><main><h1>{escape(title)}</h1><ul>{items}</ul></main></body></html>\n"
    )
