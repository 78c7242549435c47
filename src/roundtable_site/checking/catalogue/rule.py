"""One rule of checking: its lasting name, how grave it is, and its words in two languages."""

from __future__ import annotations

from msgspec import Struct

from roundtable_site.errors import Severity


class Rule(Struct, frozen=True):
    """What one check is called and says.

    `name` never changes: it is the key of `accepted:` in content files. `english` and `chinese` are one line, what is
    wrong and what to do, in which `{fact}` stands for a fact of the finding; `title` and `title_chinese` name the kind.
    """

    name: str
    severity: Severity
    title: str
    title_chinese: str
    english: str
    chinese: str
