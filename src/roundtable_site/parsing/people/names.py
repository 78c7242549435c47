"""What can be a person's name: Chinese, compound, transliterated."""

from __future__ import annotations

import re

from roundtable_site.parsing.lexicon.surnames import COMMON, COMPOUND, RARE
from roundtable_site.parsing.lexicon.tables import words

SURNAMES = COMMON | RARE
_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_DOTS = "·•・‧∙⋅．"
_DOTTED = frozenset(_DOTS)
_FIRST = SURNAMES | {surname[0] for surname in COMPOUND}
_NOT_FOREIGN = frozenset("的了着是在与这那吗呢采访时接说表示介记告诉今昨日前")

# Characters that no given name holds: particles, pronouns, prepositions, numerals of structure.
_NEVER = frozenset(
    "的了着吗呢吧啊呀么是在与及或等此这那哪每各很更被把给您你我他她它们些个也但却且所对将已又不没该据按较得，。、；："
)
# 在 as the character of a generation, before what ends given names.
_ONE = "".join(sorted(name for name in COMMON if len(name) == 1))
_GENERATION = re.compile(rf"[{_ONE}]在[平明军生强民兴荣龙祥福贵良峰勇志伟英杰辉涛鹏斌刚亮]")
# What a word at the end of a clause often ends with, and a given name hardly ever does.
_COMMON_ENDS = frozenset(
    "方界者人们部局会院司厅委府团社报所员长省市县区镇村国州业厂店行校网书法案时后前中上下里外内间层性化度式论系组队站台户品量率额价款费税券股债期季"
    "处科室办坛馆园港路线桥城乡街企商农工学位项目力权利益体制策略例题材料术具器械车船机电气油煤矿药疗病症况态势"
)  # fmt: skip
_FOREIGN = re.compile(
    rf"""
    [{_HAN}A-Za-z.]{{1,12}}(?:[{_DOTS}][{_HAN}A-Za-z.\-—]{{1,12}}){{1,5}}   # 卡扬·贾夫, J·K·罗琳
    | [A-Z][A-Za-z.'’\-]+(?:\ [A-Z][A-Za-z.'’\-]*){{0,4}}                   # John Smith
    """,
    re.VERBOSE,
)
# The characters that news agencies use for foreign names (Xinhua's tables of transliteration).
TRANSLITERATION = frozenset(
    "阿埃艾爱安昂奥澳巴芭白拜班邦包保鲍贝本比彼毕宾波博勃伯布查察柴彻达戴丹当道德登邓迪蒂丁东杜敦多厄恩尔伐法范方菲费芬丰冯弗夫福富盖甘冈高戈哥格葛根"
    "贡古瓜圭郭哈海汉豪荷赫黑亨洪胡华怀惠霍基吉季加贾简焦杰金津京居久卡凯坎康考柯科可克肯孔库夸宽昆拉腊莱赖兰朗劳勒雷蕾黎李里理丽利莉连廉列林琳隆卢鲁路露"
    "伦罗洛吕马玛麦迈曼芒毛梅门蒙米密明缪摩莫默姆穆纳娜南内嫩妮尼涅宁纽努诺欧帕潘庞佩彭皮珀普齐奇契恰钱乔切钦琴丘让日荣茹儒瑞若萨塞赛桑瑟森沙莎山尚舍申"
    "圣施什史士舒斯丝苏索塔泰坦汤唐陶特藤提廷通图土托瓦万旺威韦维魏温文翁沃乌吾武西希锡夏香肖谢辛欣休许雪亚延扬耶叶伊以因英尤尧约赞泽扎詹珍治朱卓兹子佐"
    "得瓜亨娅叙黛琪丹蒂翠玲奈弥撒蓬巨仙雅谷"
)


def is_foreign_name(text: str) -> bool:
    """Tell whether text is a foreign name as printed: with dots, in Latin letters, or in transliterating characters.

    >>> is_foreign_name("安娜·贝尔"), is_foreign_name("科斯塔"), is_foreign_name("委员会")
    (True, True, False)
    """
    if (text[:1] <= "\x7f" or not _DOTTED.isdisjoint(text)) and _FOREIGN.fullmatch(text):
        return _NOT_FOREIGN.isdisjoint(text)
    return 2 <= len(text) <= 8 and TRANSLITERATION.issuperset(text)


