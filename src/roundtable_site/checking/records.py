"""Findings about the records of an article: what the parser doubts, what is missing, who is no guest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Guest, Indicator, Paragraph, Quote, Record

SHOWN = 20
"""Characters of an unplaced text that a message shows."""
_WHAT: dict[type[Record], str] = {Quote: "quote", Indicator: "figure", Guest: "guest"}
# How the names of papers, documents and bodies end, which may be quoted without being guests.
_NO_PERSON = re.compile(
    r"[》”]|们$|(?:报告|意见|规划|纲要|公报|白皮书|方案|通知|条例|文件|决定|规定|办法|宣言|倡议|声明|章程|协定|讲话|精神"
    r"|公告|决议|报|社|网|法|部|委|局|厅|院|所|会|司|团|组|处|办|署|台|厂|站|中心|集团|企业|银行|大学|政府|机构|组织|媒体"
    r"|大家|双方|各方|一方|俄方|美方|中方|日方|韩方|方面|部门|者|专家|学者|人士|代表|委员|群众|村民|居民|负责人|业内"
    r"|工作人员|分析|数据|研究)$"
)

# Words of a sum over all time, which the period of its neighbours does not bound.
_TO_DATE = re.compile(r"累计|总计|历年|历史|现有|共有|总共")


def check_records(galley: Galley) -> Iterator[Finding]:
    """Yield what an editor should look at in the records, the parser's own doubts first."""
    article = galley.article
    yield from _unsure(galley)
    if not article.guests:
        yield Finding("no-guests", article, field="guests")
    for item in article.unplaced:
        text = item.text[:SHOWN] + ("…" if len(item.text) > SHOWN else "")
        yield Finding("unplaced", item, facts(text=text), mark=item.text, sentence=item.text)
    yield from _without_district(galley)
    yield from _without_period(galley)
    yield from _speakers(galley)
    for guest in article.guests:
        if guest.editorial.portrait and not (guest.editorial.alt or "").strip():
            yield Finding("portrait-alt", guest, facts(name=guest.name), "portrait", guest.editorial.portrait)


def _unsure(galley: Galley) -> Iterator[Finding]:
    for record in galley.records():
        if record.unsure:
            what = _WHAT.get(type(record), "record")
            given = facts(what=what, record=getattr(record, "id", ""), reason=record.unsure)
            field = "text" if hasattr(record, "text") else "name"
            words = str(getattr(record, field, ""))
            yield Finding("unsure", record, given, field, str(getattr(record, "figure", words)), words)


def _without_district(galley: Galley) -> Iterator[Finding]:
    for indicator in galley.article.indicators:
        if indicator.district is None:
            given = facts(record=indicator.id, figure=indicator.figure)
            yield Finding("no-district", indicator, given, "district", "null", indicator.text)


def _without_period(galley: Galley) -> Iterator[Finding]:
    """Yield figures between two of the same sentence that share a period, and have none themselves."""
    for _, group in groupby(galley.article.indicators, key=lambda indicator: indicator.paragraph):
        row = list(group)
        for before, here, after in zip(row, row[1:], row[2:], strict=False):
            if here.period is None and before.period and before.period == after.period:
                if _TO_DATE.search(here.text):
                    continue
                text = galley.paragraphs[here.paragraph].text
                if not _ends_between(text, before, after):
                    given = facts(record=here.id, figure=here.figure, period=before.period)
                    yield Finding("no-period", here, given, "period", "null", here.text, (before, after))


def _ends_between(text: str, before: Indicator, after: Indicator) -> bool:
    return any(mark in text[before.start : after.start] for mark in "。！？")


def _speakers(galley: Galley) -> Iterator[Finding]:
    guests = {guest.id for guest in galley.article.guests}
    records: list[Quote | Indicator | Paragraph] = [*galley.article.quotes, *galley.article.indicators]
    unknown: dict[str, list[Quote | Indicator | Paragraph]] = {}
    for record in [*records, *galley.paragraphs.values()]:
        speaker = record.speaker
        if speaker and speaker not in guests and not _NO_PERSON.search(speaker):
            unknown.setdefault(speaker, []).append(record)
    for speaker, (first, *others) in unknown.items():
        yield Finding("speaker-unknown", first, facts(speaker=speaker), "speaker", speaker, first.text, tuple(others))
