"""Findings about what stands twice: a figure, a sentence, a clause within one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Indicator, Paragraph
from roundtable_site.sentences import sentence_spans

_LEAST_SENTENCE = 12
"""Letters of a sentence that is told when it stands twice: shorter ones are said again on purpose."""
_LEAST_CLAUSE = 6
"""Letters of a clause that is told when it stands twice in one sentence."""
_MARKS = re.compile(r"[\s“”‘’\"'。！？!?…]+")
_CLAUSE_END = re.compile(r"[，；：,;:。！？!?]+")
# What may stand before a clause and is no part of what it says.
_LINKS = re.compile(
    r"^(?:不仅|不但|不只|不光|而且|并且|同时|还要|还|也要|也|更要|更|既要|既|又要|又|一方面|另一方面|另|不是|而是|就是"
    r"|要|将|会|能|可以|并|且|而|则|首先|其次|再次|一是|二是|三是|四是|五是)+"
)
# Doubts of the parser about what a figure measures: two such are no proof of a repetition.
_UNCERTAIN = re.compile(r"\bname\b(?!d)|\bnoun\b|in words")
# What a change is measured against: 同比 and 环比 are two things.
_AGAINST = re.compile(r"同比|环比|年均|比上年|较上年|比去年|累计")
_LETTER = re.compile(r"[\u3400-\u9fffA-Za-z0-9]")


def check_repeats(galley: Galley) -> Iterator[Finding]:
    """Yield what stands twice, at the second place."""
    twice = list(_sentences(galley))
    yield from twice
    yield from _figures(galley, {finding.sentence for finding in twice})
    for paragraph in galley.paragraphs.values():
        for start, end in sentence_spans(paragraph.text):
            yield from _clauses(paragraph, paragraph.text[start:end])


def _sentences(galley: Galley) -> Iterator[Finding]:
    """Yield sentences that stood before. A standfirst repeats the article on purpose and is left out."""
    first: dict[str, Paragraph] = {}
    told: set[str] = set()
    for section in galley.article.sections:
        for paragraph in section.paragraphs:
            for start, end in sentence_spans(paragraph.text):
                sentence = paragraph.text[start:end]
                key = _MARKS.sub("", sentence)
                if len(key) < _LEAST_SENTENCE or key in told:
                    continue
                other = first.setdefault(key, paragraph)
                if other is not paragraph or paragraph.text.index(sentence) < start:
                    told.add(key)
                    given = facts(text=_shown(sentence), first=other.id)
                    yield Finding(
                        "repeated-sentence", paragraph, given, mark=sentence.strip(), sentence=sentence, others=(other,)
                    )


def _figures(galley: Galley, twice: set[str]) -> Iterator[Finding]:
    """Yield figures that one speaker states twice for one thing in one paragraph, unless their sentence is told."""
    first: dict[tuple[object, ...], Indicator] = {}
    for indicator in galley.article.indicators:
        if _UNCERTAIN.search(indicator.unsure or "") or not _tells(indicator):
            continue
        key = (
            *(indicator.paragraph, indicator.speaker, indicator.district, indicator.period),
            *(indicator.name, indicator.measure, indicator.figure, *_AGAINST.findall(indicator.text)),
        )
        other = first.setdefault(key, indicator)
        if other is not indicator and not any(indicator.text in sentence for sentence in twice):
            given = facts(text=_shown(indicator.text), record=indicator.id, first=other.id)
            yield Finding(
                "repeated-figure", indicator, given, mark=indicator.text, sentence=indicator.text, others=(other,)
            )


def _tells(indicator: Indicator) -> bool:
    """Tell whether a figure is hardly said again on purpose: a change, or a level with a time and a long name."""
    return indicator.measure not in ("level", "target", "rank") or bool(indicator.period and len(indicator.name) > 4)


def _clauses(paragraph: Paragraph, sentence: str) -> Iterator[Finding]:
    """Yield a clause that stands twice side by side, linked as two things (不仅要甲，而且要甲).

    Without a link, what stands twice is a figure of speech.
    """
    before = ""
    for clause in _CLAUSE_END.split(sentence):
        bare = _MARKS.sub("", clause)
        said = _LINKS.sub("", bare)
        if said == before and said != bare and len(_LETTER.findall(said)) >= _LEAST_CLAUSE:
            yield Finding("repeated-clause", paragraph, facts(text=said), mark=clause.strip(), sentence=sentence)
        before = said


def _shown(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 40 else text[:40] + "…"
