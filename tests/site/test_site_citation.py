import pytest
from msgspec.structs import replace

from roundtable_site.model import SourceRecord
from roundtable_site.site.citation import citation
from site_example import ARTICLE


def source(**known):
    return replace(SourceRecord("seeds/a.txt", "0", "utf-8"), **known)


@pytest.mark.parametrize(
    ("reporters", "known", "expected"),
    [
        (("何见",), {}, "何见. 港口[N]. [出版者不详], [日期不详]."),
        ((), {"publication": "江报", "date": "2024-05-01"}, "港口[N]. 江报, 2024-05-01."),
        (("甲", "乙", "丙", "丁"), {"publication": "江报", "date": "2024-05-01", "page": "3"},
         "甲, 乙, 丙, 等. 港口[N]. 江报, 2024-05-01(3)."),
        (("甲",), {"publication": "江报", "date": "2024-05-01", "url": "https://example.org/a"},
         "甲. 港口[N/OL]. 江报, 2024-05-01. https://example.org/a"),
    ],
)  # fmt: skip
def test_an_article_is_cited_with_what_is_known(reporters, known, expected):
    assert citation(replace(ARTICLE, headline="港口", reporters=reporters, source=source(**known))) == expected
