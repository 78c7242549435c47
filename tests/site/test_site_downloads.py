"""The downloads of an article: exact, safe to open, and described so that validators agree."""

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from roundtable_site.build import build
from roundtable_site.model import Editorial
from roundtable_site.settings import load_settings
from roundtable_site.site import plan, write
from roundtable_site.site.exports.delimited import written
from roundtable_site.verify import verify
from site_example import ARTICLE, PRINTED

DATA = Path("gangkou/data")


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def with_name(name: str):
    """Give the article with its first figure called `name`."""
    first, *rest = ARTICLE.indicators
    return replace(ARTICLE, indicators=(replace(first, name=name), *rest))


def test_csv_has_a_row_for_each_figure_and_each_quotation(published):
    figures, quotes = rows_of(published / DATA / "indicators.csv"), rows_of(published / DATA / "quotes.csv")
    assert [row["id"] for row in figures] == [i.id for i in ARTICLE.indicators]
    assert [row["id"] for row in quotes] == [q.id for q in ARTICLE.quotes]
    assert (figures[0]["value"], figures[0]["from"], figures[0]["line"]) == ("15000000", "12000000", "6")
    assert (quotes[1]["speaker"], quotes[1]["text"]) == ("林一帆", "码头不能只看吨位。还要看时间。")


def test_csv_for_excel_is_the_same_behind_a_byte_order_mark(published):
    plain = (published / DATA / "indicators.csv").read_bytes()
    assert not plain.startswith(b"\xef\xbb\xbf")
    assert (published / DATA / "indicators-excel.csv").read_bytes() == b"\xef\xbb\xbf" + plain


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("＝1＋1", "'＝1＋1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+1+1", "'+1+1"),
        ("-2+3", "'-2+3"),
        ("－cmd", "'－cmd"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("-16.1%", "-16.1%"),
        ("+3", "+3"),
        ("－5‰", "－5‰"),
        ("增长=快", "增长=快"),
        ("", ""),
    ],
)
def test_csv_holds_no_cell_that_a_spreadsheet_runs(cell, text):
    assert written(cell) == text


def test_a_workbook_has_typed_cells_and_says_what_columns_hold(settings, tmp_path):
    write(plan([with_name("=1+1")], settings, PRINTED), tmp_path / "out")
    book = load_workbook(tmp_path / "out" / DATA / "gangkou.xlsx")
    assert book.sheetnames == ["指标表", "引语", "字段说明"]
    sheet = book["指标表"]
    header = [cell.value for cell in sheet[1]]
    first = dict(zip(header, sheet[2], strict=True))
    assert (first["指标"].value, first["指标"].data_type) == ("=1+1", "s")
    assert (first["折算值"].value, first["起点值"].value) == (15000000, 12000000)
    assert (sheet.max_row, book["引语"].max_row) == (1 + len(ARTICLE.indicators), 1 + len(ARTICLE.quotes))
    assert [row[0].value for row in book["字段说明"].iter_rows(min_row=2)].count("指标表") == len(header)


def test_a_workbook_takes_hostile_text_and_long_numbers(settings, tmp_path):
    first, *rest = ARTICLE.indicators
    article = replace(
        ARTICLE,
        indicators=(replace(first, name="字" * 40_000, value=first.value * 10**20 + 1, unit="\x01_x0041_"), *rest),
    )
    write(plan([article], settings, PRINTED), tmp_path / "out")
    sheet = load_workbook(tmp_path / "out" / DATA / "gangkou.xlsx")["指标表"]
    cells = dict(zip([cell.value for cell in sheet[1]], [cell.value for cell in sheet[2]], strict=True))
    assert cells["折算值"] == "1500000000000000000000000001"
    assert (len(cells["指标"]), cells["指标"][-1]) == (32_767, "…")


def test_every_column_has_a_title_and_a_note(site):
    from roundtable_site.site.exports import TABLES

    for make in TABLES.values():
        for column in make(site.dossiers[0]).columns:
            assert site.frame.word("column", column.name)
            assert site.frame.word("column_note", column.name)


