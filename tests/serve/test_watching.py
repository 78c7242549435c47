"""Which changes are changes of the site, and that they are noticed, in folders that come later too."""

import pytest

from roundtable_site.serve.watching import Watching, concerns
from roundtable_site.settings import load_settings
from serving_support import wait_for


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("seeds/talk.txt", True),
        ("seeds/talk.docx", True),
        ("content/talk.yml", True),
        ("content/pages/about.md", True),
        ("content/images/a.jpg", True),
        ("templates/macros/records.html", True),
        ("roundtable.toml", True),
        ("words.txt", True),
        ("stopwords.txt", True),
        ("content/.parsed/talk.yml", False),
        ("content/.talk.yml.x8s7d6f5.new", False),
        ("content/.talk.yml.swp", False),
        ("seeds/~$talk.docx", False),
        ("seeds/#talk.txt#", False),
        ("seeds/talk.txt~", False),
        ("build/index.html", False),
        (".build.lock", False),
        (".roundtable/cache", False),
        ("README.md", False),
        ("elsewhere/words.txt", False),
    ],
)
def test_what_editors_and_builds_leave_beside_files_is_no_change(tmp_path, name, counts):
    assert concerns((tmp_path / name).resolve(), load_settings(tmp_path)) is counts


@pytest.fixture
def watched(tmp_path):
    """Watch a folder; give it, and the changes that were heard."""
    (tmp_path / "seeds").mkdir()
    heard = []
    watching = Watching(load_settings(tmp_path), lambda paths: heard.append(sorted(path.name for path in paths)))
    watching.start()
    assert watching.ready.wait(60)
    yield tmp_path, heard
    watching.close()


def test_a_changed_file_is_heard_of(watched):
    root, heard = watched
    (root / "seeds" / "talk.txt").write_text("甲", encoding="utf-8")
    assert wait_for(lambda: ["talk.txt"] in heard)
    (root / "README.md").write_text("甲", encoding="utf-8")
    (root / "words.txt").write_text("甲", encoding="utf-8")
    assert wait_for(lambda: ["words.txt"] in heard)
    assert not any("README.md" in names for names in heard)


def test_a_folder_that_comes_later_or_is_named_in_the_settings_is_watched_from_then_on(watched):
    root, heard = watched
    (root / "content").mkdir()
    (root / "content" / "talk.yml").write_text("甲", encoding="utf-8")
    assert wait_for(lambda: [] in heard or ["talk.yml"] in heard)  # all is built anew, or the file was seen
    (root / "texts").mkdir()
    (root / "roundtable.toml").write_text('[folders]\nseeds = "texts"\n', encoding="utf-8")
    assert wait_for(lambda: ["roundtable.toml"] in heard)
    assert wait_for(lambda: _heard_of_new(root / "texts" / "new.txt", heard))


def _heard_of_new(path, heard):
    path.write_text(path.read_text(encoding="utf-8") + "甲" if path.exists() else "甲", encoding="utf-8")
    return ["new.txt"] in heard


def test_where_the_system_gives_no_notices_the_folders_are_looked_through(tmp_path, monkeypatch):
    from roundtable_site.serve import watching as module

    real, asked = module.watch, []

    def without_notices(*folders, force_polling=None, **given):
        asked.append(force_polling)
        if not force_polling:
            raise OSError(28, "no space left on device")
        return real(*folders, force_polling=True, poll_delay_ms=50, **given)

    monkeypatch.setattr(module, "watch", without_notices)
    (tmp_path / "seeds").mkdir()
    heard = []
    watching = Watching(load_settings(tmp_path), lambda paths: heard.append(sorted(path.name for path in paths)))
    watching.start()
    try:
        assert watching.ready.wait(60)
        (tmp_path / "seeds" / "talk.txt").write_text("甲", encoding="utf-8")
        assert wait_for(lambda: ["talk.txt"] in heard)
        (tmp_path / "seeds" / ".talk.txt.swp").write_text("甲", encoding="utf-8")
        (tmp_path / "seeds" / "talk.txt").unlink()
        assert wait_for(lambda: ["talk.txt"] in heard[1:])
        assert all(names == ["talk.txt"] for names in heard), "what editors leave, and the folder itself, are no change"
        assert None in asked
    finally:
        watching.close()
