"""What an editor should look at before publishing: findings about finished articles, one module per kind.

The words of all findings are in `catalogue`, the names of the rules are the keys of `accepted:` in content files.
"""

from __future__ import annotations

from roundtable_site.checking.catalogue import Language, said
from roundtable_site.checking.examine import Accepted, Examined, check, examine, warned
from roundtable_site.checking.report import render, summary

__all__ = ["Accepted", "Examined", "Language", "check", "examine", "render", "said", "summary", "warned"]
