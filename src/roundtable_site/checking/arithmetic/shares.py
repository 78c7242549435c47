"""Findings about shares: over 100 %, together not 100 %, or other than part and whole say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from roundtable_site.checking.arithmetic.amounts import plainly, span_of
from roundtable_site.checking.arithmetic.partitions import parts_of_one_whole
from roundtable_site.checking.arithmetic.rows import Row, rows_of, span
from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Indicator, Paragraph
from roundtable_site.sentences import sentence_spans

_HUNDRED = Decimal(100)
_SHARE = re.compile(r"占|比重|份额")
# What may well be more than the whole of: a plan, the time before, a need.
_NO_WHOLE = re.compile(r"计划|任务|目标|预算|去年|上年|同期|年初|进度|需求|用量|标准|自给|覆盖")
_OF = re.compile(
    r"占(?:到|了)?(?P<whole>[^，。；、占]{1,20}?)(?:的)?(?:比重|比例|份额)?(?:的|约|达|达到|为|近|超过|超)*$"
)
_REST = re.compile(r"其余|其他|剩余|剩下")
# 三次产业结构比为6.9:39.7:53.4
_STRUCTURE = re.compile(
    r"(?:结构|构成|占比|比重)[^，。；]{0,10}?(?P<parts>\d+(?:\.\d+)?%?(?:\s*[:：∶]\s*\d+(?:\.\d+)?%?){2,})"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def check_shares(galley: Galley) -> Iterator[Finding]:
    """Yield shares that cannot be right."""
    for row in rows_of(galley):
        shares = [i for i in row.indicators if i.measure == "share" and i.unit == "%" and i.value is not None]
        for share in shares:
            yield from _over(share)
            yield from _of_whole(share, row, galley)
        yield from _together(shares, row)
    for paragraph in galley.paragraphs.values():
        if "结构" in paragraph.text or "构成" in paragraph.text or "比重" in paragraph.text or "占比" in paragraph.text:
            yield from _structures(paragraph)


def _over(share: Indicator) -> Iterator[Finding]:
    said = share.text + share.name
    if share.value is not None and share.value > _HUNDRED and _SHARE.search(said) and not _NO_WHOLE.search(said):
        yield Finding("share-over-100", share, facts(share=share.figure), mark=share.figure, sentence=share.text)


def _together(shares: list[Indicator], row: Row) -> Iterator[Finding]:
    """Add the shares of a sentence where they are all the parts of one whole, or parts without anything in common."""
    shares = [share for share in shares if not _OVER_TIME.search(share.text)]
    if len(shares) < 2:
        return
    named = parts_of_one_whole([share.name for share in shares])
    rest = _REST.search(shares[-1].text) is not None
    if not named and not rest:
        return
    spans = [span_of(share.figure, share.value or Decimal(0), share.qualifier) for share in shares]
    low, high = sum(s.low for s in spans), sum(s.high for s in spans)
    if low > _HUNDRED or (high < _HUNDRED and (rest or (named is not None and named.complete))):
        total = sum((share.value or Decimal(0) for share in shares), Decimal(0))
        given = facts(sum=" + ".join(share.figure for share in shares), total=plainly(total))
        yield Finding(
            "shares-sum", shares[-1], given, mark=shares[-1].figure, sentence=row.text, others=tuple(shares[:-1])
        )


_OVER_TIME = re.compile(r"提高|上升|下降|增加|由|从|比上年|较上年")


def _of_whole(share: Indicator, row: Row, galley: Galley) -> Iterator[Finding]:
    """Hold a share against its part and its whole where both are printed."""
    found = _OF.search(row.before(share, 32))
    at = row.indicators.index(share)
    part = row.indicators[at - 1] if at else None
    if found is None or part is None or part.measure != "level" or not share.name.startswith(part.name):
        return
    whole = _named(found["whole"], part, galley)
    parts, wholes = span(part), span(whole) if whole else None
    if whole is None or parts is None or wholes is None or wholes.low <= 0:
        return
    said = span_of(share.figure, share.value or Decimal(0), share.qualifier)
    if not parts.over(wholes).scaled(_HUNDRED).meets(said):
        real = abs(part.value or Decimal(0)) / abs(whole.value or Decimal(1)) * _HUNDRED
        given = facts(part=part.figure, whole=whole.figure, share=plainly(real), stated=share.figure)
        yield Finding("share-differs", share, given, mark=share.figure, sentence=row.text, others=(part, whole))


def _named(name: str, part: Indicator, galley: Galley) -> Indicator | None:
    """Give the one amount of the same unit and period that bears a whole's name."""
    wanted = re.sub(r"^(?:全[国省市区县]|同期|当年|本[省市区县])", "", name).removesuffix("总量").removesuffix("总数")
    if len(wanted) < 2:
        return None
    found = [
        i
        for i in galley.article.indicators
        if i is not part
        and i.measure == "level"
        and i.unit == part.unit
        and i.period == part.period
        and i.name in (name, wanted)
    ]
    return found[0] if len(found) == 1 else None


def _structures(paragraph: Paragraph) -> Iterator[Finding]:
    """Add up the parts of a structure that is printed as a proportion of hundred."""
    for found in _STRUCTURE.finditer(paragraph.text):
        printed = _NUMBER.findall(found["parts"])
        parts = [Decimal(number) for number in printed]
        total = sum(parts, Decimal(0))
        slack = sum(Decimal(1).scaleb(-len(number.partition(".")[2])) / 2 for number in printed)
        # 5:3:2 is a proportion of ten, 1:2:3 of nothing: only what comes near a hundred is meant as percentages.
        if abs(total - _HUNDRED) > slack and abs(total - _HUNDRED) < 30 and max(parts) > 10:
            given = facts(sum=" + ".join(printed), total=plainly(total))
            yield Finding(
                "shares-sum", paragraph, given, mark=found["parts"], sentence=_sentence(paragraph, found.start())
            )


def _sentence(paragraph: Paragraph, at: int) -> str:
    return next((paragraph.text[a:b] for a, b in sentence_spans(paragraph.text) if a <= at < b), paragraph.text)
