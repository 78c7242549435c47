"""What an editor should look at before publishing: findings about finished articles, one module per kind.

The words of all findings are in `catalogue`, the names of the rules are the keys of `accepted:` in content files. The
rules of reading, which some checks use, take most of a second to load: who only tells findings never pays for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from roundtable_site.checking.catalogue import Language, said

if TYPE_CHECKING:
    from roundtable_site.checking.examining import Accepted, Examined, check, examine, warned
    from roundtable_site.checking.report import render, summary

__all__ = ["Accepted", "Examined", "Language", "check", "examine", "render", "said", "summary", "warned"]

_MODULES = {
    **dict.fromkeys(("Accepted", "Examined", "check", "examine", "warned"), "roundtable_site.checking.examining"),
    **dict.fromkeys(("render", "summary"), "roundtable_site.checking.report"),
}


def __getattr__(name: str) -> Any:
    """Load what is asked for the first time."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return globals().setdefault(name, getattr(import_module(_MODULES[name]), name))
