"""The rules about figures that do not agree with one another. Sums that agree are no findings."""

from __future__ import annotations

from roundtable_site.checking.catalogue.rule import Rule

ARITHMETIC = (
    Rule(
        "figure-differs", "error",
        "A value differs from the printed figure", "数值与所印数字不符",
        "{field} is {given}, but «{figure}» says {read}: correct the one that is wrong",
        "{field} 是 {given}，而“{figure}”应为 {read}：请改正其中错的一个",
    ),
    Rule(
        "range-reversed", "warning",
        "A range runs backwards", "区间前大后小",
        "«{figure}» runs from {value} down to {value_to}: are the two ends in order?",
        "“{figure}”由 {value} 到 {value_to}：两端次序是否有误？",
    ),
    Rule(
        "parts-differ", "warning",
        "Parts do not add up to their whole", "分项之和与总数不符",
        "{sum} = {total}, but the whole is {whole}: is one of them misprinted, or a part left out?",
        "{sum} = {total}，而总数是 {whole}：是否有误印，或漏了一项？",
    ),
    Rule(
        "part-exceeds", "warning",
        "A part is larger than its whole", "分项大于总数",
        "{part} is a part of {whole} and larger than it: is one of them misprinted?",
        "{part} 是 {whole} 的一部分，却比它大：是否有误印？",
    ),
    Rule(
        "share-over-100", "warning",
        "A share is over 100 %", "占比超过100%",
        "a share of {share}: no part is larger than its whole; is it misprinted?",
        "占比为 {share}：部分不会大于整体，是否有误印？",
    ),
    Rule(
        "shares-sum", "warning",
        "Shares of one whole do not add up to 100 %", "各部分占比之和不合100%",
        "{sum} = {total} %: shares of one whole are 100 % together; is one of them misprinted?",
        "{sum} = {total}%：同一整体的占比之和应为100%，是否有误印？",
    ),
    Rule(
        "share-differs", "warning",
        "A share differs from part and whole", "占比与分项、总数不符",
        "{part} of {whole} is {share} %, the text says {stated}: is one of the three misprinted?",
        "{part} 占 {whole} 应为 {share}%，文中是 {stated}：三者中是否有误印？",
    ),
    Rule(
        "change-differs", "warning",
        "A change differs from its two ends", "增减幅度与首尾两数不符",
        "from {start} to {end} is {change}, the text says {stated}: is one of the three misprinted?",
        "由 {start} 到 {end} 应为 {change}，文中是 {stated}：三者中是否有误印？",
    ),
    Rule(
        "direction-differs", "warning",
        "A verb of rise stands by a fall, or the reverse", "增减方向与数字不符",
        "from {start} to {end} with the verb {verb}: are the two figures in order?",
        "由 {start} 到 {end}，却用“{verb}”：两个数字次序是否有误？",
    ),
    Rule(
        "growth-differs", "warning",
        "Growth over years differs from the yearly rate", "多年增长与年均增速不符",
        "from {start} to {end} in {years} years is {rate} % a year, the text says {stated} ({period}): "
        "are both about the same thing?",
        "由 {start} 到 {end}，{years} 年间年均应为 {rate}%，文中是 {stated}（{period}）：两者说的是否同一件事？",
    ),
    Rule(
        "doubling-differs", "warning",
        "Multiples and percentages of one change differ", "翻番、倍数与百分比不符",
        "«{one}» is {one_percent} %, «{other}» {other_percent} %: is one of them misprinted?",
        "“{one}”合 {one_percent}%，“{other}”合 {other_percent}%：是否有误印？",
    ),
    Rule(
        "ratio-differs", "warning",
        "A ratio differs from its two figures", "比值与两数不符",
        "{one} to {other} is {ratio}, the text says {stated}: is one of the three misprinted?",
        "{one} 与 {other} 之比应为 {ratio}，文中是 {stated}：三者中是否有误印？",
    ),
)  # fmt: skip
