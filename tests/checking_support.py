"""Articles of our own, checked as `roundtable check` does."""

from __future__ import annotations

from msgspec.structs import replace

from roundtable_site.checking.accepting import judge
from roundtable_site.checking.finding import Finding
from roundtable_site.checking.galley import Galley
from roundtable_site.checking.own import own_findings
from roundtable_site.model import Article, Editorial
from roundtable_site.parsing import read_text

HEAD = "河湾镇的两本账\n\n河湾圆桌\n\n本报记者 林小雨\n\n访谈嘉宾：\n\n河湾县县长 周远航\n\n把路修到家门口\n\n"


def text_of(*paragraphs: str, head: str = HEAD) -> str:
    return head + "\n\n".join(paragraphs) + "\n"


def article_of(*paragraphs: str, head: str = HEAD) -> Article:
    return read_text(text_of(*paragraphs, head=head), "seeds/hewan.txt")


def galley_of(*paragraphs: str, head: str = HEAD, words: tuple[str, ...] = ()) -> Galley:
    text = text_of(*paragraphs, head=head)
    return Galley(read_text(text, "seeds/hewan.txt"), tuple(text.splitlines()), words)


def findings(*paragraphs: str, head: str = HEAD, words: tuple[str, ...] = ()) -> list[Finding]:
    """What is found in a text, the parser's own doubts left out."""
    return standing(galley_of(*paragraphs, head=head, words=words))


def standing(galley: Galley) -> list[Finding]:
    return [finding for finding in judge(own_findings(galley), galley).standing if finding.rule != "unsure"]


def rules(*paragraphs: str, head: str = HEAD, words: tuple[str, ...] = ()) -> list[str]:
    return [finding.rule for finding in findings(*paragraphs, head=head, words=words)]


def with_accepted(article: Article, **reasons: str) -> Article:
    return replace(article, editorial=Editorial(accepted=tuple((k.replace("_", "-"), v) for k, v in reasons.items())))
