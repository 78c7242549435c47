"""Changes go into the file as it stands now, whole or not at all, and never over somebody else's."""

import pytest

from merge_support import SOURCE
from roundtable_site import content
from roundtable_site.errors import RoundtableError
from roundtable_site.parsing import read_text
from roundtable_site.progress import Silent
from roundtable_site.reading import read_seeds, store
from roundtable_site.review import changes
from roundtable_site.review.changes import Sheaf
from roundtable_site.review.writing import StaleError, undo, write
from roundtable_site.settings import load_settings


@pytest.fixture(scope="module")
def text():
    return content.dump(read_text(SOURCE, "seeds/chaye-yuanzhuo.txt"))


@pytest.fixture
def path(tmp_path, text):
    path = tmp_path / "content" / "chaye-yuanzhuo.yml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def mark_of(text, key):
    sheaf = Sheaf(text, "x")
    return sheaf.lines.mark(sheaf.item(key).place)


def rename(sheaf, item):
    return changes.correct(sheaf, item, {"name": "茶园"})


@pytest.mark.parametrize("mark_of_order", ["", "\ufeff"], ids=["plain", "with a byte-order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CR LF"])
def test_a_file_keeps_its_line_ends_and_its_byte_order_mark(path, text, line_end, mark_of_order):
    before = (mark_of_order + text.replace("\n", line_end)).encode()
    path.write_bytes(before)
    write(path, "s1i1", mark_of(text, "s1i1"), rename)
    assert path.read_bytes() == before.replace("name: 茶园面积".encode(), "name: 茶园".encode())
    write(path, "s1i1", mark_of(path.read_text(encoding="utf-8-sig"), "s1i1"),
          lambda sheaf, item: changes.accept(sheaf, item, ["no-period"], "如此"))  # fmt: skip
    added = set(path.read_bytes().split(b"\n")) - set(before.split(b"\n"))
    assert {line.endswith(b"\r") for line in added} == {line_end == "\r\n"}


def test_a_change_is_taken_back_byte_for_byte_unless_the_file_was_changed_since(path, text):
    written = write(path, "s1i1", mark_of(text, "s1i1"), rename)
    undo(written)
    assert path.read_text(encoding="utf-8") == text
    written = write(path, "s1i1", mark_of(text, "s1i1"), rename)
    path.write_text(written.after.decode() + "# 编者\n", encoding="utf-8")
    with pytest.raises(StaleError):
        undo(written)
    assert path.read_text(encoding="utf-8").endswith("# 编者\n")


@pytest.mark.parametrize(
    "other",
    [
        lambda text: text.replace("name: 茶园面积", "name: 茶园实有面积"),
        lambda text: text.replace("id: s1i1\n", "id: s1i99\n"),
    ],
    ids=["changed", "gone"],
)
def test_a_record_that_is_another_by_now_is_left_alone(path, text, other):
    path.write_text(other(text), encoding="utf-8")
    with pytest.raises(StaleError):
        write(path, "s1i1", mark_of(text, "s1i1"), rename)
    assert path.read_text(encoding="utf-8") == other(text)


def test_a_file_that_is_saved_while_the_change_is_worked_out_is_left_alone(path, text):
    def slow(sheaf, item):
        path.write_text(text + "# 刚刚保存\n", encoding="utf-8")
        return rename(sheaf, item)

    with pytest.raises(StaleError):
        write(path, "s1i1", mark_of(text, "s1i1"), slow)
    assert path.read_text(encoding="utf-8") == text + "# 刚刚保存\n"


def test_a_file_that_is_gone_or_broken_by_now_stays_so(path, text):
    mark = mark_of(text, "s1i1")
    path.write_text("format: 1\nquotes: [\n", encoding="utf-8")
    with pytest.raises(RoundtableError, match="broken YAML"):
        write(path, "s1i1", mark, rename)
    path.unlink()
    with pytest.raises(StaleError):
        write(path, "s1i1", mark, rename)
    assert not path.exists()


def test_layout_and_comments_are_no_other_record(path, text):
    commented = text.replace("    name: 茶园面积\n", "    # 编者：已核\n    name:   '茶园面积'\n")
    path.write_text(commented, encoding="utf-8")
    write(path, "s1i1", mark_of(text, "s1i1"), rename)
    assert path.read_text(encoding="utf-8") == commented.replace("'茶园面积'", "茶园")


def test_a_content_file_that_is_saved_while_its_article_is_read_is_not_written_over(tmp_path, path, text):
    (tmp_path / "seeds").mkdir()
    seed = tmp_path / "seeds" / "chaye-yuanzhuo.txt"
    seed.write_text(SOURCE.replace("12.5万亩", "13万亩"), encoding="utf-8")
    readings = read_seeds([seed], load_settings(tmp_path), Silent())
    path.write_text(text + "# 刚刚保存\n", encoding="utf-8")
    with pytest.raises(RoundtableError, match="was saved while its article was read"):
        store(readings)
    assert path.read_text(encoding="utf-8") == text + "# 刚刚保存\n"


def test_a_build_does_not_write_over_it_either_and_the_next_one_merges(tmp_path, path, text, monkeypatch):
    from roundtable_site.build import build, full

    (tmp_path / "seeds").mkdir()
    seed = tmp_path / "seeds" / "chaye-yuanzhuo.txt"
    seed.write_text(SOURCE, encoding="utf-8")
    build(load_settings(tmp_path))
    seed.write_text(SOURCE.replace("12.5万亩", "13万亩"), encoding="utf-8")
    text = path.read_text(encoding="utf-8") + "# 刚刚保存\n"
    opened = full.open_changed

    def meanwhile(*given):
        path.write_text(text, encoding="utf-8")
        return opened(*given)

    monkeypatch.setattr(full, "open_changed", meanwhile)
    with pytest.raises(RoundtableError, match="was saved while its article was read"):
        build(load_settings(tmp_path))
    monkeypatch.setattr(full, "open_changed", opened)
    assert path.read_text(encoding="utf-8") == text
    build(load_settings(tmp_path))
    merged = path.read_text(encoding="utf-8")
    assert merged.endswith("# 刚刚保存\n")
    assert "figure: 13万亩" in merged
