"""Choose what is shown large, by rules that the pages state."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from roundtable_site.model import Indicator, Keyword, Measure
from roundtable_site.site.charts import Chart
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import Claim, Piece, PlacedSentence, Saying, SpeakerEntry

_MOST_KEY_CLAIMS = 2  # of a speaker, or of a section

# What tells a reader most first: a movement between two figures, then parts, then speeds, then sums that are measured
# (money, weight, area …), then movements without their ends, then things that are counted.
_MEASURED: dict[Measure, int] = {
    "from_to": 0, "share": 1, "rate": 2, "level": 3, "target": 3, "change": 4, "ratio": 7,
}  # fmt: skip
_COUNTED: dict[Measure, int] = {"target": 5, "level": 6}

_MEASURING = frozenset(
    (
        *(
            "元",
            "美元",
            "欧元",
            "日元",
            "英镑",
            "港元",
            "%",
            "‰",
            "吨",
            "公斤",
            "千克",
            "克",
            "亩",
            "公顷",
            "标准箱",
            "TEU",
        ),
        *("公里", "千米", "米", "海里", "平方公里", "平方米", "立方米", "升", "千瓦", "千瓦时", "度", "瓦"),
    )
)

# A length of time, an order or a record says little by itself (半年, 第13年, 5届).
_NOT_KEY_UNITS = frozenset(
    (
        *("年", "个月", "月", "周", "星期", "天", "日", "小时", "分钟", "分", "秒", "季度", "季"),
        *("届", "次", "轮", "位", "名次", "大"),
    )
)


# A pull quote is short enough to be read at a glance and long enough to say something (characters).
_PULL_QUOTE = range(12, 91)


def key_claims(dossier: Dossier) -> tuple[Claim, ...]:
    """Give up to two figures of each guest who states any that can stand large, in printed order (docs/themes.md).

    Where no guest states any, up to two of each section. What the parser was sure of comes before what it doubted, then
    the most telling kinds, then printed order.
    """
    of_guests = [best for speaker in dossier.speakers for best in most_telling(dossier, dossier.claims_by(speaker))]
    if of_guests:
        return tuple(of_guests)
    chosen: list[Claim] = []
    for piece in dossier.pieces:
        inside = {item.paragraph.id for item in piece.paragraphs}
        chosen += most_telling(dossier, (claim for claim in dossier.claims if claim.indicator.paragraph in inside))
    return tuple(chosen)


def front_claims(dossier: Dossier, most: int) -> tuple[Claim, ...]:
    """Give so many of the figures shown large, one of each guest before a second one of any, in printed order."""
    seen: set[str | None] = set()
    firsts: list[Claim] = []
    others: list[Claim] = []
    for claim in key_claims(dossier):
        (others if claim.speaker_name in seen else firsts).append(claim)
        seen.add(claim.speaker_name)
    return tuple(sorted((firsts + others)[:most], key=dossier.claims.index))


def most_telling(dossier: Dossier, claims: Iterable[Claim]) -> list[Claim]:
    """Give the two figures that tell most, in printed order."""
    fit = [(rank, claim) for claim in claims if (rank := _rank(claim.indicator)) is not None]
    ranked = sorted(fit, key=lambda entry: (entry[1].indicator.unsure is not None, entry[0]))
    return sorted((claim for _, claim in ranked[:_MOST_KEY_CLAIMS]), key=dossier.claims.index)


_TELLING: tuple[Measure, ...] = ("from_to", "share", "rate", "change", "target", "level", "ratio")
_MOST_CHARTS = 4
_MOST_BARS = 8


def telling_charts(drawn: Iterable[Chart]) -> tuple[Chart, ...]:
    """Give the four charts that tell most: movements, then parts, then speeds; none of more than eight bars."""
    fit = [chart for chart in drawn if len(chart.marks) <= _MOST_BARS]
    return tuple(sorted(fit, key=lambda chart: _TELLING.index(chart.scale.measure))[:_MOST_CHARTS])


def _rank(indicator: Indicator) -> int | None:
    """Give how soon a figure is told, 0 the soonest; None where it cannot stand by itself."""
    unit = (indicator.unit or "").split("/")[0]
    if indicator.value is None or not unit or unit in _NOT_KEY_UNITS:
        return None
    if unit not in _MEASURING and indicator.measure in _COUNTED:
        return _COUNTED[indicator.measure]
    return _MEASURED.get(indicator.measure)


def pull_quote(dossier: Dossier, speaker: SpeakerEntry) -> Saying | None:
    """Give what is shown large of a guest's words: the direct quotation of 12 to 90 characters that is most their own.

    That is the one that holds most of the weight of the guest's keywords, then the shortest, then the first printed;
    None where there is none of that length.
    """
    words = dict(dossier.article.keywords.speakers).get(speaker.guest.id, ())
    fit = [
        saying
        for saying in dossier.sayings_by(speaker)
        if saying.quote.kind == "direct" and len(saying.quote.text) in _PULL_QUOTE
    ]

    def standing(saying: Saying) -> tuple[Decimal, int]:
        held = sum((word.weight for word in words if word.word in saying.quote.text), Decimal(0))
        return -held, len(saying.quote.text)

    return min(fit, key=standing, default=None)


class Place(Struct, frozen=True):
    """One place where a word stands: its sentence, who speaks there, and the words around it."""

    sentence: PlacedSentence
    speaker: SpeakerEntry | None
    before: str
    after: str


class KeywordPlaces(Struct, frozen=True):
    """A keyword and every place where it stands, in printed order."""

    keyword: Keyword
    places: tuple[Place, ...]

    @property
    def speakers(self) -> tuple[SpeakerEntry, ...]:
        """Who says the word, in printed order."""
        return tuple(dict.fromkeys(place.speaker for place in self.places if place.speaker))

    @property
    def total(self) -> int:
        """How many places there are."""
        return len(self.places)


_AROUND = 14  # characters shown on either side of a word


def places(keyword: Keyword, pieces: Iterable[Piece]) -> KeywordPlaces:
    """Find a keyword in the sentences of some pieces: one place for each sentence that holds it."""
    found, word = [], keyword.word
    for piece in pieces:
        for paragraph in piece.paragraphs:
            for placed in paragraph.placed if word in paragraph.paragraph.text else ():
                before, match, after = placed.text.partition(word)
                if match:
                    speaker = paragraph.speaker or piece.speaker
                    found.append(Place(placed, speaker, before[-_AROUND:], after[:_AROUND]))
    return KeywordPlaces(keyword, tuple(found))
