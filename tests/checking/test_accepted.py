"""What an editor accepts with a reason is no finding any more, and what matches nothing is told."""

from __future__ import annotations

from msgspec.structs import replace

from checking_support import article_of, with_accepted
from roundtable_site.checking import check, examine
from roundtable_site.model import Editorial

TEXT = "“路通了。”周远航说，去年，河湾县新建农村公路120公里，改造桥梁15座，新增公交线路8条。"


def without_district():
    article = article_of(TEXT)
    first, *rest = article.indicators
    return replace(article, indicators=(replace(first, district=None), *rest))


def test_a_finding_is_accepted_on_its_record():
    article = without_district()
    first, *rest = article.indicators
    accepted = replace(first, editorial=Editorial(accepted=(("no-district", "不分地区"),)))
    examined = examine([replace(article, indicators=(accepted, *rest))])
    assert examined.problems == ()
    (found,) = examined.accepted
    assert (found.problem.rule, found.problem.record, found.reason) == ("no-district", "s1i1", "不分地区")


def test_a_finding_is_accepted_on_the_article():
    examined = examine([with_accepted(without_district(), no_district="不分地区")])
    assert examined.problems == ()
    assert [found.reason for found in examined.accepted] == ["不分地区"]


def test_an_acceptance_that_matches_no_finding_is_told():
    (problem,) = check([with_accepted(article_of(TEXT), no_district="不分地区")])
    assert (problem.rule, problem.severity) == ("accepted-unused", "warning")
    assert problem.message == "accepted: no-district matches no finding here any more: delete it"


def test_an_acceptance_of_an_unknown_name_is_an_error_with_the_nearest_name():
    (problem,) = check([with_accepted(article_of(TEXT), no_distrct="不分地区")])
    assert (problem.rule, problem.severity) == ("accepted-unknown", "error")
    assert "did you mean no-district?" in problem.message
