"""The addresses that are no places on the web: mail, telephone, script. Only their form can be checked."""

from __future__ import annotations

import re
from urllib.parse import unquote

from roundtable_site.links.addresses import Address

_TYPOS = frozenset(
    {
        *("htp", "htps", "htpp", "htpps", "httpp", "httpps", "httpss", "hhttp", "hhttps", "htttp", "htttps"),
        *("ttp", "ttps", "htt", "hppt", "hppts", "mailo", "mailt", "malto", "maito"),
    }
)
_MAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+")  # one @ with something on both sides (RFC 6068 leaves the rest to RFC 5322)
_NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")  # RFC 3986: a percent sign is followed by two hex digits
_NUMBER = re.compile(r"[+]?[0-9A-Fa-f*#().\-]+")  # RFC 3966, with its visual separators


def trouble(address: Address) -> tuple[str, str]:
    """Say what is wrong with a mailto:, tel: or other address, and under which rule; ("", "") for a sound one.

    >>> from roundtable_site.links.addresses import split
    >>> trouble(split("mailto:desk"))
    ('no mail address: desk has no @', 'mail')
    >>> trouble(split("mailto:?subject=a")), trouble(split("tel:+86-23-6000"))
    (('', ''), ('', ''))
    """
    check = _CHECKS.get(address.scheme)
    if check:
        return check(address)
    if address.scheme in _TYPOS:
        return f"{address.scheme}: is no scheme, but a misspelt one", "scheme"
    if len(address.scheme) == 1:
        return "a path on a disk, which no reader has", "disk"
    return "", ""


def _mail(address: Address) -> tuple[str, str]:
    people = [person.strip() for person in re.split("[,;]", address.path)]
    if not any(people):
        return ("", "") if address.query else ("mailto: without an address", "mail")
    for person in filter(None, people):
        if _NO_ESCAPE.search(person):
            return f"no mail address: % in {person} is followed by no two hex digits (a plain % is %25)", "mail"
        if not _MAIL.fullmatch(unquote(person).strip()):
            return f"no mail address: {person} {'is not complete' if '@' in person else 'has no @'}", "mail"
    return "", ""


def _telephone(address: Address) -> tuple[str, str]:
    number = unquote(address.path + ("#" + address.fragment if address.fragment is not None else "")).strip()
    if not any(mark.isdigit() for mark in number):
        return f"{address.scheme}: without a number", "telephone"
    if not _NUMBER.fullmatch(number.partition(";")[0].replace(",", "")):
        return "a telephone number is written with digits, + and - only", "telephone-style"
    return "", ""


def _file(_address: Address) -> tuple[str, str]:
    return "a path on a disk, which no reader has", "disk"


_CHECKS = {"mailto": _mail, "tel": _telephone, "sms": _telephone, "file": _file}
