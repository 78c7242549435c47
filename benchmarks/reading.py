"""Measure reading: how right it is, how fast beside other tools, and that its time grows linearly.

Usage: `python benchmarks/reading.py [TEXT …]` from the project folder; the comparison wants `pip install jionlp`.
Prints one table for each question. Without TEXT it reads `seeds/`, `tests/articles/` and, where it exists,
`../shared/articles/` (other papers, with gold annotations).

Speeds are characters a second of processor time on one core, start-up excluded, all tools on the same texts in one
run: trust the ratios, not the single figures. Each text is read afresh; nothing is kept from one reading to the next.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent.parent
SHARED = HERE.parent / "shared"
ROUNDS = 3
HOSTILE_SIZES = (25_000, 50_000, 100_000)
HOSTILE = {  # what is repeated on one line
    "opening marks": "“",
    "pairs of marks": "“”",
    "marks within marks": "“‘",
    "half-width marks": '"',
    "digits": "1",
    "Chinese digits": "一",
    "ten thousands": "万",
    "thousands of commas": "1,",
    "ratios": "1:",
    "ranges": "3—5—",
    "brackets": "（",
    "commas": "，",
    "full stops": "。",
    "spaces": " 　",
    "verbs of saying": "说",
    "colons": "说：",
    "adverbs and verbs": "曾说",
    "objects of saying": "告诉记者",
    "surnames and verbs": "王说",
    "names and cues": "王明说，",
    "speech": "“好，”王明说，“好。”",
    "titles": "局长",
    "titles and names": "局长王明、",
    "figures": "增长3%，",
    "figures without marks": "3%",
    "things counted": "3个",
    "lists of figures": "4条铁路、",
    "enumerations": "铁路、",
    "years": "2020年",
    "spans of time": "近5年来",
    "places": "全市",
    "foreign names": "阿·法",
    "points": "一是",
    "headings": "##",
}
HOSTILE_LINES = {  # what stands on each of countless lines
    "short lines": "二",
    "lines of names": "王明",
    "lines of labels": "王明：",
    "lines of figures": "3%",
    "empty lines": "",
}


def texts_of(arguments: list[str]) -> list[Path]:
    """Give the texts to read: those named, else all that are at hand."""
    if arguments:
        return [Path(a) for a in arguments]
    folders = [HERE / "seeds", HERE / "tests" / "articles", SHARED / "articles"]
    return [p for folder in folders if folder.is_dir() for p in sorted(folder.glob("*.txt"))]


def accuracy(texts: list[Path]) -> None:
    """Print the scorer's report for each text that has a gold annotation, and the micro-average."""
    scorer = HERE / "tests" / "gold" / "score.py"
    golds = {"gaozhiliang-roundtable": HERE / "tests" / "gold" / "seed.gold.yml"}
    pairs: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for text in texts:
            gold = golds.get(text.stem, text.with_suffix("").with_suffix(".gold.yml"))
            if gold.exists():
                found = Path(folder) / f"{text.stem}.yml"
                subprocess.run([sys.executable, "-m", "roundtable_site", "parse", text, "-o", found], check=True)
                pairs += [str(found), str(gold)]
        if pairs:
            subprocess.run([sys.executable, scorer, *pairs, "--unsure"], check=True)


def per_second(work: Callable[[str], object], texts: list[str]) -> float:
    """Give the median characters a second over some rounds, after one that does not count."""
    total = sum(map(len, texts))
    rates = []
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        for text in texts:
            work(text)
        rates.append(total / (time.process_time() - start))
    return statistics.median(rates[1:])


def peers() -> dict[str, Callable[[str], object]]:
    """Give the other tools' work on a text, as far as they are installed."""
    found: dict[str, Callable[[str], object]] = {}
    if importlib.util.find_spec("jionlp"):
        import jionlp

        found["JioNLP money and time"] = lambda t: (jionlp.ner.extract_money(t), jionlp.ner.extract_time(t))
    if importlib.util.find_spec("jieba"):
        import jieba.posseg

        jieba.setLogLevel("ERROR")
        found["jieba.posseg"] = lambda t: list(jieba.posseg.cut(t))
    return found


