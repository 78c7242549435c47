"""What was probably meant: looked for only once a link is known to be broken."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from roundtable_site.links.folder import Folder

_MOST = 60
"""Names that are compared in full at the most, of those that are about as long and begin or end alike: it is slow."""


def suggest_place(folder: Folder, path: str) -> str:
    """Give the place in the folder that `path` was probably meant to be, or "".

    First the same name in another Unicode form, then a name like it in the same folder, then the very same name in
    another folder if there is just one.
    """
    head, slash, name = path.rstrip("/").rpartition("/")
    siblings = folder.by_folder.get(head + slash, [])
    composed = unicodedata.normalize("NFC", name)
    for sibling in siblings:
        if unicodedata.normalize("NFC", sibling.rstrip("/")) == composed:
            return head + slash + sibling
    if near := nearest(name, siblings):
        return head + slash + near
    same = folder.by_name.get(name.casefold(), [])
    return folder.files[same[0]] if len(same) == 1 else ""


def nearest(name: str, names: Iterable[str]) -> str:
    """Give the one of `names` that is most like `name`, or "" if none is like it.

    >>> nearest("speaker-2", ["speakers", "speaker-21", "index"])
    'speaker-21'
    """
    wanted = name.casefold()
    spread = max(2, len(wanted) // 4)
    known: dict[str, str] = {}
    for other in names:
        folded = other.casefold()
        if abs(len(folded) - len(wanted)) <= spread and (folded[:1] == wanted[:1] or folded[-3:] == wanted[-3:]):
            known[folded] = min(other, known.get(folded, other))
    found = get_close_matches(wanted, sorted(known)[:_MOST], n=1, cutoff=0.75) if wanted else []
    return known[found[0]] if found else ""
