"""What the search page is handed of an article."""

import json
import re

from msgspec.structs import replace

from roundtable_site.model import Paragraph, Section
from roundtable_site.site.packing import unpack
from roundtable_site.site.placing import open_dossier
from roundtable_site.site.search import search_data, search_rows
from site_example import ARTICLE


def handed(article):
    call = re.fullmatch(
        r"\(window\.roundtable=window\.roundtable\|\|\[\]\)\.push\((.*)\);\n", search_data(article), re.DOTALL
    )
    return json.loads(call[1])


def with_text(text):
    section = Section("s1", None, None, (Paragraph("s1p1", (1, 1), text),))
    bare = replace(ARTICLE, standfirst=(), sections=(section,), quotes=(), indicators=(), guests=(), districts=())
    return open_dossier(bare, {})


def as_json(rows):
    return json.loads(json.dumps(rows))


def test_an_article_that_is_light_is_handed_over_as_it_is():
    dossier = open_dossier(ARTICLE, {})
    assert handed(dossier) == as_json(search_rows(dossier))


def test_a_heavy_article_is_packed():
    dossier = with_text("".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(9_000)))
    packed = handed(dossier)
    assert [type(part) for part in packed] == [int, str]
    assert json.loads(unpack(tuple(packed))) == as_json(search_rows(dossier))


def test_a_line_end_of_unicode_stays_one_in_a_script():
    dossier = with_text("前\u2028后\u2029。")
    assert "\u2028" not in search_data(dossier)
    assert handed(dossier) == as_json(search_rows(dossier))
