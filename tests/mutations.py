"""Articles as nobody would write them: invented round tables, and real ones cut, mixed up and sown with odd marks."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from support import ARTICLES

WHOLE = (ARTICLES / "chaye-yuanzhuo.txt").read_text(encoding="utf-8")

NAMES = ("罗志远", "沈佳宁", "欧阳春", "艾力·买买提", "王 梅", "杜明山")
POSTS = ("云岭县委书记", "市人大代表、石桥区副区长", "春芽茶业有限公司总经理", "农业农村部市场司司长")
FIGURES = (
    "12.5万亩", "两成多", "28.5%", "3.2个百分点", "一百二十余人", "1200万吨至1500万吨", "1∶3", "第三位", "4.0",
    "十几亿元", "三分之一", "2023年1—9月", "零下5℃", "5G", "１２３家", "1 280.5亿元", "二十大",
    "9" * 40 + "元", "1e400元", "百分之", "万万亿",
)  # fmt: skip
CUES = ("说", "表示", "指出", "认为", "告诉记者", "坦言", "强调")
MARKS = (*"“”‘’「」『』《》（）()：:，。；！？、…—·|■◆●★※　 \t", "……", "——", "？！", "：“", "。”", "”。", "”，")
# What a file may hold that no newspaper prints: controls, marks without width, halves of pairs, marks of direction.
ODD = (
    "\u200b", "\u200d", "\ufeff", "\u202e", "\u2066", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\r", "\r\n", "\n",
    "\u0301", "\ufe0f", "\U0001f468\u200d\U0001f469", "\U00020000", "⼭", "\u3000", "\xa0", "\xad", "\ufffd", "\ufdd0",
    "\ue000", "\uffff", "{{ 7*7 }}", "<script>", "\\", "'", '"', "&", "`",
)  # fmt: skip
BROKEN = ("\x00", "\x1b[31m", "\x07", "\x7f", "\ud800", "\udfff")
"""What makes a text that is none: to be refused, in one line."""

SENTENCES = st.one_of(
    st.builds("{}{}达到{}，同比增长{}。".format, *map(st.sampled_from, (NAMES, POSTS, FIGURES, FIGURES))),
    st.builds("“去年{}，今年要到{}。”{}{}。".format, *map(st.sampled_from, (FIGURES, FIGURES, NAMES, CUES))),
    st.builds("{}{}{}，其中{}。".format, *map(st.sampled_from, (NAMES, CUES, FIGURES, FIGURES))),
    st.builds("{}：{}由{}增长到{}？".format, *map(st.sampled_from, (NAMES, POSTS, FIGURES, FIGURES))),
)
LINES = st.one_of(
    SENTENCES,
    st.lists(SENTENCES, min_size=1, max_size=4).map("".join),
    st.sampled_from(NAMES),
    st.builds("{} {}".format, st.sampled_from(POSTS), st.sampled_from(NAMES)),
    st.sampled_from(
        ["", "", "　　", "■ 圆桌对话", "主持人：", "访谈嘉宾：", "本报记者 何晓舟", "图/丁一", "■■■", "（下转第三版）"]
    ),
    st.sampled_from(
        ["守住好山好水 种出放心好茶", "问：今年怎么样？", "答：还不错。", "一、先把路修通", "1.", "核心提示"]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
)
INVENTED = st.lists(LINES, min_size=1, max_size=20).map("\n".join)


def _put(text: str, at: float, piece: str) -> str:
    place = int(at * len(text))
    return text[:place] + piece + text[place:]


def _cut(text: str, at: float, length: int) -> str:
    place = int(at * len(text))
    return text[:place] + text[place + length :]


def _moved(text: str, at: float, to: float, double: bool) -> str:
    lines = text.split("\n")
    line = lines[int(at * len(lines))] if double else lines.pop(int(at * len(lines)))
    lines.insert(int(to * len(lines)), line)
    return "\n".join(lines)


def _narrow(text: str, width: int) -> str:
    return "\n".join(
        line[start : start + width] for line in text.split("\n") for start in range(0, max(1, len(line)), width)
    )


PLACE = st.floats(0, 1, exclude_max=True)


def changes(pieces: tuple[str, ...]) -> st.SearchStrategy[Callable[[str], str]]:
    """Draw one change to a text: something put in, cut out, moved, doubled, broken at one width, joined to one line."""
    return st.one_of(
        st.builds(lambda at, piece: lambda text: _put(text, at, piece), PLACE, st.sampled_from(pieces)),
        st.builds(lambda at, length: lambda text: _cut(text, at, length), PLACE, st.integers(1, 80)),
        st.builds(lambda at, to, double: lambda text: _moved(text, at, to, double), PLACE, PLACE, st.booleans()),
        st.builds(lambda width: lambda text: _narrow(text, width), st.integers(1, 40)),
        st.just(lambda text: text.replace("\n", "")),
        st.just(lambda text: text.replace("。", "\n")),
    )


@st.composite
def sources(draw: st.DrawFn, broken: bool = False) -> str:
    """Draw the text of an article, whole or not; `broken` lets in what no text may hold."""
    text = draw(st.just(WHOLE) | INVENTED)
    pieces = (*MARKS, *ODD, *FIGURES, *NAMES, *CUES, *(BROKEN if broken else ()))
    for change in draw(st.lists(changes(pieces), max_size=6)):
        text = change(text) or text
    return text


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Draw the bytes of a file that should be an article: a text in any encoding, with bytes changed, or any bytes."""
    text = draw(sources(broken=True))
    encoding = draw(
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "big5", "shift_jis", "utf-7"])
    )
    data = bytearray(text.encode(encoding, "surrogatepass" if encoding.startswith("utf-") else "replace"))
    for at, value in draw(st.lists(st.tuples(PLACE, st.integers(0, 255)), max_size=4)):
        if data:
            data[int(at * len(data))] = value
    cut = draw(st.integers(0, 3))
    return bytes(data[cut:]) if draw(st.booleans()) else bytes(data)


__all__ = ["files", "sources"]
