"""The addresses in `<meta>`: redirects, Open Graph, Twitter cards, tiles and microdata."""

from __future__ import annotations

import re

from roundtable_site.links.extract.facts import Attributes, Facts, Note
from roundtable_site.links.extract.tables import META

_REFRESH = re.compile(
    r"""
    \s* (?= [0-9.] ) ([0-9]*) (?: \.[0-9.]* )?           # seconds; what follows the point does not count
    (?: \s* [;,\s] \s* (url \s* = \s*)? (.*) )?          # "url=" may be missing
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def read_meta(facts: Facts, tag: str, _name: str, value: str, attributes: Attributes) -> None:
    """Take the address that the content of a `<meta>` holds, if it is one of those that do."""
    if tag != "meta":
        return
    if (attributes.get("http-equiv") or "").strip().lower() == "refresh":
        _read_refresh(facts, value)
        return
    if (attributes.get("name") or "").strip().lower() == "robots":
        facts.unlisted |= not {"noindex", "none"}.isdisjoint(value.lower().replace(",", " ").split())
        return
    for key in ("property", "name", "itemprop"):
        named = (attributes.get(key) or "").strip().lower()
        if named in META and (key == "itemprop" or named not in {"image", "url", "logo"}):
            facts.links.append((f"meta {named}", value))
            return


def _read_refresh(facts: Facts, value: str) -> None:
    """Read "0; url=there" as the standard does.

    Source: https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh
    """
    match = _REFRESH.fullmatch(value)
    address = (match[3] or "").strip() if match else ""
    if address[:1] in ("'", '"'):
        address = address[1:].partition(address[0])[0]
    if match is None or (match[2] and not address):
        trouble = f"a meta refresh leads nowhere: content={value!r}"
        facts.notes.append(Note("refresh", trouble, True, "meta refresh", value))
        return
    if not address:
        return  # the page loads itself again, which is no link
    facts.links.append(("meta refresh", address))
    if facts.refresh is None:
        facts.refresh = (float(match[1] or 0), address)
