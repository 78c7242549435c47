"""No words of a content file become anything but words in a file that a program opens."""

import csv
import io
import json
import re
import zipfile
from pathlib import PurePosixPath
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from attacks import ATTACKS, GROUPS, attacked
from roundtable_site import content
from roundtable_site.site.exports.delimited import to_csv
from roundtable_site.site.exports.tables import TABLES
from roundtable_site.site.placing import open_dossier

# How a cell begins that a spreadsheet runs, in any edition.
RUNS = ("=", "@", "\t", "\r", "＝", "＠", "+", "＋", "－")


def of(site, *endings):
    found = [path for path in sorted(site.rglob("*")) if path.suffix in endings]
    assert found
    return found


@pytest.mark.parametrize("name", ATTACKS)
def test_no_cell_of_a_table_is_run_by_a_spreadsheet_and_every_row_is_whole(name):
    dossier = open_dossier(attacked(ATTACKS[name]), {})
    for make in TABLES.values():
        table = make(dossier)
        rows = list(csv.reader(io.StringIO(to_csv(table), newline="")))
        assert len(rows) == len(table.rows) + 1
        for row in rows:
            assert len(row) == len(table.columns)
            assert not [cell for cell in row if cell.startswith(RUNS) or re.match(r"-(?!\d[\d.]*\Z)", cell)]


def test_every_cell_of_a_workbook_is_text_or_a_number(site):
    for path in of(site, ".xlsx"):
        for sheet in load_workbook(path).worksheets:
            for row in sheet.iter_rows():
                assert {cell.data_type for cell in row} <= {"s", "n"}
                assert not [cell for cell in row if cell.hyperlink]


def test_all_xml_is_well_formed_and_holds_no_document_type(site):
    for path in of(site, ".xml", ".svg"):
        assert "<!DOCTYPE" not in path.read_text(encoding="utf-8").replace("&lt;!DOCTYPE", "")
        tags = {node.tag.rpartition("}")[2] for node in ElementTree.parse(path).iter()}
        assert not tags & {"script", "foreignObject", "iframe", "a"}, path


def test_a_feed_says_the_words_as_words(site):
    titles = {node.text for node in ElementTree.parse(site / "feed.xml").iter("{http://www.w3.org/2005/Atom}title")}
    assert any("<script>attacked()</script>" in (title or "") for title in titles)
    items = json.loads((site / "feed.json").read_bytes())["items"]
    assert {item["title"] for item in items} <= {words.strip() for words in GROUPS.values()} | set(GROUPS.values())


def test_all_json_is_whole(site):
    for path in of(site, ".json"):
        json.loads(path.read_bytes())


def test_search_data_are_one_call_with_json(site):
    for path in of(site / "search", ".js"):
        script = path.read_text(encoding="utf-8")
        call = re.fullmatch(r"\(window\.roundtable=window\.roundtable\|\|\[\]\)\.push\((\[.*\])\);\n", script)
        assert call, path
        # JSON is script of the same value, but for two line ends of Unicode.
        json.loads(call[1])
        assert not re.search("[\u2028\u2029]", script)


def test_a_content_file_offered_as_a_download_is_read_again(site):
    for path in of(site, ".yml"):
        content.load(path)


def test_every_file_of_the_site_has_a_safe_name(site):
    for path in site.rglob("*"):
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", path.name), path
        assert path.stem.upper() not in {"CON", "AUX", "NUL", "PRN", "COM1", "LPT1"}


def test_no_name_in_the_archive_leads_out_of_it(site):
    with zipfile.ZipFile(site / "data/site.zip") as archive:
        for name in archive.namelist():
            parts = PurePosixPath(name).parts
            assert parts
            assert not name.startswith("/")
            assert ".." not in parts
