"""Where running text gives words to somebody: the speaker, the verb that attributes, and where the words begin."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise
from typing import NamedTuple

from roundtable_site.parsing.lexicon.cues import BARE, CLAUSE
from roundtable_site.parsing.lexicon.tables import words
from roundtable_site.parsing.quotes.mentions import Mention, mention_at_end
from roundtable_site.parsing.quotes.reading import Reading, Sentence, Verb
from roundtable_site.parsing.quotes.subjects import short_before, subject_at_start, subject_of

REACH = 90
"""How far before the verb its subject may begin, in characters: longer than any titles printed in one clause."""

_OBJECT = re.compile(
    r"(?:到|了)?(?:《[^》]{1,14}》)?(?:(?:本报|本刊|本台|笔者|采访|在场)?记者(?:们)?|笔者|大家|我们|在场的人|他们|她们|我|众人)?(?:说|道)?"
)
_LEARNED = re.compile(
    r"""
    (?:从|向)(?P<who>[^，。；：！？“”]{2,60}?)(?:处|那里|口中|那儿)(?P<cue>得知|获悉|了解到|听到|证实)
  | [用按](?P<whose>[^，。；：！？“”]{1,40}?)的话(?:来)?(?P<said>说|讲)
    """,
    re.VERBOSE,
)
# What a colon introduces that is nobody's speech here: a motto, a poster, words remembered.
_WRITTEN = re.compile("(?:的话|名言|口号|标语|大字|字样|横幅|对联|题为|主题|标题|宗旨|校训|理念|定位|目标|要求|原则)$")
_OCCASIONS = words("回应 回答 谈 谈到 谈及 提到 提及 说起 谈起 介绍")
_WHEN_SAID = re.compile(r"[^，。；：“”「」]{1,16}时(?:则|也|又|曾|还)?(?:说|表示|称|指出|坦言|强调|认为|指)")
_EDGES = '，。；：！？”」』"…—\ue000'
# What somebody's words are called before a colon: 何一平的回答是：
_TOLD = re.compile(
    "的(?:心声|心愿|心得|体会|感受|感慨|回答|答复|答案|解释|讲述|自述|独白|经历|心路历程|想法|观点|说法|看法|态度|回应|判断|建议|日记)(?:是|很简单|里写道)?$"
)
_GOING_ON = ("并", "还", "而且", "同时", "向记者", "对记者", "他", "她")
_ON_OCCASION = re.compile("在?(?:致[辞词]|发言|讲话|受访|接受采访|座谈|演讲|会后|回应)(?:时|中|后)?")
# A feeling that is shown, and no words: 表示热烈祝贺。
_GREETS = re.compile(
    r"(?:热烈|衷心|诚挚|崇高|由衷|亲切|深切|坚决|高度|充分|强烈)?(?:的)?"
    r"(?:祝贺|欢迎|感谢|敬意|慰问|哀悼|赞赏|肯定|支持|认可|理解|遗憾|歉意|满意|反对|谴责|关切)(?=[，。；、和与])"
)
_CLAUSE_EDGE = re.compile(f"[{_EDGES}]")
_MARKS = ("，", "：", "“", "「", "『", '"', "。")
_PLAIN = words("说 表示 认为 指出 称 坦言 直言 介绍 强调 告诉")
_SOLITARY = words("讲 问 笑 写 赞 劝 喊 想 谈 称 指 预警 预言")
_CLAUSE_START = re.compile(
    r"[要应须需将可能会已是我在他她它其这该有不没没尽只正从对为如如果目前今现去过未当随虽因通经]"
)


class Attribution(NamedTuple):
    """One place where words are given to somebody.

    `start` is where the clause with the speaker begins, `cue_start` where the verb begins, `end` where the words may
    begin (behind the verb, whom it speaks to and its mark); `mark` is that mark. `mention` is None where the speaker
    is that of the sentence's first clause (`…，并表示，…`). `reports` says that a clause may follow as reported speech.
    """

    mention: Mention | None
    start: int
    cue: str
    cue_start: int
    end: int
    mark: str
    reports: bool


def find_attributions(reading: Reading, sentence: Sentence, known: Container[str]) -> list[Attribution]:
    """Give the attributions of one sentence of a reading, in order; `known` are the names met so far."""
    found: list[Attribution] = []
    for verb in sentence.verbs:
        attribution = _attribution(reading, sentence, verb, known)
        if attribution is not None and (not found or _follows(attribution, found[-1], reading.frame)):
            found.append(attribution)
    more = [*_learned(reading, sentence, known), *_with_colon(reading, sentence, found, known)]
    return sorted([*found, *more], key=lambda attribution: attribution.cue_start) if more else found


def _with_colon(
    reading: Reading, sentence: Sentence, cues: list[Attribution], known: Container[str]
) -> list[Attribution]:
    """Give the speakers whose words follow a colon without a verb of saying (`他摆摆手：“没事。”`)."""
    found = []
    said = {cue.end for cue in cues}
    for span in sentence.spans:
        place = span.start - 1
        if span.start in said or reading.frame[place : span.start] != "：":
            continue
        begin = clause_start(reading.frame, sentence.start, place)
        if _WRITTEN.search(reading.frame, begin, place):
            continue
        clause = reading.frame[begin:place]
        told = _TOLD.search(clause)
        mention = mention_at_end(clause[: told.start()], known) if told else None
        mention = mention or subject_at_start(clause, known) or mention_at_end(clause, known)
        if mention is not None and mention.kind != "source":
            found.append(Attribution(mention, begin + mention.start, "", place, span.start, "：", reports=False))
    return found


def _follows(attribution: Attribution, last: Attribution, frame: str) -> bool:
    """Tell whether a second verb in the sentence attributes anew, and is not a part of what was said."""
    if attribution.cue_start < last.end or (last.reports and attribution.start <= last.end):
        return False  # X表示，Y认为…: what Y thinks is a part of what X says
    if last.reports and attribution.mention and attribution.mention.kind == "source":
        begin = clause_start(frame, last.start, attribution.cue_start)
        if attribution.mark != "，" or begin <= last.end:  # X表示，我们的规划已经提到，…
            return False
    joined = frame[attribution.start : attribution.cue_start].startswith(("并", "还", "也", "同时", "又", "而且"))
    return attribution.mention is not None or not last.reports or joined


def _learned(reading: Reading, sentence: Sentence, known: Container[str]) -> list[Attribution]:
    """Give the sources that a reporter learned something from (`从何一平处得知`) or borrows from (`用何一平的话说`)."""
    found = []
    for match in _LEARNED.finditer(reading.frame, sentence.start, sentence.end):
        who, cue = ("who", "cue") if match["who"] else ("whose", "said")
        mention = mention_at_end(match[who], known)
        if mention is not None and mention.kind != "source":
            stop = match.end() + (reading.frame[match.end() : match.end() + 1] in ("，", "："))
            mark = reading.frame[stop - 1]
            place = match.start(who) + mention.start
            found.append(Attribution(mention, place, match[cue], match.start(cue), stop, mark, reports=False))
    return found


def _attribution(reading: Reading, sentence: Sentence, verb: Verb, known: Container[str]) -> Attribution | None:
    frame = reading.frame
    after = _after(frame, verb.end, sentence.end, verb.word)
    if after is None:
        return None
    begin = clause_start(frame, sentence.start, verb.start)
    if begin > sentence.start and frame[begin - 1] in '”」』"':
        begin = _before_term(frame, sentence.start, begin)
    left = frame[begin : verb.start]
    mention, weak = subject_of(left, known)
    if mention is None and (verb.word in _PLAIN or after[1] in _MARKS) and len(left) <= 60:
        mention = subject_at_start(left, known)
    if mention is None and not _continues(frame, left, begin, sentence.start):
        return None
    if mention is not None and mention.weak and after[1] not in _MARKS and verb.word not in _PLAIN:
        return None
    end, mark = after
    reports = _reports(verb.word, frame, end, mark) and not weak
    return Attribution(
        mention,
        begin + mention.start if mention else begin,
        "" if verb.word == "看来" else reading.text[verb.start : verb.end],  # 在他看来: no verb attributes
        verb.start,
        end,
        mark,
        reports,
    )


def clause_start(frame: str, floor: int, place: int) -> int:
    """Find where the clause begins that holds a place."""
    floor = max(floor, place - REACH)
    while place > floor and frame[place - 1] not in _EDGES:
        place -= 1
    return place


def clauses(frame: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a part of the frame at its marks into clauses of running text."""
    edges = [start, *(match.end() for match in _CLAUSE_EDGE.finditer(frame, start, end)), end]
    return [(low, high) for low, high in pairwise(edges) if high - low > 1]


