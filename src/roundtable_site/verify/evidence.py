"""What the claims of an article's pages are held against: its source, read anew, its transcript, its content file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from pathlib import Path

from roundtable_site import content
from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.manifest import Origin, digest
from roundtable_site.model import Article
from roundtable_site.parsing.source import read_source
from roundtable_site.verify.claims import NUMBER, PERSON, Claim
from roundtable_site.verify.fields import fields_of, says_other
from roundtable_site.verify.markup import bare
from roundtable_site.verify.transcript import Transcript


@dataclass
class Evidence:
    """All that is known of one article: the words of its source by line, its transcript as published, its records."""

    slug: str
    transcript: Transcript
    lines: tuple[str, ...] | None = None
    article: Article | None = None
    edited: str = ""

    @cached_property
    def source(self) -> str:
        """The words of the whole source."""
        return "".join(self.lines or ())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every number that the source, the transcript or the content file prints."""
        texts = (" ".join(self.lines or ()), self.transcript.text, self.edited)
        return frozenset(plain(number) for text in texts for number in NUMBER.findall(text))

    @cached_property
    def fields(self) -> Mapping[str, Mapping[str, str]]:
        """What the content file says of each record beside its words."""
        return fields_of(self.article) if self.article else {}

    @cached_property
    def values(self) -> dict[str, Decimal | None]:
        """The value of each figure by its id, as the content file has it."""
        return {item.id: item.value for item in self.article.indicators} if self.article else {}

    def holds(self, words: str) -> bool:
        """Tell whether words are the article's; a "…" at an end stands for words left out."""
        words = words.strip("…")
        return words in self.transcript.text or words in self.source or words in self.edited

    def whose_trouble(self, claim: Claim, speaker: str) -> str:
        """Say what is wrong with a claim on the page of a speaker: whose name it is, whose quotation."""
        if self.article is None:
            return ""
        names = [bare(guest.name) for guest in self.article.guests if guest.id == speaker]
        if claim.kind == "name":
            return "" if claim.text in names or not names else f"the name of {speaker} is {names[0]}"
        sayers = {quote.id: quote.speaker for quote in self.article.quotes}
        if claim.kind == "quotation" and sayers.get(claim.record, speaker) != speaker:
            return f"{claim.record} is a quotation of {sayers[claim.record]}"
        return ""

    def trouble(self, claim: Claim) -> str:
        """Say what is wrong with a claim about this article; "" for one that is borne out."""
        if claim.kind in ("words", "name"):
            return "" if self.holds(claim.text) else "these words are not in the source"
        if claim.kind == "number":
            return "" if plain(claim.text) in self.numbers else "this number is not in the source"
        if claim.kind == "value":
            return self._value_trouble(claim)
        if claim.kind in ("label", "field"):
            return self._field_trouble(claim)
        if claim.kind == "person":
            return self._person_trouble(claim)
        if claim.kind == "amount":
            return self._amount_trouble(claim)
        if not claim.record:
            return "" if claim.text in self.transcript.text else "these words are not in the source"
        place = self.transcript.places.get(claim.record)
        if place is None:
            return f"{claim.record} stands nowhere in the transcript"
        if claim.kind == "quotation":
            sound = self.transcript.text.startswith(claim.text, place)
            return "" if sound else f"the quotation {claim.record} does not read so in the transcript"
        printed = self.transcript.figures.get(claim.record, "")
        around = self.transcript.text[max(0, place - len(claim.text)) : place + len(claim.text)]
        sound = claim.text in around and printed in claim.text
        return "" if sound else f"the figure {claim.record} does not read so in the transcript"

    def _value_trouble(self, claim: Claim) -> str:
        if self.article is None:
            return ""
        try:
            sound = claim.record in self.values and Decimal(claim.text) == self.values[claim.record]
        except InvalidOperation:
            sound = False
        return "" if sound else f"the value of {claim.record} is not the one in the content file"

    def _field_trouble(self, claim: Claim) -> str:
        """Say what is wrong with what a row says of a record, or with the name of a figure."""
        known = self.fields.get(claim.record)
        if claim.kind == "label":
            sound = known is None or claim.text == bare(known.get("name", claim.text))
            return "" if sound else f"the name of {claim.record} is {known['name'] if known else ''}"
        if known is None or claim.field not in known or not says_other(claim.text, known[claim.field]):
            return ""
        return f"the {claim.field} of {claim.record} is {known[claim.field] or 'not stated'}"

    def _person_trouble(self, claim: Claim) -> str:
        """Say whose name a link to somebody's page gives, if it is another's or a misspelt one."""
        led = PERSON.search(claim.address)
        names = {guest.id: bare(guest.name) for guest in self.article.guests} if self.article else {}
        name = names.get(led[1]) if led else None
        if name is None or claim.text == name:
            return ""
        likely = len(claim.text) == len(name) and bool(set(claim.text) & set(name))
        return f"this leads to {name}" if likely or claim.text in names.values() else ""

    def _amount_trouble(self, claim: Claim) -> str:
        """Say what is wrong with a value that is written out: each number in it is one of the figure's."""
        record = (
            next((item for item in self.article.indicators if item.id == claim.record), None) if self.article else None
        )
        if record is None:
            return ""
        known = {record.value, record.value_to, record.start_value}
        written = claim.text.replace(bare(record.unit or ""), "") if record.unit else claim.text
        wrong = [found[0] for found in _AMOUNT.finditer(written) if _amount(found) not in known]
        return f"{wrong[0]} is not a value of {claim.record} in the content file" if wrong else ""


