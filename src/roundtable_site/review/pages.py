"""The pages for review as HTML, from templates of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from roundtable_site.checking import Language
from roundtable_site.checking.catalogue import doubt_in
from roundtable_site.errors import Problem
from roundtable_site.model import Article
from roundtable_site.review.forms import Input, inputs_of
from roundtable_site.review.shelf import Sheet
from roundtable_site.review.telling import Teller
from roundtable_site.review.words import Words

ASSETS = Path(__file__).parent / "assets"
_TEMPLATES = Path(__file__).parent / "templates"


class View(Struct, frozen=True):
    """How a sheet is shown: which record is being corrected (`edited`, its key) and with what typed in so far.

    `problems` say what was wrong with that; `done` what was done before, with `undo` (the mark of the file after it)
    where it can be taken back. `reasoned` is the key of a record whose acceptance lacked a reason.
    """

    language: str
    token: str
    edited: str | None = None
    given: Mapping[str, str] | None = None
    problems: Sequence[str] = ()
    done: str | None = None
    undo: str | None = None
    reasoned: str | None = None


def sheet_page(sheet: Sheet, view: View, words: Words) -> str:
    """Give the review page of one article."""
    inputs: list[Input] = []
    for card in sheet.cards:
        if card.item.key == view.edited:
            inputs = inputs_of(card.item, sheet.article, words, view.given)
    language: Language = "en" if view.language.startswith("en") else "zh"
    said_doubt = partial(doubt_in, language=language)
    mark = mark_of(sheet, view)
    teller, open_ = Teller(sheet.article, words), {card.item.key for card in sheet.cards if card.open}
    return _render(
        "sheet.html",
        words,
        view,
        sheet=sheet,
        inputs=inputs,
        teller=teller,
        open=open_,
        mark=mark,
        said_doubt=said_doubt,
    )


def mark_of(sheet: Sheet, view: View) -> str:
    """Give a mark of all that the page of a sheet shows, in quotation marks as HTTP writes it."""
    shown = repr((view.language, sheet.article, sheet.cards, sheet.rows, sheet.notices))
    return f'"{sha256(shown.encode("utf-8", "replace")).hexdigest()[:16]}"'


def index_page(rows: Sequence[tuple[str, Article | None, int]], view: View, words: Words) -> str:
    """Give the list of articles with how much there is to look at in each."""
    return _render("index.html", words, view, rows=rows)


def broken_page(name: str, problems: Sequence[Problem], view: View, words: Words) -> str:
    """Give the page of an article whose content file does not load."""
    return _render("broken.html", words, view, name=name, broken=[str(problem) for problem in problems])


def _render(template: str, words: Words, view: View, **given: Any) -> str:
    return _environment().get_template(template).render(t=words, view=view, **given)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
