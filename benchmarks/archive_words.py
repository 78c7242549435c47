"""The words that the invented round tables of `archive.py` are made of: all our own."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from roundtable_site.model import Measure


class Figure(NamedTuple):
    """A kind of figure: its name, the clause that states it, the figure as printed, its unit and its measure."""

    name: str
    pattern: str
    printed: str
    unit: str
    measure: Measure
    factor: Decimal = Decimal(1)


FAMILY = tuple("罗沈杜何林周吴郑冯陈褚蒋韩杨朱秦许吕张孔曹严华金魏陶姜")
GIVEN = (
    "志远",
    "佳宁",
    "明山",
    "晓舟",
    "一帆",
    "敏",
    "建平",
    "春生",
    "立秋",
    "文博",
    "雨桐",
    "海平",
    "思源",
    "国梁",
    "静怡",
    "长河",
    "若溪",
    "景明",
    "云起",
    "致和",
    "守正",
    "知远",
    "怀瑾",
    "清扬",
    "乐山",
    "映雪",
    "凌川",
    "启明",
    "安澜",
)
PLACES = (
    "云岭区",
    "石桥区",
    "青江区",
    "临港区",
    "南浦区",
    "北塘区",
    "东麓区",
    "西畴区",
    "白沙区",
    "金鸡区",
    "松溪区",
    "竹海区",
    "枫林区",
    "莲塘区",
    "鹤鸣区",
    "龙潭区",
    "双河区",
    "长亭区",
    "桃源区",
    "杏花区",
    "蓝田区",
    "红岩区",
    "玉泉区",
    "星湖区",
)
POSTS = ("区委书记", "区长", "副区长", "发改委主任", "商务委主任", "住建委主任")
REPORTERS = ("何见", "林小满", "陆听雨", "方知白", "乔木", "顾盼")
COLUMNS = ("江畔圆桌", "两岸对谈", "周末夜话", "一线连线", "问计基层")
TOPICS = ("山区产业怎么升级", "港口怎么转型", "老城怎么更新", "粮仓怎么守牢", "年轻人怎么留下", "小镇怎么出圈")
HEADS = (
    "守住好山好水",
    "把链条拉得更长",
    "让老厂房醒过来",
    "把货卖到远方去",
    "让数据多跑路",
    "把服务送到门口",
    "让小店亮起来",
    "把田种得更细",
    "让创新长在车间里",
    "把水用得更省",
)
TAILS = (
    "种出放心粮",
    "走出新路子",
    "留住年轻人",
    "算好生态账",
    "办好身边事",
    "打通最后一里",
    "激活一池春水",
    "做强一座城",
    "擦亮老招牌",
    "跑出加速度",
)
SAYS = ("说", "表示", "介绍", "认为")
_FIRST_WORDS = (
    "账要一笔一笔算",
    "路要一步一步走",
    "企业愿意来是因为这里办事不求人",
    "人才是眼下最大的难题",
    "机器换下来的人不能换丢了",
    "过去看吨位如今看时间",
    "老街是一户一户商量出来的",
    "只要水还清游客就还会来",
)
_LAST_WORDS = (
    "急不得也等不得",
    "这是留给后人的本钱",
    "谁也不能替别人拿主意",
    "我们得先把房子和学校备好",
    "慢一天都不行",
)
ANSWERS = tuple(f"{first}，{last}。" for first in _FIRST_WORDS for last in _LAST_WORDS)
_SCENES = (
    "清早的集市上",
    "山上的路修好以后",
    "夜里的河岸边",
    "铁路边的仓库里",
    "老师傅的车间里",
    "刚散会的走廊里",
    "村口的晒场上",
    "新开的食堂里",
    "码头的值班室里",
    "巷子深处的小店里",
    "坡上的茶园里",
    "江边的步道上",
)
_SIGHTS = (
    "挑担的、推车的都往一处去",
    "运货的车可以一直开到地头",
    "散步的人比从前多了许多",
    "大家一边做事一边记笔记",
    "有人担心投入太大，也有人说早该如此",
    "每一步都请居民来看、来问、来挑毛病",
    "说来简单，就是先听后做，边做边改",
)
PLAIN = tuple(f"{scene}，{sight}。" for scene in _SCENES for sight in _SIGHTS)
_M, _E = Decimal(10_000), Decimal(100_000_000)
FIGURES = (
    Figure("茶园面积", "茶园面积由{begin}万亩增加到{value}万亩", "{value}万亩", "亩", "from_to", _M),
    Figure("港口吞吐量", "港口吞吐量由{begin}万吨增长到{value}万吨", "{value}万吨", "吨", "from_to", _M),
    Figure("工业增加值", "工业增加值增长{value}%", "{value}%", "%", "change"),
    Figure("网络零售额", "网络零售额{value}亿元", "{value}亿元", "元", "level", _E),
    Figure("绿色防控覆盖率", "绿色防控覆盖率达到{value}%", "{value}%", "%", "share"),
    Figure("铁水联运占比", "铁水联运占比达到{value}%", "{value}%", "%", "share"),
    Figure("入驻企业", "入驻企业{value}家", "{value}家", "家", "level"),
    Figure("冷链线路", "新建冷链线路{value}条", "{value}条", "条", "level"),
    Figure("技改投入", "技改投入{value}亿元", "{value}亿元", "元", "level", _E),
    Figure("产业工人", "培训产业工人{value}万人", "{value}万人", "人", "level", _M),
    Figure("粮食产量", "粮食产量{value}万吨", "{value}万吨", "吨", "level", _M),
    Figure("污水处理率", "污水处理率达到{value}%", "{value}%", "%", "share"),
    Figure("社区食堂", "建成社区食堂{value}个", "{value}个", "个", "level"),
    Figure("旅游收入", "旅游收入增长{value}%", "{value}%", "%", "change"),
    Figure("进出口总额", "进出口总额{value}亿元", "{value}亿元", "元", "level", _E),
)