def test_the_data_package_is_valid(published):
    from frictionless import Package, system

    with system.use_context(trusted=True):
        report = Package(str(published / DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert [task.name for task in report.tasks] == ["indicators", "quotes"]


def test_the_data_package_names_a_cell_that_was_spoilt(published):
    from frictionless import Package, system

    table = published / DATA / "indicators.csv"
    table.write_bytes(table.read_bytes().replace(b"15000000", "一千五百万".encode()))
    with system.use_context(trusted=True):
        report = Package(str(published / DATA / "datapackage.json")).validate()
    assert "type-error" in {row[0] for row in report.flatten(["type"])}


@pytest.mark.parametrize("name", ["indicators", "quotes"])
def test_the_csv_files_are_valid_csv_on_the_web(published, name):
    from csvw import CSVW

    assert CSVW(str(published / DATA / f"{name}.csv"), validate=True).is_valid


def test_the_content_file_is_a_download(small_site):
    build(load_settings(small_site))
    slug = "chaye-yuanzhuo"
    published = small_site / "build" / slug / "data" / f"{slug}.yml"
    assert published.read_bytes() == (small_site / "content" / f"{slug}.yml").read_bytes()
    assert f'href="../data/{slug}.yml"' in (small_site / "build" / slug / "indicators" / "index.html").read_text(
        "utf-8"
    )


def test_a_content_file_that_hides_something_is_no_download(site, settings):
    from roundtable_site.errors import Location

    article = replace(ARTICLE, location=Location("content/gangkou.yml"))
    assert plan([article], settings, {}).dossiers[0].content_offered
    first, *rest = article.quotes
    hiding = replace(article, quotes=(replace(first, editorial=Editorial(hidden=True)), *rest))
    assert not plan([hiding], settings, {}).dossiers[0].content_offered


def test_the_whole_site_is_one_file_without_traces_of_the_machine(published):
    with zipfile.ZipFile(published / "data" / "site.zip") as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("gangkou/index.html") == (published / "gangkou/index.html").read_bytes()
    files = {p.relative_to(published).as_posix() for p in published.rglob("*") if p.is_file()}
    assert names == sorted(files - {"data/site.zip"})


def test_every_download_of_an_article_is_linked_from_its_overview_and_its_table(site, published):
    for page in ("gangkou/index.html", "gangkou/indicators/index.html"):
        html = (published / page).read_text(encoding="utf-8")
        for path in (published / DATA).iterdir():
            assert f'/{path.name}"' in html, (page, path.name)
        assert "data/site.zip" in html


def test_json_is_exact(settings, tmp_path):
    write(plan([with_name("=1+1")], settings, PRINTED), tmp_path / "out")
    table = json.loads((tmp_path / "out" / DATA / "indicators.json").read_text(encoding="utf-8"))
    assert table["indicators"][0]["name"] == "=1+1"


@pytest.mark.slow
def test_the_validators_commands_agree(published):
    folder = published / DATA
    tool = Path(sys.executable).parent
    for command in (["frictionless", "validate", "datapackage.json"], ["csvwvalidate", "indicators.csv"]):
        done = subprocess.run(
            [tool / command[0], *command[1:]], cwd=folder, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("value", ["9.36", "69.1", "0.1", "-16.10", "788800000000", "1.5E+12", "123456789012.345"])
def test_a_number_stands_in_the_workbook_digit_for_digit(settings, tmp_path, value):
    first = replace(ARTICLE.indicators[1], value=Decimal(value))
    write(plan([replace(ARTICLE, indicators=(first,))], settings, {}), tmp_path / "out")
    with zipfile.ZipFile(tmp_path / "out" / DATA / "gangkou.xlsx") as book:
        cells = book.read("xl/worksheets/sheet1.xml").decode()
    assert f"<v>{Decimal(value):f}</v>" in cells


TABLE_FILES = {
    "xlsx": {"chaye-yuanzhuo.xlsx"},
    "csv": {
        "datapackage.json",
        *(f"{name}.csv{more}" for name in ("indicators", "quotes") for more in ("", "-metadata.json")),
    },
    "excel-csv": {"indicators-excel.csv", "quotes-excel.csv"},
    "json": {"indicators.json", "quotes.json"},
    "yml": {"chaye-yuanzhuo.yml"},
}


@pytest.mark.parametrize("formats", [(), ("csv",), ("excel-csv", "xlsx"), ("json", "yml"), tuple(TABLE_FILES)])
def test_a_site_offers_the_formats_that_its_settings_name(small_site, formats):
    named = ", ".join(f'"{name}"' for name in formats)
    text = f'base_url = "https://paper.example/"\nstrict = true\n[downloads]\nwhole_site = 0\nformats = [{named}]\n'
    (small_site / "roundtable.toml").write_text(text, encoding="utf-8")
    build(load_settings(small_site).with_overrides(strict=False))
    folder = small_site / "build" / "chaye-yuanzhuo"
    wanted = {file for name in formats for file in TABLE_FILES[name]}
    assert {path.name for path in folder.glob("data/*")} == wanted
    for page in (folder / "index.html", folder / "indicators" / "index.html"):
        html = page.read_text(encoding="utf-8")
        assert {link.rpartition("/")[2] for link in re.findall(r'href="([^"]+)" download', html)} == wanted
        assert ('id="data"' in html, 'href="#data"' in html) == (bool(wanted), bool(wanted) and page.parent != folder)
        linked = re.findall(r'"contentUrl":\s*"[^"]+data/([^"]+)"', html)
    assert set(linked) == wanted & {"chaye-yuanzhuo.xlsx", "indicators.csv", "indicators.json"}


def test_a_site_that_offers_workbooks_alone_is_proved(small_site):
    (small_site / "roundtable.toml").write_text('[downloads]\nformats = ["xlsx"]\n', encoding="utf-8")
    settings = load_settings(small_site)
    build(settings)
    assert verify(settings.build, small_site).problems == ()
