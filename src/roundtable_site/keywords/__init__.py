"""Keywords of an article and of each speaker: the one room that knows jieba.

TF-IDF over content words with jieba's table of document frequencies. Names, what the article sets in quotation marks,
multi-word terms that it repeats, and the words of the editor's list are kept whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from msgspec.structs import replace

from roundtable_site.keywords.cutting import Cutter, cutter, marked_terms
from roundtable_site.keywords.ranking import Vocabulary, fragments, nominal_verbs, ranked
from roundtable_site.keywords.segment import Segmenter, default_segmenter
from roundtable_site.keywords.stop_words import STOP_WORDS
from roundtable_site.keywords.terms import find_terms, join_terms, variants, with_one_form
from roundtable_site.model import Article, Keywords
from roundtable_site.settings import KeywordOptions
from roundtable_site.word_lists import read_words

__all__ = ["keywords_of", "with_keywords"]


def with_keywords(article: Article, options: KeywordOptions | None = None) -> Article:
    """Give an article with its keywords, as many as the options say, with the editor's word lists read from the disk.

    Raises RoundtableError for a word list that cannot be read.
    """
    options = options or KeywordOptions()
    words, stop = read_words(options.words), read_words(options.stop_words)
    found = keywords_of(article, words, stop, number=options.number, speaker_number=options.speaker_number)
    return replace(article, keywords=found)


def keywords_of(
    article: Article, words: Iterable[str] = (), stop: Iterable[str] = (), *, number: int = 30,
    speaker_number: int = 12, segmenter: Segmenter | None = None,
) -> Keywords:  # fmt: skip
    """Find the keywords of an article and of each guest (their pieces and quotations), best first.

    `words` are kept whole and may be keywords whatever they are; `stop` are words that may not. The same article gives
    the same keywords on every machine, whichever segmenter is installed.
    """
    kept = frozenset(words)
    stop_words = (STOP_WORDS | frozenset(stop)) - kept
    texts = [*_texts(article)]
    cut = _cutter(article, texts, kept, stop_words, segmenter or default_segmenter())
    rough = [run for text in texts for run in cut.runs(text)]
    terms = find_terms(rough, stop_words)
    preferred = variants((join_terms(run, terms) for run in rough), [district.name for district in article.districts])
    runs = [with_one_form(join_terms(run, terms), preferred) for run in rough]
    pieces = {
        guest.id: [
            with_one_form(join_terms(run, terms), preferred)
            for text in _texts_of(article, guest.id)
            for run in cut.runs(text)
        ]
        for guest in article.guests
    }
    vocabulary = Vocabulary(
        counts=Counter(word.text for run in runs for word in run),
        parts={"".join(term): term for term in terms},
        nominal_verbs=nominal_verbs(runs, stop_words),
        stop=stop_words,
        kept=kept,
        speakers=Counter(word for piece in pieces.values() for word in {w.text for run in piece for w in run}),
        speaker_count=sum(1 for piece in pieces.values() if piece),
        fragments=fragments(runs),
    )
    speakers = [(guest, ranked(piece, vocabulary, speaker_number, distinct=True)) for guest, piece in pieces.items()]
    return Keywords(ranked(runs, vocabulary, number), tuple((guest, found) for guest, found in speakers if found))


def _cutter(
    article: Article, texts: Iterable[str], kept: frozenset[str], stop: Container[str], segmenter: Segmenter
) -> Cutter:
    """Keep names whole: districts may be keywords; people and their titles stand on the pages anyway."""
    people = [guest.name for guest in article.guests] + [t for guest in article.guests for t in guest.titles]
    people += [*article.reporters, *article.photographers, *(r for guest in article.guests for r in guest.reporters)]
    districts = [district.name for district in article.districts]
    # “加快建设强国” is a call, no term: its first word is one that any plan begins with.
    marked = [term for term in marked_terms(texts) if segmenter.cut(term)[0].text not in stop]
    return cutter(segmenter, [*kept, *districts, *marked], people)


def _texts(article: Article) -> Iterator[str]:
    """Yield what the article says: headline, headings and paragraphs."""
    yield from (text for text in (article.headline, article.subtitle) if text)
    yield from (section.heading for section in article.sections if section.heading)
    yield from (paragraph.text for paragraph in article.paragraphs())


def _texts_of(article: Article, guest: str) -> Iterator[str]:
    """Yield what one guest says: their pieces whole, their paragraphs and quotations in other pieces."""
    own: set[str] = set()
    for section in article.sections:
        if section.speaker == guest and section.heading:
            yield section.heading
        for paragraph in section.paragraphs:
            if (paragraph.speaker or section.speaker) == guest:
                own.add(paragraph.id)
                yield paragraph.text
    for quote in article.quotes:
        if quote.speaker == guest and quote.paragraph not in own:
            yield quote.text
