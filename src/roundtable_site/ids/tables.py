"""Readings and generic words that a general pinyin dictionary has wrong or does not have: one line each.

Surnames are read as the family reads them (单 shan, 曾 zeng), places as their inhabitants do (六合 luhe); the
readings are those of 现代汉语词典 and of the names' official romanisation. Where families differ (覃 qin or tan, 乐 yue
or le) the commoner one stands here, and an editor writes another id by hand.
"""

from __future__ import annotations

SURNAME_READINGS = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "朴": "piao", "缪": "miao",
    "翟": "zhai", "覃": "qin", "乐": "yue", "盖": "ge", "吕": "lyu", "任": "ren", "华": "hua", "尹": "yin",
    "那": "na", "宁": "ning", "牟": "mou", "冼": "xian", "员": "yun", "种": "chong", "洗": "xian", "召": "shao",
    "祭": "zhai", "繁": "po", "逄": "pang", "纪": "ji", "柏": "bai", "臧": "zang", "尉": "wei", "隗": "wei",
    "郗": "xi", "乜": "nie", "秘": "bi", "折": "she", "黑": "he", "应": "ying", "车": "che", "石": "shi",
    "沈": "shen", "洪": "hong", "盛": "sheng", "长": "chang", "朝": "chao", "幺": "yao", "哈": "ha", "俞": "yu",
    "余": "yu", "都": "du", "句": "gou", "过": "guo", "令": "ling", "适": "kuo", "晁": "chao", "葛": "ge",
    "缴": "jiao", "重": "chong", "阚": "kan", "麴": "qu", "曲": "qu", "隽": "juan", "郇": "xun", "佴": "nai",
    "撒": "sa",
}  # fmt: skip

COMPOUND_SURNAMES = {
    "欧阳": "ouyang", "司马": "sima", "上官": "shangguan", "诸葛": "zhuge", "尉迟": "yuchi", "万俟": "moqi",
    "令狐": "linghu", "长孙": "zhangsun", "澹台": "tantai", "宗政": "zongzheng", "濮阳": "puyang", "公冶": "gongye",
    "单于": "chanyu", "申屠": "shentu", "公孙": "gongsun", "轩辕": "xuanyuan", "钟离": "zhongli", "宇文": "yuwen",
    "鲜于": "xianyu", "闾丘": "lyuqiu", "司徒": "situ", "司空": "sikong", "亓官": "qiguan", "夏侯": "xiahou",
    "皇甫": "huangfu", "公羊": "gongyang", "慕容": "murong", "东方": "dongfang", "独孤": "dugu", "南宫": "nangong",
    "端木": "duanmu", "呼延": "huyan", "拓跋": "tuoba", "完颜": "wanyan", "淳于": "chunyu", "太史": "taishi",
    "赫连": "helian", "西门": "ximen", "东郭": "dongguo", "百里": "baili", "闻人": "wenren", "左丘": "zuoqiu",
    "谷梁": "guliang", "爱新觉罗": "aixinjueluo", "叶赫那拉": "yehenala",
}  # fmt: skip

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞"
    "任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计"
    "伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经"
    "房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧"
    "隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池"
    "乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易"
    "慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相"
    "查后荆红游竺权逯盖益桓公覃朴区付代肖闫邸苟种冼佟邝岳原逄仝撒缑亢帅商佘海墨哈谯笪年爱阳佴楚仉揭肖覃涂尧展隽修卿候"
    "吳陳張劉楊趙黃許鄭葉蘇盧賴蕭馮鄧謝呂蔣孫韓鄒趙龔譚鍾溫顧馬龍關費陸連倫嚴賀萬雲齊湯閻範羅單華衛邊龐"
)

PLACE_READINGS = {
    "朝阳": "chao yang", "洪洞": "hong tong", "单县": "shan xian", "郫都": "pi du", "大城": "dai cheng",
    "蔚县": "yu xian", "乐陵": "lao ling", "解州": "hai zhou", "繁峙": "fan shi", "会稽": "kuai ji",
    "长垣": "chang yuan", "漯河": "luo he", "涡阳": "guo yang", "筠连": "jun lian", "六合": "lu he",
    "荥经": "ying jing", "大埔": "da pu", "浍": "hui", "都匀": "du yun", "莘庄": "xin zhuang", "铅山": "yan shan",
    "巷道": "hang dao", "曲阜": "qu fu", "珲春": "hun chun", "勐腊": "meng la", "长寿": "chang shou",
    "重庆": "chong qing",
}  # fmt: skip

PROVINCES = (
    "黑龙江", "内蒙古", "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "江苏", "浙江", "安徽",
    "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海",
    "台湾", "广西", "西藏", "宁夏", "新疆", "香港", "澳门", "中国", "全国",
)  # fmt: skip

# A name that ends so is a body or a zone, no administrative district: its last word is part of the name and set apart
# by a hyphen. Longest first where one ends another.
BODIES = (
    "高新技术产业开发区", "经济技术开发区", "股份有限公司", "有限责任公司", "开发区", "高新区", "经开区", "保税区",
    "自贸区", "示范区", "功能区", "试验区", "合作区", "产业园", "工业园", "科技园", "新区", "园区", "景区", "库区",
    "山区", "社区", "校区", "小区", "地区", "特区", "湾区", "林区", "牧区", "灾区", "农业园", "有限公司", "公司",
    "集团", "大学", "学院", "研究院", "研究所", "研究室", "研究中心", "协会", "学会", "商会", "分会", "医院",
    "委员会", "指挥部", "联合会", "基金会", "实验室", "工作室", "银行", "超市", "股市", "楼市", "城市", "都市",
    "夜市",
)  # fmt: skip

# What an administrative district is called after its own name; left out of the address where two characters or more
# stand before it (忠县 stays zhongxian).
DISTRICT_WORDS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "省", "市", "区", "县")

# Last characters that a person's name hardly ever has (州 镇, but not 海 江 国).
PLACE_ENDS = tuple("州镇乡村旗盟厂局委办站馆院岛校")

PEOPLES = (
    "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼",
    "哈萨克", "傣", "黎", "傈僳", "佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土",
    "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米", "塔吉克", "怒", "乌孜别克",
    "俄罗斯", "鄂温克", "德昂", "保安", "裕固", "京", "塔塔尔", "独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "基诺",
)  # fmt: skip

# Names that Windows keeps for devices, with or without an extension.
DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "clock"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(10)]
)

# First steps of the site's own addresses and of files that servers and browsers look for: no article may take them.
ADDRESSES = frozenset(
    [
        "404", "about", "archive", "articles", "assets", "atom", "columns", "corrections", "css", "data", "districts",
        "download", "favicon", "feed", "feeds", "fonts", "images", "index", "indicators", "js", "keywords", "manifest",
        "media", "pages", "robots", "rss", "search", "series", "sitemap", "speakers", "static", "tags", "theme",
        "transcript", "years",
    ]
)  # fmt: skip
