"""Say for a printed period which time it is, so that 去年 of one article and 去年 of another are not taken for one."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PLAN = re.compile(r"[“\"]?(十[一二三四五六])[”\"]?(?:时期|期间|以来)?")
_LEAD = re.compile(r"^(?:截至到|截至|截止到|截止|到|至|在|从|自)|(?:底|末|以来|期间|时期)$")
_RELATIVE = (("前年", -2), ("去年", -1), ("上年", -1), ("今年", 0), ("本年", 0), ("当年", 0), ("明年", 1))


def absolute(period: str, date: str | None, article: str) -> str:
    """Give a period in a form that means the same in every article.

    `date` is the article's, as the editor wrote it. A period that only its article makes clear (目前, and 去年 where no
    date is known) is bound to that `article`.

    >>> absolute("截至2021年", None, "a"), absolute("去年", "2022-10-18", "a"), absolute("目前", None, "a")
    ('2021年', '2021年', '目前@a')
    """
    if _YEAR.search(period):
        return _LEAD.sub("", period)
    if plan := _PLAN.search(period):
        return plan[1] + "五" if not plan[1].endswith("五") else plan[1]
    year = _YEAR.search(date or "")
    if year is None:
        return f"{period}@{article}"
    for word, step in _RELATIVE:
        if period.startswith(word):
            rest = period[len(word) :].removeprefix("以来").removeprefix("全年")
            return f"{int(year[0]) + step}年{rest}" + (f"@{date}" if period.endswith("以来") else "")
    return f"{period}@{date}"