def _before_term(frame: str, floor: int, place: int) -> int:
    """Find where the clause begins before a short term between marks within it (`在“委员通道”回应`)."""
    opening = max(frame.rfind(mark, max(floor, place - 14), place - 1) for mark in ("“", "「", "『", '"'))
    if opening <= floor or _CLAUSE_EDGE.match(frame, opening - 1):
        return place
    return clause_start(frame, floor, opening)


def _after(frame: str, place: int, end: int, cue: str) -> tuple[int, str] | None:
    """Read what follows the verb: whom it speaks to and the mark; None where the verb attributes nothing."""
    match = _OBJECT.match(frame, place, end)
    stop = match.end() if match else place
    if cue in _OCCASIONS and _WHEN_SAID.match(frame, stop, end):  # 回应提问时说
        return None
    mark = frame[stop : stop + 1] if stop < end else ""
    if mark in ("的", "着", "过") or _GREETS.match(frame, stop, end):
        return None
    if cue == "指" and frame[place - 2 : place - 1] in ("他", "她"):  # 他指过往大型基建超支
        return (stop + 1, mark) if mark in ("，", "：") else (stop, mark)
    if cue in _SOLITARY and mark not in ("：", "，", "“", "「", "『", '"') and frame[stop - 1] not in "了道到说者":
        return None
    return (stop + 1, mark) if mark in ("，", "：") else (stop, mark)


def _reports(cue: str, frame: str, end: int, mark: str) -> bool:
    stem = cue if cue in CLAUSE else re.sub("(?:说道|说|道|称|认为|指出|表示|介绍)$", "", cue)
    if mark in ("，", "："):
        return stem in CLAUSE or stem != cue or stem == "说"
    if frame.startswith(("这话", "这番", "这些话", "这句"), end):  # 说这话时，他…
        return False
    if mark in ("", "。", "；", "！", "？", "“", "「", "『", '"', "、", "）") or frame[end - 1] == "了":
        return False
    return stem in BARE or (stem in CLAUSE and bool(_CLAUSE_START.match(frame, end)))


def _continues(frame: str, left: str, begin: int, sentence_start: int) -> bool:
    """Tell whether the clause goes on with the speaker of the sentence's first clause (`并表示`)."""
    if begin == sentence_start or frame[begin - 1] not in "，；":
        return False
    while left:
        short = short_before(left)
        if short is None:
            return left in _GOING_ON or _ON_OCCASION.fullmatch(left) is not None
        left = left[: short.start()]
    return True
