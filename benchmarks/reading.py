"""Measure reading: how right it is, how fast beside other tools, and that its time grows linearly.

Usage: `python benchmarks/reading.py [TEXT …]` from the project folder; the comparison wants `pip install jionlp`.
Prints one table for each question. Without TEXT it reads `seeds/`, `tests/articles/` and, where it exists,
`../shared/articles/` (other papers, with gold annotations).

Speeds are characters a second of processor time on one core, start-up excluded, all tools on the same texts in one
run: trust
the ratios, not the single figures.
"""

from __future__ import annotations

import argparse
import importlib.util
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent.parent
SHARED = HERE.parent / "shared"
ROUNDS = 3
HOSTILE = {
    "opening marks": "“",
    "pairs of marks": "“”",
    "digits": "1",
    "Chinese digits": "一",
    "ten thousands": "万",
    "brackets": "（",
    "commas": "，",
    "colons": "说：",
    "names and cues": "王明说，",
    "figures": "增长3%，",
    "enumerations": "铁路、",
    "years": "2020年",
    "spaces": " 　",
    "full stops": "。",
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


def linearity() -> None:
    """Print how the time grows when a hostile text doubles; a ratio near 2 is linear, 4 is quadratic."""
    from roundtable_site.parsing import read_text

    print("\nhostile texts: seconds for 50,000 and 100,000 characters, and the ratio (2 is linear)")
    for name, unit in HOSTILE.items():
        seconds = []
        for size in (50_000, 100_000):
            body = "标题在这里\n\n" + "正文先有一句话。" + (unit * (size // len(unit))) + "\n"
            start = time.process_time()
            read_text(body)
            seconds.append(time.process_time() - start)
        print(f"  {name:20}{seconds[0]:8.2f}{seconds[1]:8.2f}{seconds[1] / max(seconds[0], 1e-9):8.1f}")


def main() -> None:
    """Run all measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*")
    parser.add_argument("--only", choices=("accuracy", "suites", "speed", "linearity"))
    arguments = parser.parse_args()
    texts = texts_of(arguments.texts)
    runner = SHARED / "suites" / "run.py"
    steps: dict[str, Callable[[], object]] = {
        "accuracy": lambda: accuracy(texts),
        "suites": lambda: runner.exists() and subprocess.run([sys.executable, runner], check=True),
        "speed": lambda: speed(texts),
        "linearity": linearity,
    }
    for name, step in steps.items():
        if arguments.only in (None, name):
            step()
            sys.stdout.flush()


if __name__ == "__main__":
    main()
