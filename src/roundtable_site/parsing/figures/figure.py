"""One figure as a newspaper prints it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

Kind = Literal["count", "measure", "money", "time", "percent", "points", "multiple", "ratio", "rank", "record", "plain"]
"""What sort of unit the figure has. `record` is a record without a number (历史新高), `plain` has no unit."""


class Figure(NamedTuple):
    """A number with its unit: `printed` is `text[start:end]`, verbatim, with 余 or 多 between the two.

    `value` is in base units of `unit` (7888亿元 → 788800000000 元), percentages as printed, a range has its second end
    in `value_to`; None is "not stated". `qualifier` is the word (约, 余, 以上 …) wherever it stands, inside or beside
    the figure. A fall (下降16.1%) is the sentence's to say, so values are negative only where a sign is printed.
    `number_start` and `number_end` bound the first number without unit; offsets count characters, ends are exclusive.
    """

    start: int
    end: int
    printed: str
    value: Decimal | None
    value_to: Decimal | None
    unit: str | None
    qualifier: str | None
    kind: Kind = "plain"
    number_start: int = 0
    number_end: int = 0