def speed(paths: list[Path]) -> None:
    """Print characters a second of our whole reading (source text to indicators) and of the others."""
    from roundtable_site.parsing import read_text

    texts = [path.read_text(encoding="utf-8-sig") for path in paths]
    ours = per_second(read_text, texts)
    print(f"\nspeed over {len(texts)} texts, {sum(map(len, texts)):,} characters, one core")
    print(f"  {'roundtable, layout to indicators':36}{ours:12,.0f} characters/s")
    for name, work in peers().items():
        theirs = per_second(work, texts)
        print(f"  {name:36}{theirs:12,.0f} characters/s   ours is {ours / theirs:.1f} times as fast")


def seconds_for(body: str) -> float:
    """Give the seconds of processor time that reading a text takes, whether or not it is an article.

    Of lines it may have as many as it likes: a text refused for its size would tell nothing of how time grows.
    """
    from roundtable_site.errors import RoundtableError
    from roundtable_site.parsing import article_of
    from roundtable_site.parsing.source import source_from
    from roundtable_site.settings import Limits

    start = time.process_time()
    with contextlib.suppress(RoundtableError):
        article_of(source_from(body.encode("utf-8"), "hostile.txt", Limits(lines=len(body) + 1)))
    return time.process_time() - start


def linearity() -> None:
    """Print how the time grows when a hostile text doubles; a ratio near 2 is linear, 4 is quadratic."""
    sizes = "".join(f"{size:>9,}" for size in HOSTILE_SIZES)
    print("\nhostile texts: seconds by characters, the last ratio (2 is linear, 4 quadratic), microseconds a character")
    print(f"  {'':24}{sizes}    ratio   µs/character")
    opening = "标题在这里\n\n正文先有一句话。"
    rows = [(name, opening, unit) for name, unit in HOSTILE.items()]
    rows += [(name, f"{opening}\n", f"{unit}\n") for name, unit in HOSTILE_LINES.items()]
    for name, head, unit in rows:
        seconds = [seconds_for(head + unit * (size // len(unit)) + "\n") for size in HOSTILE_SIZES]
        growth = seconds[-1] / max(seconds[-2], 1e-9)
        each = seconds[-1] / HOSTILE_SIZES[-1] * 1e6
        print(f"  {name:24}{''.join(f'{second:9.2f}' for second in seconds)}{growth:9.1f}{each:15.1f}", flush=True)


def memory(paths: list[Path]) -> None:
    """Print the most memory that reading held, beyond what stood before, for an article and for a very long one."""
    from roundtable_site.parsing import read_text

    longest = max((path.read_text(encoding="utf-8-sig") for path in paths), key=len)
    read_text(longest)  # tables that are loaded once are no part of it
    print("\nmemory: the most that reading held at once")
    for name, text in (("the longest text", longest), ("it, many times over", longest * (100_000 // len(longest) + 1))):
        tracemalloc.start()
        read_text(text)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(f"  {name:24}{len(text):9,} characters{peak / 1e6:9.1f} MB{peak / len(text):9.0f} bytes a character")


def main() -> None:
    """Run all measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*")
    parser.add_argument("--only", choices=("accuracy", "suites", "speed", "linearity", "memory"))
    arguments = parser.parse_args()
    texts = texts_of(arguments.texts)
    runner = SHARED / "suites" / "run.py"
    steps: dict[str, Callable[[], object]] = {
        "accuracy": lambda: accuracy(texts),
        "suites": lambda: runner.exists() and subprocess.run([sys.executable, runner], check=True),
        "speed": lambda: speed(texts),
        "linearity": linearity,
        "memory": lambda: memory(texts),
    }
    for name, step in steps.items():
        if arguments.only in (None, name):
            step()
            sys.stdout.flush()


if __name__ == "__main__":
    main()
