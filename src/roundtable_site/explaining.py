"""Explain one record of a content file, or of an article that has none yet."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from msgspec.structs import replace

from roundtable_site.checking.catalogue import Language, doubt_in
from roundtable_site.content import load
from roundtable_site.errors import RoundtableError
from roundtable_site.model import Article, Indicator, Quote
from roundtable_site.parsing import parse_article, read_source
from roundtable_site.parsing.explain import Explainer, Explanation


def explain_record(file: Path, record: str, root: Path, language: Language = "en") -> Explanation:
    """Explain the quotation or indicator of an id; `file` is a content file, or an article to read.

    The parser's doubt is told in `language`.

    A content file names its source from `root`. Raises RoundtableError for an unknown id, and where today's rules don't
    give the record.
    """
    if file.suffix.lower() in (".yml", ".yaml"):
        article = load(file)
        found = Explainer(read_source(root / article.source.file)).explain(_record(article, record, file))
    else:
        found = Explainer(read_source(file)).explain(_record(parse_article(file), record, file))
    return replace(found, unsure=found.unsure and doubt_in(found.unsure, language))


def _record(article: Article, wanted: str, file: Path) -> Quote | Indicator:
    records: dict[str, Quote | Indicator] = {quote.id: quote for quote in article.quotes}
    records |= {indicator.id: indicator for indicator in article.indicators}
    if wanted not in records:
        near = get_close_matches(wanted, records, 1)
        hint = f"did you mean {near[0]}?" if near else "ids look like s1q2 (a quotation) or s1i3 (an indicator)"
        raise RoundtableError.at(file, f"no quotation or indicator has the id {wanted}: {hint}")
    return records[wanted]
