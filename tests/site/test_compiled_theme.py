"""Compiled templates of the default theme are kept for the user; a site's own never are."""

from importlib import import_module

from roundtable_site.site.compiled import CompiledTheme, cache_folder
from roundtable_site.site.theme import default_theme


def environment_of(monkeypatch, home, *folders):
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return import_module("roundtable_site.site.render")._environment.__wrapped__(folders)


def test_a_template_is_compiled_once_and_then_read(monkeypatch, tmp_path):
    environment_of(monkeypatch, tmp_path, default_theme()).get_template("404.html")
    kept = sorted((tmp_path / "roundtable").iterdir())
    assert len(kept) == 1
    again = environment_of(monkeypatch, tmp_path, default_theme())
    monkeypatch.setattr(type(again), "compile", lambda *_: None)
    assert again.get_template("404.html").root_render_func


def test_a_template_of_the_site_is_not_kept(monkeypatch, tmp_path):
    own = tmp_path / "templates"
    own.mkdir()
    (own / "404.html").write_text("own")
    environment_of(monkeypatch, tmp_path, own, default_theme()).get_template("404.html")
    assert not (tmp_path / "roundtable").exists()


def test_a_file_that_is_no_compiled_template_is_made_anew(monkeypatch, tmp_path):
    environment_of(monkeypatch, tmp_path, default_theme()).get_template("404.html")
    (kept,) = (tmp_path / "roundtable").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-40])
    environment_of(monkeypatch, tmp_path, default_theme()).get_template("404.html")
    assert kept.read_bytes() == whole


def test_a_folder_that_cannot_be_written_does_no_harm(monkeypatch, tmp_path):
    (tmp_path / "roundtable").write_text("in the way")
    assert environment_of(monkeypatch, tmp_path, default_theme()).get_template("404.html")


def test_another_compiler_has_another_checksum(monkeypatch, tmp_path):
    cache = CompiledTheme(tmp_path)
    before = cache.get_source_checksum("x")
    monkeypatch.setattr("roundtable_site.site.compiled._compiler", lambda: "2")
    assert cache.get_source_checksum("x") != before


def test_without_a_home_there_is_no_folder(monkeypatch):
    def homeless():
        raise RuntimeError

    monkeypatch.setattr("pathlib.Path.home", homeless)
    assert cache_folder({}) is None
