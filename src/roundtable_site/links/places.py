"""Whether a fragment names a place in a page."""

from __future__ import annotations

import re
from collections.abc import Set

from roundtable_site.links.addresses import decode

NUL = "\0"  # stands in no id: the HTML standard replaces it
_CLIENT_STATE = re.compile(r"[/!]|[^#]*=")  # "#/route", "#!/route", "#tab=2": read by script, where no such id stands
_VIEW = re.compile(r"svgView\(|xywh=", re.IGNORECASE)  # a part of a drawing by its measures, with no id of its own


def leads_somewhere(fragment: str, ids: Set[str] | str) -> bool:
    """Tell whether a fragment names a place, as browsers look for it: as written, decoded, and "top".

    `ids` is a set of names, or names between NUL characters. A text fragment (`:~:text=`) needs no place.
    Source: https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element

    >>> leads_somewhere("%E8%A1%A81", {"表1"}), leads_somewhere("Top", set()), leads_somewhere("no", {"yes"})
    (True, True, False)
    """
    fragment = fragment.partition(":~:")[0]
    names = (fragment, decode(fragment))
    if not fragment or names[1].lower() == "top" or _VIEW.match(names[1]):
        return True
    if isinstance(ids, str):
        return any(f"\0{name}\0" in ids for name in names)
    return any(name in ids for name in names)


def is_client_state(fragment: str) -> bool:
    """Tell whether a fragment looks like one that a script of the page reads.

    >>> is_client_state("/route"), is_client_state("tab=2"), is_client_state("part:~:text=a")
    (True, True, False)
    """
    return bool(_CLIENT_STATE.match(fragment.partition(":~:")[0]))