_AMOUNT = re.compile(r"(?P<sign>[-−]?)(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<size>[万亿]?)")
_SIZES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}


def _amount(found: re.Match[str]) -> Decimal:
    """Give the number that is written out, 万 and 亿 resolved.

    >>> _amount(_AMOUNT.fullmatch("−1.81万"))
    Decimal('-18100.00')
    """
    number = Decimal(found["digits"].replace(",", "")) * _SIZES[found["size"]]
    return -number if found["sign"] else number


def plain(number: str) -> str:
    """Give a number for comparing: without the marks of the sentence around it.

    >>> plain("28.5%,"), plain("2022.")
    ('28.5%', '2022')
    """
    return number.strip(".,")


def gather(slug: str, origin: Origin, root: Path, transcript: Transcript, problems: list[Problem]) -> Evidence:
    """Read what an article was made of, and say where that is not what the manifest names."""
    evidence = Evidence(slug, transcript)
    for name, stated in ((origin.source, origin.source_sha256), (origin.content, origin.content_sha256)):
        path = root / name
        if not path.is_file():
            problems.append(Problem(Location(str(path)), "is gone: what is published cannot be held against it"))
        elif digest(path) != stated:
            message = "is not the file that the site was built from: build again, or restore it"
            problems.append(Problem(Location(str(path)), message))
    try:
        if (root / origin.source).is_file():
            evidence.lines = tuple(bare(line) for line in read_source(root / origin.source).lines)
        if (root / origin.content).is_file():
            evidence.article = content.load(root / origin.content)
            evidence.edited = bare("\n".join(_texts(evidence.article)))
            if evidence.article.source.sha256 != origin.source_sha256:
                problems.append(
                    Problem(Location(str(root / origin.content)), "was read from another source: run parse")
                )
    except RoundtableError as error:
        problems.extend(error.problems)
    return evidence


def _texts(article: Article) -> Iterator[str]:
    """Yield what an editor may have worded otherwise than the source."""
    yield from (article.headline or "", article.subtitle or "", article.column or "")
    yield from (section.heading or "" for section in article.sections)
    yield from (paragraph.text for paragraph in article.paragraphs())
    for guest in article.guests:
        yield from (guest.name, *guest.titles)
    yield from (district.name for district in article.districts)
    yield from (text or "" for indicator in article.indicators for text in (indicator.name, indicator.period))
