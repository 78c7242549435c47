"""What a search is to find: what a substring search over an article's own records finds."""

import unicodedata

from support import REPOSITORY

_FILE = REPOSITORY.parent / "shared" / "queries.txt"
COMMON = ("的", "1", "%", "倍", "五年来", "书记", "，")
QUERIES = COMMON + (tuple(_FILE.read_text(encoding="utf-8").split()) if _FILE.is_file() else ())


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def expected(dossier, query: str) -> dict[str, list[tuple[str, str]]]:
    """Give what a search over the article's own records finds: (address from the search page, words), by kind."""

    def fits(*words: str | None) -> bool:
        return plain(query) in plain("\n".join(word or "" for word in words))

    def href(entry) -> str:
        return f"../{entry.address.path}" + (f"#{entry.address.fragment}" if entry.address.fragment else "")

    cuts = [cut for row in dossier.sentences.values() for cut in row]
    return {
        "speakers": [(href(s), s.name) for s in dossier.speakers if fits(s.name, "、".join(s.guest.titles))],
        "figures": [
            (href(c), f"{c.indicator.name} {c.wording}")
            for c in dossier.claims
            if fits(c.indicator.name, c.wording, c.indicator.period)
        ],
        "quotes": [(href(s), s.quote.text) for s in dossier.sayings if fits(s.quote.text)],
        "sentences": [(href(cut), cut.text) for cut in cuts if fits(cut.text)],
    }
