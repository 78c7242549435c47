"""Addresses for names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_site.ids import article_slug, is_safe_id, is_safe_slug, slug_of, unique_slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("唐小平", "tang-xiaoping"),
        ("单国栋", "shan-guodong"),
        ("曾丽", "zeng-li"),
        ("仇明", "qiu-ming"),
        ("解文海", "xie-wenhai"),
        ("区志强", "ou-zhiqiang"),
        ("查建华", "zha-jianhua"),
        ("朴正元", "piao-zhengyuan"),
        ("缪小红", "miao-xiaohong"),
        ("翟一鸣", "zhai-yiming"),
        ("覃勇", "qin-yong"),
        ("乐群", "yue-qun"),
        ("盖中", "ge-zhong"),
        ("吕绿", "lyu-lyu"),
        ("欧阳单", "ouyang-dan"),
        ("尉迟雨", "yuchi-yu"),
        ("林陈秀英", "linchen-xiuying"),
        ("王女", "wang-nyu"),
        ("安娜·彼得罗夫", "anna-bideluofu"),
        ("贡布", "gong-bu"),
    ],
)
def test_a_person_is_surname_and_given_name_as_the_family_reads_them(name: str, slug: str) -> None:
    assert slug_of(name, "person") == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("沙坪坝区", "shapingba"),
        ("重庆市", "chongqing"),
        ("单县", "shanxian"),
        ("忠县", "zhongxian"),
        ("朝阳区", "chaoyang"),
        ("四川省", "sichuan"),
        ("广西壮族自治区", "guangxi"),
        ("新疆维吾尔自治区", "xinjiang"),
        ("石柱土家族自治县", "shizhu"),
        ("恩施土家族苗族自治州", "enshi"),
        ("重庆高新区", "chongqing-gaoxinqu"),
        ("两江新区", "liangjiang-xinqu"),
        ("云南省农业科学研究院", "yunnan-nongyekexue-yanjiuyuan"),
        ("市经信委", "shijingxinwei"),
        ("市人民医院", "shi-renmin-yiyuan"),
        ("青江市第一人民医院", "qingjiang-diyirenmin-yiyuan"),
        ("明月超市", "mingyue-chaoshi"),
        ("安徽", "anhui"),
        ("郑州", "zhengzhou"),
        ("全国", "quanguo"),
    ],
)
def test_a_place_is_told_from_a_person_by_its_words(name: str, slug: str) -> None:
    assert slug_of(name) == slug
    assert slug_of(name, "place") == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("José Álvarez", "jose-alvarez"),
        ("Łódź", "lodz"),
        ("ＡＢＣ１２", "abc12"),
        ("2022年　圆桌！", "2022nian-yuanzhuo"),
        ("“一江两岸”", "yijiangliangan"),
        ("con", "x-con"),
        ("COM1", "x-com1"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "x-5ec1f7e7"),
        ("", "x-e3b0c442"),
    ],
)
def test_any_text_has_an_address(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(st.text())
def test_an_address_is_safe_whatever_the_name(name: str) -> None:
    slug = slug_of(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 62
    assert is_safe_id(slug)
    assert is_safe_slug(article_slug(name))


def test_a_second_bearer_of_a_name_gets_a_number() -> None:
    taken: set[str] = set()
    for expected in ("lu-wei", "lu-wei-2", "lu-wei-3"):
        assert unique_slug("路伟", taken) == expected
        taken.add(expected)


@pytest.mark.parametrize(
    "text", ["", "..", "a/b", "/a", "A", "a b", "-a", "a-", "con", "lpt1", "a" * 101, "唐", "a.b", "a\n"]
)
def test_an_unsafe_id_is_refused(text: str) -> None:
    assert not is_safe_id(text)


def test_an_article_leaves_the_sites_own_addresses_free() -> None:
    assert not is_safe_slug("search")
    assert article_slug("search") == "x-search"
