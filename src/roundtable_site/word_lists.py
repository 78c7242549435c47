"""The editor's word lists: `words.txt` (kept whole, and never a stop word) and `stopwords.txt`."""

from __future__ import annotations

from pathlib import Path

from roundtable_site.errors import RoundtableError

MAX_BYTES = 8 * 1024 * 1024


def read_words(path: Path) -> tuple[str, ...]:
    """Give the words of a list, one a line; `#` begins a comment; a missing file is an empty list.

    What follows the first blank of a line is ignored, so that a jieba dictionary (word, frequency, tag) serves too.
    Raises RoundtableError for a file that cannot be read or is not UTF-8.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise RoundtableError.at(path, f"cannot be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise RoundtableError.at(path, "larger than 8 MB: a word list has one word a line")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RoundtableError.at(path, "not UTF-8: save the file as UTF-8", line) from error
    words = [line.split()[0] for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return tuple(dict.fromkeys(words))
