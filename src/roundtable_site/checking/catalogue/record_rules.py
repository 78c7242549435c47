"""The rules about records: what the parser doubts, what is missing, who is called what, what is probably misprinted."""

from __future__ import annotations

from roundtable_site.checking.catalogue.rule import Rule

RECORDS = (
    Rule(
        "unsure", "note",
        "The parser is not sure", "自动读取把握不大",
        "{what} {record} is not sure ({reason}): compare it with the text, and delete unsure: when it is right",
        "{record} 把握不大（{reason}）：请对照原文，核对无误后删去 unsure:",
    ),
    Rule(
        "no-guests", "warning",
        "Nobody speaks", "没有嘉宾",
        "no guests found: add them under guests: in the content file",
        "没有找到嘉宾：请在内容文件的 guests: 下补上",
    ),
    Rule(
        "no-district", "warning",
        "A figure is about nobody", "数字没有归属",
        "figure {record} («{figure}») has no district: whose figure is it?",
        "数字 {record}（“{figure}”）没有 district：是哪里的数字？",
    ),
    Rule(
        "no-period", "warning",
        "A figure has no period where its neighbours have one", "相邻数字有时间而此数没有",
        "figure {record} («{figure}») has no period, its neighbours have «{period}»: does it hold for that time too?",
        "数字 {record}（“{figure}”）没有时间，相邻数字是“{period}”：是否同一时间？",
    ),
    Rule(
        "speaker-unknown", "warning",
        "A speaker is not a guest", "说话人不在嘉宾之列",
        "speaker {speaker} is not a guest: add the guest, or correct the name",
        "说话人 {speaker} 不在嘉宾之列：请补上嘉宾或改正姓名",
    ),
    Rule(
        "portrait-alt", "warning",
        "A portrait has no alt text", "肖像没有替代文字",
        "the portrait of {name} has no alt: say in a few words what it shows",
        "{name} 的肖像没有 alt：请用几个字写明画面",
    ),
    Rule(
        "name-differs", "warning",
        "A guest's name is not printed in the source", "嘉宾姓名与原文不一致",
        "guest {name}: the source prints {printed}: correct the one that is wrong",
        "嘉宾 {name}：原文是“{printed}”，请改正其中错的一个",
    ),
    Rule(
        "title-differs", "warning",
        "A guest's post differs from the source", "嘉宾职务与原文不一致",
        "post {title} of {name}: the source prints {printed}: correct the one that is wrong",
        "{name} 的职务 {title}：原文是“{printed}”，请改正其中错的一个",
    ),
    Rule(
        "name-misprinted", "warning",
        "A guest's name is probably misprinted in the text", "文中嘉宾姓名可能误印",
        "{printed} stands here, the guest is called {name}: is it misprinted?",
        "此处是“{printed}”，嘉宾名为 {name}：是否误印？",
    ),
    Rule(
        "misprint", "warning",
        "A word is probably misprinted", "可能有错字",
        "{printed} is probably a misprint of {word}, which stands in {where}: mend it, or accept it",
        "“{printed}”可能是“{word}”之误（见 {where}）：请改正或接受此项",
    ),
    Rule(
        "note-markup", "warning",
        "A note's Markdown does not show as meant", "注释的 Markdown 不能正常显示",
        "the note has {what}, which does not show as it is meant: mend it",
        "注释里有 {what}，不能正常显示：请改正",
    ),
    Rule(
        "accepted-unused", "warning",
        "An accepted finding is not found any more", "已接受的问题不再出现",
        "accepted: {name} matches no finding here any more: delete it",
        "accepted: {name} 在此已没有对应的问题：请删去",
    ),
    Rule(
        "accepted-unknown", "error",
        "An accepted finding has an unknown name", "accepted 中的名称不存在",
        "accepted: {name} is the name of no finding (did you mean {near}?)",
        "accepted: {name} 不是检查项的名称（是否 {near}？）",
    ),
)  # fmt: skip
