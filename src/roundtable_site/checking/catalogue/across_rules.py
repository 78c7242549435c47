"""The rules about what several articles say of one thing."""

from __future__ import annotations

from roundtable_site.checking.catalogue.rule import Rule

ACROSS = (
    Rule(
        "value-varies", "warning",
        "One indicator has two values for one place and period", "同一指标同地同期有两个数值",
        "{name} of {district}, {period}: {figure} here, {other} in {place}: is one of them misprinted?",
        "{district}{name}（{period}）：此处 {figure}，{place} 是 {other}：是否有误印？",
    ),
    Rule(
        "guest-title-varies", "warning",
        "A guest has other posts in another article", "嘉宾职务与另一篇不同",
        "{name} is {titles} here, {other} in {place}: has the post changed, or is one of them misprinted?",
        "{name} 在此为 {titles}，在 {place} 为 {other}：是职务变动还是误印？",
    ),
    Rule(
        "guest-name-varies", "warning",
        "A guest has another name in another article", "嘉宾姓名与另一篇不同",
        "{name} here, {other} in {place}, {why}: is it one person, and which name is right?",
        "此处 {name}，{place} 为 {other}（{why}）：是否同一人，哪个正确？",
    ),
)  # fmt: skip
