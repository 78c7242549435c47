"""Which language an editor is spoken to in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


def language_for(option: str | None, setting: str | None, environment: Mapping[str, str]) -> Language:
    """Choose the language of findings: a command's option, else the site's setting, else the locale, else English.

    >>> language_for(None, None, {"LANG": "zh_CN.UTF-8"}), language_for("en", "zh", {}), language_for(None, "zh", {})
    ('zh', 'en', 'zh')
    """
    for chosen in (option, setting):
        if chosen in LANGUAGES:
            return "zh" if chosen == "zh" else "en"
    # POSIX: the first of the three that is set decides, even where it says "C".
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"
