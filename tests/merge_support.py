"""Edits by hand and changes of the source, for tests of merging."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from roundtable_site.parsing import parse_article
from support import ARTICLES

SOURCE = (ARTICLES / "chaye-yuanzhuo.txt").read_text(encoding="utf-8")
# What the newspaper changed: old words, new words.
SOURCE_CHANGES = {
    "a figure": ("12.5万亩", "13万亩"),
    "another figure": ("3条冷链", "30条冷链"),
    "a quotation more, before all others": ("“茶园就是我们", "“山里人靠山吃山。”罗志远说。\n\n“茶园就是我们"),
    "a quotation less": ("他坦言，人才是眼下最大的难题：“懂茶又懂网络的年轻人，我们一年只招到5名。”", ""),
    "a paragraph less": (
        "沈佳宁说，石桥区还将新建3条冷链配送线路，让山里的新茶24小时内送到城里人手中。\n\n",
        "",
    ),
    "a title": ("石桥区副区长", "石桥区区长"),
    "a heading": ("一家企业的账本", "一本账"),
    "a guest less": ("市人大代表、石桥区副区长 沈佳宁\n", ""),
    "a sentence inside a paragraph": ("居全市首位", "居全市第二位"),
    "words of a quotation": ("一棵草一棵树都不能乱动", "一草一木都不能乱动"),
}


def article_of(changes=()):
    """Read the article with some changes of its source."""
    text = SOURCE
    for name in sorted(changes):
        text = text.replace(*SOURCE_CHANGES[name])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "seeds" / "chaye-yuanzhuo.txt"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        return parse_article(path, Path(folder))


def _nth(found, number):
    return found[number % len(found)] if found else None


def _swap(pattern, new):
    """Make an edit that replaces the nth match of a pattern."""

    def edit(text, number):
        match = _nth(list(re.finditer(pattern, text)), number)
        return text if match is None else text[: match.start()] + match.expand(new) + text[match.end() :]

    return edit


def _block(name):
    """Make an edit that deletes the nth record of a list."""

    def edit(text, number):
        whole = re.search(rf"(?ms)^{name}:\n(.*?)(?=^\S|\Z)", text)
        items = re.findall(r"(?ms)^  - .*?(?=^  - |^\s*$|\Z)", whole[1]) if whole else []
        item = _nth(items, number)
        return text if item is None else text.replace(item, "", 1)

    return edit


def _add_quote(text, number):
    found = re.findall(r"id: (s\d+p\d+), .*text: (.*)}", text)
    paragraph, words = found[number % len(found)]
    clean = re.findall(r"[一-鿿]{4,}", words)
    if not clean or f"id: hand-{number}\n" in text:
        return text
    record = f"id: hand-{number}\n    speaker: 编者\n    paragraph: {paragraph}\n    kind: indirect\n    cue: 说\n"
    return text.replace("quotes:\n", f"quotes:\n  - {record}    text: {clean[-1]}\n", 1)


def _reverse_guests(text, number):
    match = re.search(r"(?ms)^guests:\n(.*?)\n(?=captions)", text)
    items = re.findall(r"(?ms)^  - .*?(?=^  - |\Z)", match[1] if match else "")
    return text if match is None else text.replace(match[1], "".join(reversed(items)), 1)


EDITS = {
    "a period": _swap(r"    period: .*", "    period: 改过的时候"),
    "a value": _swap(r"    value: \d+", "    value: 4711"),
    "a name": _swap(r"    name: \S{4,}", "    name: 编者起的名"),
    "titles": _swap(r"    titles: .*", "    titles: [总编辑, 顾问]  # 编者核对"),
    "titles, a line each": _swap(r"    titles: .*", "    titles:\n      - 总编辑\n      # 编者：兼职\n      - 顾问"),
    "a note": _swap(r"(?m)^(    (?:period|cue): .*)$", r"\1\n    note: 编者的话"),
    "a sign-off": _swap(r"(?m)^(    text: .*)$", r'\1\n    reviewed: [{by: 编者, date: "2024-03-09"}]'),
    "a doubt settled": _swap(r"    unsure: .*\n", ""),
    "null left empty": _swap(r": null\n", ":\n"),
    "a comment above a record": _swap(r"(?m)^(  - id: )", r"  # 编者甲\n\n\1"),
    "a comment beside a field": _swap(r"(?m)^(    cue: .*)$", r"\1  # 编者乙"),
    "a comment in a record": _swap(r"(?m)^(    measure: .*)$", r"    # 编者丙\n\1"),
    "a word of a paragraph": _swap(r"(, text: .*)这几天", r"\1这些天"),
    "a mark of a paragraph": _swap(r"(, text: .{8,}?)，", r"\1；"),
    "a quote less": _block("quotes"),
    "a figure less": _block("indicators"),
    "a heading less": _block("layout"),
    "a quote more": _add_quote,
    "guests in another order": _reverse_guests,
    "a figure hidden": _swap(r"(?m)^(    figure: .*)$", r"\1\n    hidden: true"),
    "a correction of a figure": _swap(
        r"(?m)^(    text: .*)$",
        r'\1\n    corrections:\n      - {date: "2024-03-09", what: 更正, why: 编者, printed: 旧}',
    ),
    "a withdrawal": _swap(r"(?m)^(  column: .*)$", r'\1\n  withdrawn: {date: "2024-03-09", why: 编者撤稿}'),
    "a draft": _swap(r"(?m)^(  column: .*)$", r"\1\n  publish: false"),
    "a rewritten headline": _swap(r"  headline: .*", "  headline: 编者的标题"),
    "a block of its own": _swap(r"(?m)^(    figure: )(.*)$", r"\1|-\n      \2"),
}