def is_chinese_name(text: str) -> bool:
    """Tell whether text has the shape of a Chinese name: a surname and one or two characters.

    >>> [is_chinese_name(name) for name in ("陈一鸣", "欧阳修远", "司马红", "的时候", "表示")]
    [True, True, True, False, False]
    """
    if not 2 <= len(text) <= 4 or text[0] not in _FIRST or not text.isalpha():
        return False
    if not _NEVER.isdisjoint(text[1:]) and not _GENERATION.fullmatch(text):
        return False
    if text[:2] in COMPOUND and len(text) >= 3:
        return True
    if len(text) == 4:  # a married woman's two surnames (陈方安生)
        return text[0] in COMMON and text[1] in SURNAMES
    return text[0] in SURNAMES and not (len(text) == 2 and text in COMPOUND)


def is_name(text: str) -> bool:
    """Tell whether text has the shape of a person's name, for places where a name is expected."""
    return is_chinese_name(text) or is_foreign_name(text)


def is_listed_name(text: str) -> bool:
    """Tell whether a line or label of its own can be a name: the shape of one, no everyday ending.

    >>> is_listed_name("连青"), is_listed_name("连线")
    (True, False)
    """
    return is_name(text) and (text[-1] not in _COMMON_ENDS or not is_chinese_name(text)) and text not in _WORDS


def is_bare_name(text: str) -> bool:
    """Tell whether text may be taken for a name without a title beside it: a common surname, no everyday ending.

    >>> [is_bare_name(name) for name in ("王小云", "方案", "高层", "马路")]
    [True, False, False, False]
    """
    if not _DOTTED.isdisjoint(text):
        return is_foreign_name(text)
    if not is_chinese_name(text):
        return False
    if text[-1] in _COMMON_ENDS and not (len(text) == 3 and text[-1] in "国学力利商农工业"):
        return False
    return (text[0] in COMMON or text[:2] in COMPOUND) and text not in _WORDS


def is_rare_name(text: str) -> bool:
    """Tell whether text may be a name of three characters with a surname that is seldom met.

    >>> is_rare_name("支小云"), is_rare_name("平台方")
    (True, False)
    """
    return len(text) == 3 and text[0] in RARE and is_chinese_name(text) and text[-1] not in _COMMON_ENDS


def is_unusual_name(text: str) -> bool:
    """Tell whether text may be a name that is neither Chinese nor transliterated: no particle, no everyday ending.

    >>> is_unusual_name("山本一夫"), is_unusual_name("代表团"), is_unusual_name("在会上")
    (True, False, False)
    """
    return text.isalpha() and text[-1] not in _COMMON_ENDS and _NEVER.isdisjoint(text)


# Everyday words and names of places that begin with a common surname.
_WORDS = words("""
    方案 高层 高度 高兴 高温 高铁 马上 马路 万一 万元 万众 万达 万科 华为 江苏 江西 黄河 黄金 黄山 汪洋 金融 金属 金额
    白天 白酒 任务 任何 任意 程度 程序 余下 余万 于是 于此 于今 石油 石化 石家庄 夏天 夏季 夏粮 田间 田野 雷达 龙头
    史上 孔雀 向来 汤圆 许多 许可 许久 何时 何况 何以 何种 常务 钱款 严格 严肃 严重 武汉 武器 林业 林地 林区 高新 高端
    高原 高速 高校 高管 宋代 唐代 曹操 谢谢 郑重 郑州 徐州 徐徐 苏州 孙子 胡同 朱红 董事 董事会 叶片 贾府 罗列 梁山
    吴江 周边 周年 周期 周末 周围 周日 周一 周二 周三 周四 周五 周六 陈列 陈旧 陈述 刘海 李子 张贴 张开 张家口 张家界
    杨梅 杨树 赵州 王国 王者 王府井 曾经 曾任 曾在 姚明称 段落 段时间 丁香 毛利 毛巾 戴上 贺信 贺电 顾客 顾虑 向前 向上
    向外 陆路 陆续 陆上 潘多拉 蔡甸 魏都 沈阳 卢沟桥 江山 江南 江北 江海 崔嵬 石头 邱北 秦岭 侯车 邵阳 孟加拉 熊猫 尹始
    黎明 易地
""")
