"""From blocks to the article's frame: head matter, guests, headed pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roundtable_site.model import LayoutItem, LayoutKind, Paragraph, PrintedLine, Section, Unplaced
from roundtable_site.parsing.drafts import Block, Outline, Person
from roundtable_site.parsing.layout.forms import MAX_HEADING
from roundtable_site.parsing.layout.seams import ends
from roundtable_site.parsing.structure.pieces import (
    Draft,
    Frame,
    Turn,
    are_monologues,
    are_statements,
    reporters_within,
)
from roundtable_site.parsing.structure.roles import assigned, plain
from roundtable_site.parsing.structure.speakers import matched, people_of, speaker_of

# A document that one person reads out: 政府工作报告, 在……会议上的讲话.
_SPEECH_TITLE = re.compile(r"(?:工作报告|讲话|致辞|致词|演讲|发言|述职报告|開幕詞|講話|致辭|演講|發言|工作報告)$")
_SALUTATION = re.compile(
    r"^(?:尊敬的|各位|同志们|女士们|朋友们|亲爱的|先生们|各位|同志們|女士們|親愛的)[^。]{0,40}[：:！!，,]$"
)


def outline(blocks: Sequence[Block]) -> Outline:
    """Make the article's frame of its blocks, with paragraph ids (`s1p1`) and speakers where the layout tells them."""
    roles = assigned(blocks)
    frame = Frame(monologues=are_monologues(roles), statements=are_statements(roles))
    lost: list[Block] = []
    for index, block in enumerate(roles):
        if block.kind is None and _is_scrap(block):
            lost.append(block)
        else:
            frame.add(block, roles[index + 1 : index + 8])
    speech = _is_speech(roles)
    people = people_of(frame, "\n".join(block.text for block in roles))
    pieces = _with_head(frame.pieces, speech=speech)
    speakers = _speakers(pieces, frame, people, speech=speech)
    printed: dict[str, tuple[PrintedLine, ...]] = {}
    sections = tuple(
        _section(number, piece, speakers.get(id(piece)), people, printed)
        for number, piece in enumerate(pieces)
        if number
    )
    return Outline(
        headline=_headline(roles),
        subtitle=_text_of(roles, "subtitle"),
        column=_column(roles),
        reporters=tuple(dict.fromkeys(frame.reporters)) or reporters_within(roles),
        photographers=tuple(dict.fromkeys(frame.photographers)),
        standfirst=_section(0, pieces[0], None, people, printed).paragraphs,
        sections=sections,
        guests=people,
        captions=tuple(block.text for block in roles if block.kind == "caption"),
        layout=tuple(LayoutItem(lines=block.lines, kind=block.kind, text=block.text) for block in roles if block.kind),
        unplaced=tuple(Unplaced(lines=block.lines, text=block.text) for block in lost),
        hosts=tuple(frame.hosts),
        speech=speech,
        printed=printed,
    )


def _is_scrap(block: Block) -> bool:
    """Tell whether a block is neither a paragraph nor anything that a page prints: a short line that breaks off."""
    return len(block.text) <= MAX_HEADING and not ends(block.text) and len(block.printed) == 1


def _text_of(roles: Sequence[Block], kind: LayoutKind) -> str | None:
    return next((plain(block.text) for block in roles if block.kind == kind), None)


def _column(roles: Sequence[Block]) -> str | None:
    """Give the name of the column, without the dashes that may lead to it."""
    text = _text_of(roles, "column")
    return text.strip("—－- ") or None if text else None


def _headline(roles: Sequence[Block]) -> str | None:
    """Give the headline, of one line or of some that stand one below the other; a repeated one counts once."""
    lines = [block for block in roles if block.kind == "headline"]
    if not lines:
        return None
    whole = [lines[0]]
    for line in lines[1:]:
        if line.lines[0] != whole[-1].lines[1] + 1 or plain(line.text) == plain(whole[0].text):
            break
        whole.append(line)
    return " ".join(plain(line.text) for line in whole)


def _is_speech(roles: Sequence[Block]) -> bool:
    """Tell whether the article is a speech or report printed as such: by its title and by its salutation."""
    headline = _headline(roles) or ""
    subtitle = _text_of(roles, "subtitle") or ""
    first = [block.text for block in roles if block.kind is None][:3]
    greets = any(_SALUTATION.match(text) for text in first)
    titled = bool(_SPEECH_TITLE.search(headline)) and len(headline) <= 40
    return greets or (titled and subtitle.startswith(("—", "-", "（", "(")))


def _with_head(pieces: list[Draft], *, speech: bool) -> list[Draft]:
    """Put the standfirst first: what stands above the first heading; nothing in an article without headings.

    A speech has no standfirst: its opening words are its speaker's.
    """
    head, *rest = pieces
    if not head.turns:
        return pieces
    headed = any(piece.heading for piece in rest)
    return pieces if headed and not speech else [Draft(), *pieces]


def _speakers(pieces: Sequence[Draft], frame: Frame, people: Sequence[Person], *, speech: bool) -> dict[int, str]:
    """Give the speakers that the layout tells, by the identity of their piece."""
    if speech:
        return {id(piece): people[0].name for piece in pieces[1:]} if len(people) == 1 else {}
    found = {id(piece): name for piece in pieces[1:] if (name := speaker_of(piece, people))}
    rest = [piece for piece in pieces[1:] if id(piece) not in found and not _is_dialogue(piece)]
    by_list = matched(rest, [person.name for person in frame.listed])
    return found | {id(rest[index]): name for index, name in by_list.items()}


def _is_dialogue(piece: Draft) -> bool:
    return any(turn.question or turn.speaker is not None for turn in piece.turns)


def _section(
    number: int,
    piece: Draft,
    speaker: str | None,
    people: Sequence[Person],
    printed: dict[str, tuple[PrintedLine, ...]],
) -> Section:
    paragraphs = []
    for place, turn in enumerate(piece.turns, start=1):
        paragraphs.append(_paragraph(f"s{number}p{place}", turn, people))
        printed[f"s{number}p{place}"] = turn.block.printed
    heading = plain(piece.heading.text) if piece.heading else None
    return Section(id=f"s{number}", heading=heading, speaker=speaker, paragraphs=tuple(paragraphs))


def _paragraph(paragraph_id: str, turn: Turn, people: Sequence[Person]) -> Paragraph:
    speaker = turn.speaker
    if speaker == "":  # 答：
        speaker = people[0].name if len(people) == 1 else None
    return Paragraph(
        id=paragraph_id, lines=turn.block.lines, text=turn.block.text, speaker=speaker, question=turn.question
    )
