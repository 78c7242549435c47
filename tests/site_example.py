"""An invented round table, small and with every kind of record in it."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec.structs import replace

from roundtable_site.model import (
    Article,
    District,
    Guest,
    Indicator,
    Keyword,
    Keywords,
    Paragraph,
    PrintedLine,
    Quote,
    Section,
    SourceRecord,
)

LEAD = Paragraph("s0p1", (3, 3), "港口如何转型？本报请两位嘉宾来谈。《航运白皮书》指出：“转型没有退路。”")
FIRST = Paragraph(
    "s1p1",
    (6, 8),
    "去年，临港区吞吐量由1200万吨增长到1500万吨，其中铁水联运占比达到28.5%，多式联运占比41%。"
    "“码头不能只看吨位。还要看时间。”林一帆说，装卸效率已提高两成多。",
)
SECOND = Paragraph("s1p2", (9, 9), "林一帆表示，三年内单位能耗将下降12%。")
THIRD = Paragraph("s2p1", (12, 12), "“没有新船，就没有新航线。”周敏说。船厂现有干船坞4座、浮船坞2座。")


def quote(id_: str, speaker: str, paragraph: Paragraph, text: str, kind: str = "direct", cue: str = "说") -> Quote:
    """Make a quotation that stands in its paragraph."""
    return Quote(id_, speaker, paragraph.id, kind, cue, text, paragraph.text.index(text))  # type: ignore[arg-type]


def figure(
    id_: str,
    paragraph: Paragraph,
    printed: str,
    value: str | None,
    unit: str | None,
    measure: str,
    text: str,
    name: str,
    district: str | None = "lin-gang",
    speaker: str | None = "lin-yifan",
    start: str | None = None,
    period: str | None = None,
) -> Indicator:
    """Make a figure that stands in its paragraph."""
    at = paragraph.text.index(text)
    number = None if value is None else Decimal(value)
    begin = None if start is None else Decimal(start)
    return Indicator(
        id_, district, speaker, paragraph.id, name, printed, number, None, unit, measure,  # type: ignore[arg-type]
        begin, None, period, text, at, paragraph.text.index(printed, at),
    )  # fmt: skip


ARTICLE = Article(
    source=SourceRecord("seeds/gangkou.txt", "0" * 64, "utf-8"),
    slug="gangkou",
    headline="港口 <转型> & 明天",
    subtitle=None,
    column="江边对谈",
    reporters=("何见",),
    photographers=(),
    standfirst=(LEAD,),
    layout=(),
    districts=(
        District("lin-gang", "临港区", "district"),
        District("xin-chuanchang", "新船厂", "organisation"),
        District("hang-xie", "航运协会", "organisation"),
    ),
    guests=(
        Guest("zhou-min", "周敏", ("新船厂厂长",), "xin-chuanchang", "panellist"),
        Guest("lin-yifan", "林一帆", ("临港区区长", "航运协会会长"), "hang-xie", "panellist"),
    ),
    captions=(),
    sections=(
        Section("s1", "码头要看时间", "lin-yifan", (FIRST, SECOND)),
        Section("s2", "新船新航线", "zhou-min", (THIRD,)),
    ),
    quotes=(
        quote("s0q1", "《航运白皮书》", LEAD, "转型没有退路。", cue="指出"),
        quote("s1q1", "lin-yifan", FIRST, "码头不能只看吨位。还要看时间。"),
        quote("s1q2", "lin-yifan", FIRST, "装卸效率已提高两成多。", "indirect"),
        quote("s1q3", "lin-yifan", SECOND, "三年内单位能耗将下降12%。", "indirect", "表示"),
        quote("s2q1", "zhou-min", THIRD, "没有新船，就没有新航线。"),
    ),
    indicators=(
        figure("s1i1", FIRST, "1500万吨", "15000000", "吨", "from_to", "吞吐量由1200万吨增长到1500万吨", "吞吐量",
               start="12000000", period="去年"),
        figure("s1i2", FIRST, "28.5%", "28.5", "%", "share", "铁水联运占比达到28.5%", "铁水联运占比"),
        figure("s1i3", FIRST, "41%", "41", "%", "share", "多式联运占比41%", "多式联运占比"),
        figure("s1i4", FIRST, "两成多", "20", "%", "change", "装卸效率已提高两成多", "装卸效率"),
        figure("s1i5", SECOND, "12%", "-12", "%", "target", "单位能耗将下降12%", "单位能耗"),
        figure("s2i1", THIRD, "4座", "4", "座", "level", "干船坞4座", "干船坞", "xin-chuanchang", "zhou-min"),
        figure("s2i2", THIRD, "2座", "2", "座", "level", "浮船坞2座", "浮船坞", "xin-chuanchang", "zhou-min"),
    ),
    keywords=Keywords(
        (Keyword("转型", Decimal("0.4")), Keyword("码头", Decimal("0.2"))),
        (("lin-yifan", (Keyword("码头", Decimal("0.5")),)),),
    ),
)  # fmt: skip

# An id that a figure had before: links to it still lead to the figure.
ARTICLE = replace(
    ARTICLE, indicators=tuple(replace(i, was="s2i9") if i.id == "s2i1" else i for i in ARTICLE.indicators)
)

PRINTED = {
    "gangkou": {
        "s0p1": (PrintedLine(3, 0),),
        "s1p1": (PrintedLine(6, 0), PrintedLine(8, 30)),
        "s1p2": (PrintedLine(9, 0),),
        "s2p1": (PrintedLine(12, 0),),
    }
}


def another(slug: str, headline: str = "第二篇", guests: Iterable[Guest] = ARTICLE.guests) -> Article:
    """Give the same article under another slug."""
    return replace(ARTICLE, slug=slug, headline=headline, guests=tuple(guests))
