"""Bring an article into a site: name it after its headline, keep the file as it came, write its content file."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site import content, merge
from roundtable_site.errors import RoundtableError
from roundtable_site.files import read_text_if_any, write_new
from roundtable_site.ids import article_slug, is_safe_slug
from roundtable_site.model import Article, SourceRecord
from roundtable_site.publishing import hold, write_together
from roundtable_site.seeds import SEED_SUFFIXES, is_seed
from roundtable_site.settings import Settings
from roundtable_site.web import is_web_address

if TYPE_CHECKING:
    from roundtable_site.parsing.drafts import Source

LONGEST = 40
"""Letters of a name that is made from a headline; an editor may choose a longer one."""
_CLAUSE_END = re.compile(r"[\s,，.。:：;；!！?？、—…|｜]+")
_SHORT = 4  # characters of a headline's first part that is too short to name an article


class Printed(Struct, frozen=True):
    """What only a person knows of an article: where and when it was printed. None stands for "not said"."""

    publication: str | None = None
    date: str | None = None
    page: str | None = None
    url: str | None = None


class Brought(Struct, frozen=True):
    """An article brought in: what was read, where its text stands now, and its content file."""

    article: Article
    seed: Path
    target: Path


def bring_in(data: bytes, name: str, settings: Settings, slug: str | None, printed: Printed) -> Brought:
    """Bring an article into a site. `name` is the name of the file it came in (its ending tells the format).

    The article is called `slug`, else after its headline. Raises RoundtableError, with nothing written, where it
    cannot be read, is here already, or its name is taken.
    """
    _refuse_no_site(settings)
    _refuse_mistaken(slug, printed)
    from roundtable_site.parsing.patience import within
    from roundtable_site.parsing.source import source_from

    with within(settings.limits.seconds, name):
        source = source_from(data, name, settings.limits)
        article = _read(source, settings)
    slug = slug or _slug_of(article, name)
    seed, target = settings.seeds / f"{slug}{_ending(name)}", settings.content / f"{slug}.yml"
    with hold(settings.seeds, settings.content):
        _refuse_same_text(source, settings)
        _refuse_taken(slug, settings)
        named = replace(article, slug=slug, source=replace(article.source, file=_below(seed, settings.root)))
        _write(named, printed, data, seed, target)
    return Brought(content.load(target), seed, target)


def _read(source: Source, settings: Settings) -> Article:
    """Read the article and its keywords, as `parse` does."""
    from roundtable_site import keywords
    from roundtable_site.parsing import article_of

    return keywords.with_keywords(article_of(source), settings.keywords)


def _slug_of(article: Article, name: str) -> str:
    """Name an article after the first part of its headline, no longer than a person reads; else after its file."""
    if not article.headline:
        if not Path(name).suffix:
            raise RoundtableError.at(name, "no headline was found to name the article after: give a name with --slug")
        return article_slug(Path(name).stem)
    first = next((part for part in _CLAUSE_END.split(article.headline) if len(part) >= _SHORT), article.headline)
    while len(slug := article_slug(first)) > LONGEST and len(first) > 1:
        first = first[:-1]
    return slug


def _ending(name: str) -> str:
    """Give the ending under which a file is read as an article: whatever is no document is plain text."""
    from roundtable_site.parsing.documents import is_markdown

    suffix = PurePath(name).suffix.lower()
    return ".md" if is_markdown(name) else suffix if suffix in SEED_SUFFIXES else ".txt"


def _below(path: Path, root: Path) -> str:
    """Name a file from the site's folder; one that stands elsewhere by its name alone."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.name


def _write(article: Article, printed: Printed, data: bytes, seed: Path, target: Path) -> None:
    """Write the article's own file, its content file, and what the parser wrote; on a failure none of them."""
    remembered = target.parent / ".parsed" / target.name
    merged = merge.merge(read_text_if_any(remembered), None, article, target)
    read = content.load_text(merged.text, target)
    text = content.dump(replace(read, source=_completed(read.source, printed)))
    if not write_new(seed, data):
        raise RoundtableError.at(seed, "is there already: choose another name with --slug")
    try:
        write_together(target, text, remembered, merged.remembered)
    except RoundtableError:
        seed.unlink(missing_ok=True)
        raise


def _completed(source: SourceRecord, printed: Printed) -> SourceRecord:
    return replace(source, publication=printed.publication, date=printed.date, page=printed.page, url=printed.url)


def _refuse_no_site(settings: Settings) -> None:
    """A folder without a trace of a site is most likely the wrong one."""
    if not any(path.exists() for path in (settings.root / "roundtable.toml", settings.seeds, settings.content)):
        folder = settings.root.resolve()
        raise RoundtableError.at(folder, "is no site yet: run roundtable init here, or name the site with --root")


def _refuse_mistaken(slug: str | None, printed: Printed) -> None:
    """What a person typed must be good for pages."""
    if slug is not None and not is_safe_slug(slug):
        message = f"{slug!r} cannot be an address: use small letters a–z, digits and hyphens, and no name of the site's"
        raise RoundtableError.at("--slug", message)
    if printed.date is not None and not _is_day(printed.date):
        raise RoundtableError.at("--date", f"{printed.date!r} is not read as a day: write it as 2022-10-18")
    if printed.url is not None and not is_web_address(printed.url):
        raise RoundtableError.at("--url", f"{printed.url!r} is no web address: write it whole, with https://")


def _is_day(text: str) -> bool:
    """Tell whether the site reads a text as a day."""
    from roundtable_site.site.dates import read_date

    return read_date(text) is not None


def _refuse_same_text(source: Source, settings: Settings) -> None:
    """An article that is here already would be published twice."""
    for path in sorted(filter(is_seed, settings.seeds.glob("*"))):
        if sha256(path.read_bytes()).hexdigest() == source.sha256:
            raise RoundtableError.at(source.path, f"is here already, as {path}: run roundtable parse to read it again")


def _refuse_taken(slug: str, settings: Settings) -> None:
    """A name is given once: neither an article's text nor its content file is ever replaced."""
    taken = [path for path in sorted(settings.seeds.glob(f"{slug}.*")) if is_seed(path)]
    taken += [path for path in [settings.content / f"{slug}.yml"] if path.exists()]
    if taken:
        message = (
            f"is there already: give this article another name, --slug {slug}-2 (or put its new text in that file)"
        )
        raise RoundtableError.at(taken[0], message)
