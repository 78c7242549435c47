"""Figures that do not agree are found; sums that agree are no findings."""

from __future__ import annotations

import pytest

from checking_support import findings
from roundtable_site.checking.finding import told
from roundtable_site.errors import Location

SAID = "“路通了，货就出得去。”周远航说。"
# What stands in a sentence, and the rule that finds something in it with the facts that matter.
PLANTED = [
    # from → to against the stated change
    (
        "五年来，河湾县茶园面积由8万亩增加到12.5万亩，增长65.3%。",
        "change-differs",
        {"change": "56.25%"},
    ),
    ("五年来，河湾县常住人口由50.2万人减少到48.1万人，减少3.1万人。", "change-differs", {"change": "2.1万人"}),
    ("五年来，河湾县研发投入强度由2%提高到2.6%，提高0.8个百分点。", "change-differs", {"change": "0.6个百分点"}),
    ("五年来，河湾县茶叶产量由2万吨增加到3万吨，翻了一番。", "change-differs", {"change": "50%", "stated": "翻了一番"}),
    ("五年来，河湾县茶叶产量由2万吨增加到3万吨，增长2倍。", "change-differs", {"change": "50%", "stated": "2倍"}),
    # a verb that goes the other way
    ("五年来，河湾县贫困人口由800人增加到120人。", "direction-differs", {"start": "800人", "verb": "增加到"}),
    # growth over years against the yearly rate
    (
        "2021年，河湾县工业增加值由2016年的100亿元增长到150亿元，近五年工业增加值年均增长12.5%。",
        "growth-differs",
        {"years": "5", "rate": "8.45", "stated": "12.5%"},
    ),
    # multiples against percentages
    ("五年来，河湾县茶叶产值增长2倍，增长120%。", "doubling-differs", {"one_percent": "200", "other_percent": "120"}),
    # parts and whole
    (
        "河湾县已签约农业项目43个，29个农业项目建成投用，15个农业项目正在建设。",
        "parts-differ",
        {"total": "44个"},
    ),
    ("河湾县今年新建卫生室12所、幼儿园15所，共28所。", "parts-differ", {"sum": "12所 + 15所", "whole": "28所"}),
    ("去年，河湾县常住人口48万人，城镇人口30万人，农村人口20万人。", "parts-differ", {"total": "50万人"}),
    ("河湾县现有规上企业45家，其中高新技术企业54家。", "part-exceeds", {"part": "54家", "whole": "45家"}),
    # shares
    ("去年，河湾县茶叶产值占农业产值的130%。", "share-over-100", {"share": "130%"}),
    ("去年，河湾县城镇人口占比62%，农村人口占比48%。", "shares-sum", {"total": "110"}),
    ("河湾县三次产业结构比为6.9:39.7:55.4。", "shares-sum", {"total": "102"}),
    (
        "去年，河湾县农业产值40亿元。去年，河湾县茶叶产值12亿元，占农业产值的35%。",
        "share-differs",
        {"share": "30", "stated": "35%"},
    ),
    # ratios
    (
        "去年，河湾县城镇居民收入40000元，农村居民收入20000元，城乡收入比为1.8:1。",
        "ratio-differs",
        {"ratio": "2", "stated": "1.8:1"},
    ),
    ("以前河湾县一斤茶叶卖30元，现在河湾县一斤茶叶卖75元，是原来的3.5倍。", "ratio-differs", {"ratio": "2.5"}),
]
# The same with figures that agree, and what only looks like a sum.
SOUND = [
    "五年来，河湾县茶园面积由8万亩增加到12.5万亩，增长56.3%。",
    "五年来，河湾县茶园面积由8万亩增加到12.5万亩，增长56%。",
    "五年来，河湾县常住人口由50万人减少到48万人，减少2万人。",
    "五年来，河湾县研发投入强度由2%提高到2.6%，提高0.6个百分点。",
    "五年来，河湾县研发投入强度由2%提高到2.6%，增长30%。",
    "五年来，河湾县茶叶产量由2万吨增加到4.3万吨，翻了一番多。",
    "五年来，河湾县茶叶产量由2万吨增加到6万吨，增长2倍。",
    "五年来，河湾县茶叶产量由2万吨增加到3万吨，去年同比增长8%。",
    "五年来，河湾县贫困人口由800人减少到120人。",
    "五年来，河湾县审批时限由8小时缩短到30分钟。",
    "2021年，河湾县工业增加值由2016年的100亿元增长到150亿元，近五年工业增加值年均增长8.4%。",
    "2021年，河湾县工业增加值由2016年的100亿元增长到150亿元，近三年工业增加值年均增长12.5%。",
    "2021年，河湾县工业增加值由2016年的100亿元增长到150亿元，近五年旅游收入年均增长12.5%。",
    "五年来，河湾县茶叶产值增长2倍，增长200%。",
    "五年来，河湾县茶叶产值翻了一番，同比增长12%。",
    "河湾县已签约农业项目43个，29个农业项目建成投用，14个农业项目正在建设。",
    "河湾县今年新建卫生室12所、幼儿园15所，共27所。",
    "河湾县今年新建卫生室12所、幼儿园15所，全县共有学校105所。",
    "去年，河湾县常住人口48万人，城镇人口30万人，农村人口18万人。",
    "河湾县现有规上企业45家，其中高新技术企业30家，外资企业20家。",
    "河湾县现有规上企业45家，工人5400人。",
    "去年，河湾县茶叶产值完成全年任务的130%。",
    "去年，河湾县城镇人口占比62%，农村人口占比38%。",
    "去年，河湾县女职工占比62%，党员占比48%。",
    "河湾县三次产业结构比为6.9:39.7:53.4。",
    "河湾县水泥、沙子、石子的配比结构为1:2:3。",
    "去年，河湾县农业产值40亿元。去年，河湾县茶叶产值12亿元，占农业产值的30%。",
    "去年，河湾县城镇居民收入40000元，农村居民收入20000元，城乡收入比为2:1。",
    "以前河湾县一斤茶叶卖30元，现在河湾县一斤茶叶卖75元，是原来的2.5倍。",
]


@pytest.mark.parametrize(("text", "rule", "facts"), PLANTED)
def test_a_planted_mistake_is_found_and_nothing_else(text, rule, facts):
    (finding,) = [f for f in findings(SAID, text) if f.rule != "no-period"]
    assert finding.rule == rule
    assert dict(finding.facts) | facts == dict(finding.facts)
    assert told(finding, Location("a.yml")).message


@pytest.mark.parametrize("text", SOUND)
def test_sums_that_agree_are_no_findings(text):
    assert [f.rule for f in findings(SAID, text) if f.rule != "no-period"] == []
