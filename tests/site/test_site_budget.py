"""What a page may weigh, as it is sent (gzipped), for an article of 10,000 characters."""

import gzip
import re
from random import Random

import pytest
from msgspec.structs import replace

from roundtable_site.keywords import with_keywords
from roundtable_site.parsing import parse_article, read_text
from roundtable_site.settings import Settings
from roundtable_site.site import plan, write
from support import REPOSITORY

KILOBYTE = 1024


def in_cipher(text: str, cipher: dict[int, str]) -> str:
    return text.translate(cipher)


def twice_as_long(article):
    """Give the article followed by itself in a cipher: as long as two, as varied as two, with the marks of two."""
    letters = sorted({letter for p in article.paragraphs() for letter in p.text if "\u4e00" <= letter <= "\u9fff"})
    cipher = {ord(a): b for a, b in zip(letters, letters[len(letters) // 2 :] + letters, strict=False)}

    def renamed(name: str) -> str:
        return re.sub(r"^s(\d+)", lambda match: f"s{int(match[1]) + 50}", name)

    def paragraph(item):
        return replace(item, id=renamed(item.id), text=in_cipher(item.text, cipher))

    sections = tuple(
        replace(s, id=renamed(s.id), paragraphs=tuple(map(paragraph, s.paragraphs))) for s in article.sections
    )
    figures = tuple(
        replace(
            i,
            id=renamed(i.id),
            paragraph=renamed(i.paragraph),
            name=in_cipher(i.name, cipher),
            figure=in_cipher(i.figure, cipher),
            text=in_cipher(i.text, cipher),
        )
        for i in article.indicators
    )
    quotes = tuple(
        replace(q, id=renamed(q.id), paragraph=renamed(q.paragraph), text=in_cipher(q.text, cipher))
        for q in article.quotes
        if not q.paragraph.startswith("s0")
    )
    return replace(
        article,
        sections=article.sections + sections,
        indicators=article.indicators + figures,
        quotes=article.quotes + quotes,
    )


THINGS = ("产值", "产量", "收入", "投资", "人数", "面积", "销量", "里程", "吞吐量", "装机", "出口额", "用电量")
UNITS = ("亿元", "万吨", "万人", "万亩", "公里", "家", "个", "万辆", "万千瓦", "%")
TALK = ("还要再上一个台阶", "是大家最关心的事", "离不开每一个人", "不能停下来")


def full_of_figures(words: list[str], length: int) -> str:
    """Write a report in which one person tells figure after figure: a sentence in four, in the seed's words."""
    chosen = Random(7)

    def clause() -> str:
        name, one, other = (
            chosen.choice(words) + chosen.choice(THINGS),
            chosen.randrange(10, 50),
            chosen.randrange(50, 99),
        )
        return chosen.choice(
            (
                f"{name}由{one}.{other % 9 + 1}亿元增加到{other}.{one % 9 + 1}亿元",
                f"{name}同比增长{one}.{other % 9 + 1}%",
                f"{name}达到{one * other}{chosen.choice(UNITS)}",
                f"{name}占全市{chosen.choice(THINGS)}的{other}.{one % 9 + 1}%",
            )
        )

    told: list[str] = []
    while sum(map(len, told)) < length:
        begin = chosen.choice(("去年，", "五年来，", "截至目前，", ""))
        told.append(begin + "，".join(clause() for _ in range(chosen.randrange(1, 4))) + "。")
        told += [f"{chosen.choice(words)}和{chosen.choice(words)}{chosen.choice(TALK)}。" for _ in range(3)]
    paragraphs = ["".join(told[at : at + 9]) for at in range(0, len(told), 9)]
    return "山水之间话发展\n\n江城市市长林一帆说，" + "\n\n".join(paragraphs)


@pytest.fixture(scope="module")
def seed():
    return with_keywords(parse_article(REPOSITORY / "seeds" / "gaozhiliang-roundtable.txt", REPOSITORY))


@pytest.fixture(scope="module")
def articles(seed):
    text = "".join(paragraph.text for paragraph in seed.paragraphs())
    words = sorted(set(re.findall(r"[\u4e00-\u9fff]{2}(?=[、，。])", text)))
    return {"twice the seed": twice_as_long(seed), "figures": with_keywords(read_text(full_of_figures(words, 9900)))}


@pytest.fixture(scope="module")
def sizes(articles, tmp_path_factory):
    """Size of each file of their sites, gzipped, in bytes."""
    found = {}
    for name, article in articles.items():
        root = tmp_path_factory.mktemp("budget")
        write(plan([article], Settings(root=root, content=root, templates=root / "none"), {}), root / "build")
        for path in (root / "build").rglob("*"):
            if path.is_file():
                found[f"{name}: {path.relative_to(root / 'build').as_posix()}"] = len(
                    gzip.compress(path.read_bytes(), 6)
                )
    return found


def test_the_examples_are_as_long_and_as_full_as_they_say(articles):
    for article in articles.values():
        assert sum(len(paragraph.text) for paragraph in article.paragraphs()) >= 9_900
    assert len(articles["twice the seed"].indicators) > 100
    assert len(articles["figures"].indicators) > 250


@pytest.mark.parametrize(("ending", "limit"), [(".html", 30), (".css", 10), (".js", 12)])
def test_no_file_is_heavier_than_its_budget(sizes, ending, limit):
    heavy = {name: size for name, size in sizes.items() if name.endswith(ending) and size > limit * KILOBYTE}
    assert heavy == {}


def test_the_search_data_of_an_article_are_one_file_of_those(sizes):
    data = [name for name in sizes if ": search/" in name and name.endswith(".js")]
    assert data == ["twice the seed: search/gaozhiliang-roundtable.js", "figures: search/article.js"]
