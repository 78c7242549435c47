"""Read a content file into an Article, or say all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from roundtable_site.content.blocks import ContentFile
from roundtable_site.content.formats import require_format
from roundtable_site.content.nodes import compose, read_bytes
from roundtable_site.content.notes import Notes
from roundtable_site.content.references import References, check_ids, check_references, placed
from roundtable_site.content.schema import FILE
from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.files import strays
from roundtable_site.model import Article


def load(path: Path | str) -> Article:
    """Read a content file.

    Raises RoundtableError with every problem of the file, each with line and column; also where it cannot be read.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise RoundtableError.at(path, f"cannot be read: {error.strerror or error}") from error
    return load_text(read_bytes(data, str(path)), path)


def load_text(text: str, path: Path | str) -> Article:
    """Read the text of a content file; `path` is what problems and locations name. Raises as `load` does."""
    notes = Notes(str(path))
    root = compose(text, notes.path)
    require_format(root, notes.path)
    file: ContentFile = FILE.read(root, "file", notes)
    refs = References(file, notes)
    check_ids(notes)
    check_references(file, refs)
    article = _article(file, refs)
    if notes.problems:
        raise RoundtableError(notes.problems)
    return article


def load_all(folder: Path | str, texts: Mapping[Path, str] | None = None) -> tuple[Article, ...]:
    """Read every content file of a folder, in the order of their names; `texts` stand in for files not yet written.

    Raises RoundtableError with the problems of all files together, two articles of one address and links that
    lead out of the folder among them. A folder that does not exist has no articles.
    """
    fresh = dict(texts or {})
    paths = sorted({*Path(folder).glob("*.yml"), *fresh}, key=lambda path: path.name)
    articles: list[Article] = []
    problems = strays(Path(folder), (path for path in paths if path not in fresh))
    for path in () if problems else paths:
        try:
            articles.append(load_text(fresh[path], path) if path in fresh else load(path))
        except RoundtableError as error:
            problems += error.problems
    problems += shared_addresses((article.slug, article.location or Location(article.slug)) for article in articles)
    if problems:
        raise RoundtableError(problems)
    return tuple(articles)


def shared_addresses(articles: Iterable[tuple[str, Location]]) -> list[Problem]:
    """Give a problem for each article, by slug and place, whose slug another before it has."""
    first: dict[str, Location] = {}
    problems = []
    for slug, place in articles:
        other = first.setdefault(slug, place)
        if other is not place:
            problems.append(Problem(place, f"slug {slug} is that of {other.path} too: take another"))
    return problems


def _article(file: ContentFile, refs: References) -> Article:
    head = file.article
    return Article(
        source=file.source,
        slug=head.slug,
        headline=head.headline,
        subtitle=head.subtitle,
        column=head.column,
        reporters=head.reporters,
        photographers=head.photographers,
        standfirst=head.standfirst,
        layout=file.layout,
        districts=file.districts,
        guests=file.guests,
        captions=file.captions,
        sections=file.sections,
        quotes=tuple(placed(file.quotes, refs)),
        indicators=tuple(placed(file.indicators, refs)),
        keywords=file.keywords,
        unplaced=file.unplaced,
        unsure=head.unsure,
        was=head.was,
        editorial=head.editorial,
        location=head.location,
    )
