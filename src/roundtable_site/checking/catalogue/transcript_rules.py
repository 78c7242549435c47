"""The rules about the transcript: the text against its source, and what a proof-reader sees in it."""

from __future__ import annotations

from roundtable_site.checking.catalogue.rule import Rule

TRANSCRIPT = (
    Rule(
        "text-differs", "warning",
        "A text differs from the source", "文字与原文不一致",
        "reads «{now}», the source prints «{printed}»: mend it, or say why under corrections: or accepted:",
        "写作“{now}”，原文是“{printed}”：请改正，或在 corrections: 或 accepted: 写明理由",
    ),
    Rule(
        "text-corrected", "note",
        "A text was corrected on purpose", "文字已有意更正",
        "corrected: reads «{now}», the source prints «{printed}» ({why})",
        "已更正：写作“{now}”，原文是“{printed}”（{why}）",
    ),
    Rule(
        "unplaced", "warning",
        "No rule placed a text", "有文字未归类",
        "no rule placed «{text}»: move it to a paragraph or to layout: in the content file",
        "“{text}”未归类：请移入内容文件的段落或 layout:",
    ),
    Rule(
        "quote-unpaired", "warning",
        "A quotation mark has no partner", "引号不成对",
        "the quotation mark {mark} («{text}») has no partner in this {place}: add the other one, or delete it",
        "引号 {mark}（“{text}”）在此处不成对：请补上另一半或删去",
    ),
    Rule(
        "repeated-figure", "warning",
        "A figure stands twice", "同一数字出现两次",
        "«{text}» stands twice ({record} and {first}): if one is a slip of the paper, say so in a note or accept it",
        "“{text}”出现两次（{record} 与 {first}）：如系报纸笔误，请加注说明或接受此项",
    ),
    Rule(
        "repeated-sentence", "warning",
        "A sentence stands twice", "同一句子出现两次",
        "the sentence «{text}» stands in {first} too: delete one if it was set twice, or accept it",
        "句子“{text}”在 {first} 已出现：如系重排请删去一处，否则接受此项",
    ),
    Rule(
        "repeated-clause", "warning",
        "A clause stands twice in one sentence", "同一句中分句重复",
        "«{text}» stands twice in one sentence: one of the two was probably meant to read otherwise",
        "“{text}”在一句中出现两次：其中一处可能应是别的内容",
    ),
    Rule(
        "invisible-character", "warning",
        "A character cannot be seen", "有看不见的字符",
        "{code} ({name}) stands here and cannot be seen: delete it",
        "此处有看不见的字符 {code}（{name}）：请删去",
    ),
    Rule(
        "source-gone", "warning",
        "The source is gone", "原文不见了",
        "{file} is gone: pages show no source lines",
        "{file} 不见了，页面不能标注原文行号：请放回原处",
    ),
    Rule(
        "source-changed", "warning",
        "The source was changed since it was read", "原文在读取之后有改动",
        "{file} was changed since it was read: run parse",
        "{file} 在读取之后有改动：请运行 parse",
    ),
)  # fmt: skip
