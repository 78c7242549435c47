"""The second step: open the content files that changed, and say of each what the site as a whole needs to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site import content, site
from roundtable_site.build.crew import Answers, Crew
from roundtable_site.build.memory import settings_key
from roundtable_site.build.printed import printed_lines
from roundtable_site.build.reading_step import Read, Seed, text_of
from roundtable_site.build.summing import DOUBT_PLACES
from roundtable_site.build.work import ArticleRecord, Failed, Job, Opened
from roundtable_site.cache import Digests, Gathered, key_of
from roundtable_site.checking.across import ArticleFacts
from roundtable_site.checking.beside import words_of
from roundtable_site.checking.examining import Found, Own, examine_across, examine_one
from roundtable_site.content.nodes import read_bytes
from roundtable_site.correcting import correction_problems
from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.files import strays
from roundtable_site.model import Article, PrintedLine
from roundtable_site.progress import Progress
from roundtable_site.reading import parsed_of
from roundtable_site.settings import Settings
from roundtable_site.site.dates import printed_on
from roundtable_site.site.publishing import standing
from roundtable_site.site.showing import is_shown


class ContentFile(Struct, frozen=True):
    """A content file to be opened; `seed` is given where its text was read now and is not written yet."""

    path: Path
    sha256: str
    key: str
    seed: Seed | None = None


def open_changed(job: Job, read: Read, digests: Digests, crew: Crew, progress: Progress) -> list[Opened]:
    """Give every article of the site, in the order of the content files' names.

    Raises RoundtableError with the problems of all content files, two articles of one address among them.
    """
    files = [*_content_files(job, read, digests)]
    found: dict[Path, Opened] = {}
    waiting, together = [], Gathered(job.shelf, "opened")
    for file in files:
        opened = together.get(file.path.name, file.key, Opened)
        if opened and all(digests.of(path) == known for path, known in opened.beside):
            found[file.path] = opened
        else:
            waiting.append(file)
    problems: list[Problem] = []
    answers = progress.over("opening", Answers(crew, _open, job, waiting))
    for file, answer in zip(waiting, answers, strict=True):
        if isinstance(answer, Failed):
            problems += answer.problems
        else:
            found[file.path] = answer
            if answer.content_sha256 == file.sha256:
                together.put(file.path.name, file.key, answer)
            for path, _ in answer.beside:
                digests.of(path)
    together.keep()
    articles = [found[file.path] for file in files if file.path in found]
    problems += content.shared_addresses((article.slug, article.location) for article in articles)
    if problems:
        raise RoundtableError(problems)
    return articles


def _content_files(job: Job, read: Read, digests: Digests) -> Iterator[ContentFile]:
    """Yield the content files as they will stand: today's readings, and the editor's files where they stand."""
    shown = key_of(job.words, settings_key(job.settings), str(job.settings.root))
    fresh = {note.target: seed for seed, note in read.fresh if note.outcome != "edited"}
    paths = sorted({*job.settings.content.glob("*.yml"), *fresh}, key=lambda path: path.name)
    if links := strays(job.settings.content, (path for path in paths if path not in fresh)):
        raise RoundtableError(links)
    for path in paths:
        seed = fresh.get(path)
        digest = _sha256(text_of(job, seed).text) if seed else digests.of(path) or ""
        yield ContentFile(path, digest, key_of(shown, str(path), digest), seed)


def _open(job: Job, file: ContentFile) -> Opened | Failed:
    """Open one content file: read it, check it, lay its source beside it."""
    try:
        record = opened_article(job, file)
    except RoundtableError as error:
        return Failed(error.problems)
    name = file.path.name
    job.shelf.put("article", name, record.opened.key, record)
    job.shelf.put("examined", name, record.opened.key, record.own.found)
    job.shelf.put("facts", name, record.opened.key, record.own.facts)
    if record.opened.content_sha256 == file.sha256:
        job.shelf.put("opened", name, file.key, record.opened)
    return record.opened


def opened_article(job: Job, file: ContentFile) -> ArticleRecord:
    """Read a content file. Raises RoundtableError with all that is wrong with it."""
    settings, data = job.settings, _bytes(job, file)
    text = read_bytes(data, str(file.path))
    article = content.load_text(text, file.path)
    digests = Digests()
    beside = tuple(
        (str(path), digests.of(path))
        for path in (settings.root / article.source.file, parsed_of(settings.content / f"{article.slug}.yml"))
    )
    problems = (
        *correction_problems([article], settings),
        *site.undated([article], settings),
        *site.share_problems([article], settings),
    )
    # Where the file was changed since the build began, what is remembered is not to be found by its former text.
    file = replace(file, sha256=sha256(data).hexdigest())
    opened = replace(_opened(article, job.settings, problems), path=str(file.path), content_sha256=file.sha256)
    opened = replace(opened, key=key_of(file.key, file.sha256, beside), beside=beside)
    own = examine_one(article, settings, words_of(settings), text)
    return ArticleRecord(article, _printed(article, job), opened, own)


def examined(job: Job, articles: Iterable[Opened]) -> list[Problem]:
    """Give the errors and warnings about all articles, each by itself and compared with the others."""
    by_slug = {article.slug: article for article in articles}
    together, rivals = Gathered(job.shelf, "examined"), Gathered(job.shelf, "rivals")

    def found(opened: Opened) -> Found:
        return together.get(Path(opened.path).name, opened.key, Found) or _own(job, opened).found

    def facts(slug: str) -> ArticleFacts:
        opened = by_slug[slug]
        known = job.shelf.get("facts", Path(opened.path).name, opened.key, ArticleFacts)
        return known or _own(job, opened).facts

    examined = examine_across(map(found, by_slug.values()), facts, rivals)
    for records in (together, rivals):
        records.keep()
    return [problem for problem in examined.problems if problem.severity != "note"]


def _own(job: Job, opened: Opened) -> Own:
    """Examine an article of which the cache lost what was found."""
    return opened_article(job, ContentFile(Path(opened.path), opened.content_sha256, opened.key)).own


def _opened(article: Article, settings: Settings, problems: Sequence[Problem]) -> Opened:
    doubtful = [record for record in (*article.guests, *article.quotes, *article.indicators) if record.unsure]
    places = (str(record.location) for record in doubtful[:DOUBT_PLACES] if record.location)
    return Opened(
        slug=article.slug,
        location=article.location or Location(article.slug),
        source=article.source.file,
        source_sha256=article.source.sha256,
        standing=standing(article, settings),
        kinds=tuple(sorted({district.kind for district in article.districts if is_shown(district)})),
        dated=printed_on(article) is not None,
        guests=len(article.guests),
        quotes=len(article.quotes),
        figures=len(article.indicators),
        problems=tuple(problems),
        held=tuple(site.held_back([article], settings)),
        doubts=len(doubtful),
        doubt_places=tuple(places),
        pictures=tuple(guest.editorial.portrait for guest in article.guests if guest.editorial.portrait),
    )


def _printed(article: Article, job: Job) -> dict[str, tuple[PrintedLine, ...]]:
    """Give the source lines of every paragraph; none where the source is gone or was changed."""
    return dict(printed_lines([article], job.settings)[0].get(article.slug, {}))


def _sha256(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def surroundings_of(articles: Sequence[Opened], job: Job) -> site.Surroundings:
    """Say what the pages of one article say of the site of all these."""
    shown = [article for article in articles if article.standing == "published"]
    kinds = {kind for article in shown for kind in article.kinds}
    dated = any(article.dated for article in shown)
    packed = len(shown) <= job.settings.downloads.whole_site
    large = site.is_large(len(shown))
    return site.Surroundings(tuple(sorted(kinds)), dated, packed, large, site.prose_ways(job.settings))


def _bytes(job: Job, file: ContentFile) -> bytes:
    """Give the bytes of a content file as it will stand. Raises RoundtableError where it cannot be read."""
    if file.seed:
        return text_of(job, file.seed).text.encode()
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise RoundtableError.at(file.path, f"cannot be read: {error.strerror or error}") from error
