"""A published site that was tampered with is found out, even where its manifest was rewritten to fit."""

import json
import shutil
import zipfile

import pytest

from roundtable_site import manifest
from roundtable_site.build import build
from roundtable_site.errors import RoundtableError
from roundtable_site.settings import load_settings
from roundtable_site.verify import verify
from roundtable_site.verify.markup import steps
from support import ARTICLES, REPOSITORY, tree

SLUG = "chaye-yuanzhuo"
TRANSCRIPT = f"{SLUG}/transcript/index.html"
TABLE = f"{SLUG}/indicators/index.html"
SPEAKER = f"{SLUG}/speakers/luo-zhiyuan/index.html"
DISTRICT = f"{SLUG}/districts/yunling/index.html"
OVERVIEW = f"{SLUG}/index.html"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    root = tmp_path_factory.mktemp("published")
    (root / "seeds").mkdir()
    shutil.copy(ARTICLES / f"{SLUG}.txt", root / "seeds")
    build(load_settings(root))
    return root


@pytest.fixture
def site(published, tmp_path):
    """A published site of one's own to tamper with."""
    return shutil.copytree(published, tmp_path / "site")


def forge_manifest(root):
    """Make the manifest fit whatever stands in the folder now."""
    path = root / "build" / manifest.NAME
    data = json.loads(path.read_text(encoding="utf-8"))
    data["files"] = manifest.files_in(root / "build")
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def replace(root, page, old, new, times=-1):
    path = root / "build" / page
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{page} has no {old}"
    path.write_text(text.replace(old, new, times), encoding="utf-8", newline="")


def found(root):
    return [str(problem).removeprefix(f"{root}/build/") for problem in verify(root / "build", root).problems]


def test_what_was_built_is_verified_and_counted(site):
    result = verify(site / "build", site)
    assert result.problems == ()
    assert (result.quotations, result.figures, result.words) > (10, 40, 50)
    assert result.files == len(tree(site / "build")) - 1
    assert "0 errors, 0 warnings" in result.summary()


@pytest.mark.parametrize("path", sorted((REPOSITORY / "seeds").glob("*.txt")))
def test_the_site_of_the_seed_is_verified(seed_site, path):
    assert found(seed_site) == []


def test_two_builds_give_the_same_manifest(site):
    before = (site / "build" / manifest.NAME).read_bytes()
    build(load_settings(site))
    assert (site / "build" / manifest.NAME).read_bytes() == before


FILES = [
    (lambda b: (b / TABLE).open("a").write(" "), f"{TABLE}: was changed since it was published: its sha256 is another"),
    (lambda b: (b / TABLE).unlink(), f"{TABLE}: was published and is gone: publish the site again"),
    (lambda b: (b / "more.js").write_text(""), "more.js: is not in the manifest: it was not published by the build"),
]


@pytest.mark.parametrize(("tamper", "line"), FILES)
def test_every_file_is_held_against_the_manifest(site, tamper, line):
    tamper(site / "build")
    assert found(site) == [line]


TAMPERED = [
    pytest.param(TABLE, "12.5万亩", "12.6万亩", id="a figure in the table"),
    pytest.param(TABLE, 'data-value="125000"', 'data-value="126000"', id="a figure's value for programs"),
    pytest.param(TABLE, "<b>36个</b>", "<b>48家</b>", id="a figure that stands elsewhere"),
    pytest.param(TABLE, "<mark>", "<mark>约", id="the words of a figure"),
    pytest.param(TABLE, "五年来，", "十年来，", id="the sentence of a figure"),
    pytest.param(DISTRICT, "36个", "35个", id="a figure on the page of a district"),
    pytest.param(SPEAKER, "都不能乱动", "都能乱动", id="a quotation on the page of a speaker"),
    pytest.param(SPEAKER, "<blockquote><p>", "<blockquote><p>我承认，", id="a quotation with an addition"),
    pytest.param(SPEAKER, '<h1 class="name">罗志远', '<h1 class="name">沈佳宁', id="the name over another's words"),
    pytest.param(SPEAKER, "</h1>", "</h1><p>涨了77%</p>", id="a number that nobody said"),
    pytest.param(OVERVIEW, "春茶开采", "秋茶开采", id="the standfirst on the overview"),
    pytest.param(TRANSCRIPT, "12.5万亩", "12.6万亩", id="a figure in the transcript"),
    pytest.param(TRANSCRIPT, "不能乱动", "能乱动", id="words in the transcript"),
    pytest.param(TRANSCRIPT, "luo-zhiyuan/index.html#", "du-mingshan/index.html#", id="whose words they are"),
    pytest.param(TABLE, "<b>12.5万亩", "<b>2.5万亩", id="a figure that lost a digit"),
    pytest.param(TRANSCRIPT, 'data-line="31"', 'data-line="27"', id="the line of the source"),
    pytest.param(f"{SLUG}/data/indicators.csv", "12.5万亩", "12.6万亩", id="a figure in a table to download"),
    pytest.param(f"{SLUG}/data/indicators.json", '"value": 125000', '"value": 12500', id="a value to download"),
    pytest.param(f"{SLUG}/data/quotes.csv", "不能乱动", "能乱动", id="a quotation in a table to download"),
    pytest.param(TABLE, "125,000 亩", "126,000 亩", id="a value that is written out"),
    pytest.param(OVERVIEW, '"headline":"', '"headline":"大丰收！', id="the headline for programs"),
    pytest.param(SPEAKER, '"text":"', '"text":"我承认，', id="a quotation for programs"),
    pytest.param(SPEAKER, "<blockquote>", "<div>", id="a quotation taken off the page of a speaker"),
    pytest.param(TABLE, ' id="s1i1"', ' id="s9i9"', id="a figure that is nowhere in the table"),
    pytest.param(TABLE, ">罗志远</a>", ">沈佳宁</a>", id="who says a figure"),
    pytest.param(TRANSCRIPT, ">罗志远</a>", ">罗志选</a>", id="a misspelt name in the transcript"),
    pytest.param("speakers/luo-zhiyuan/index.html", 'class="name">罗', 'class="name">骆', id="a name across articles"),
    pytest.param(f"{SLUG}/data/{SLUG}.yml", "罗志远", "罗志选", id="the content file to download"),
    pytest.param(f"{SLUG}/data/indicators.csv", "个,", "家,", id="a unit to download"),
    pytest.param(f"{SLUG}/data/quotes.json", '"speaker": "罗志远"', '"speaker": "沈佳宁"', id="a speaker to download"),
    pytest.param(f"{SLUG}/data/quotes.json", '"quotes": [', '"quotes": {[', id="data that cannot be read"),
    pytest.param(TABLE, "</main>", "<script>alert()</script></main>", id="a script"),
    pytest.param(TABLE, "<body", '<body onload="alert()"', id="a script of an element"),
    pytest.param(SPEAKER, "</main>", '<a href=" javascript:alert()">更多</a></main>', id="an address that runs"),
    pytest.param(SPEAKER, "script-src 'self'", "script-src 'self' 'unsafe-inline'", id="a policy undone"),
    pytest.param("index.html", "</main>", '<img src="//elsewhere.example/a">', id="a picture from elsewhere"),
    pytest.param("about/index.html", "</main>", '<iframe src="a.html"></iframe></main>', id="a page in a page"),
    pytest.param(SPEAKER, '"jobTitle":["', '"jobTitle":["前', id="a title for programs"),
]  # fmt: skip


# What holds the same as other files is held against them, and so no longer fits when they are changed.
COPIES = ("data/site.zip:", f"{SLUG}/data/{SLUG}.xlsx:")


@pytest.mark.parametrize(("page", "old", "new"), TAMPERED)
def test_a_page_changed_together_with_its_manifest_entry_is_found(site, page, old, new):
    replace(site, page, old, new)
    forge_manifest(site)
    lines = found(site)
    assert any(line.startswith(page) for line in lines)
    lines = [line for line in lines if not line.startswith(COPIES)]
    # The other pages are held against the transcript too, so what is changed there is told of them as well.
    assert page == TRANSCRIPT or all(line.startswith(page) for line in lines)


def test_each_figure_and_quotation_is_checked_wherever_it_is_shown(site):
    pages = [path.relative_to(site / "build").as_posix() for path in (site / "build").rglob("index.html")]
    shown = [
        (page, word)
        for page in pages
        for word in ("12.5万亩", "不能乱动")
        if page.startswith((SLUG, "districts/")) and word in text_of(site / "build" / page)
    ]
    assert len(shown) >= 6
    for page, word in shown:
        original = (site / "build" / page).read_bytes()
        replace(site, page, word, "9" + word)
        forge_manifest(site)
        assert any(line.startswith(page) for line in found(site)), page
        (site / "build" / page).write_bytes(original)


def text_of(path):
    return "".join(step.text for step in steps(path.read_bytes()))


def test_pages_in_another_language_are_verified_like_the_others(site):
    (site / "roundtable.toml").write_text('languages = ["zh-Hans", "en"]\n', encoding="utf-8")
    build(load_settings(site))
    assert found(site) == []
    replace(site, f"en/{TABLE}", "7.4%", "7.5%")
    replace(site, f"en/{SPEAKER}", "罗志远", "罗志达")
    replace(site, f"en/{TRANSCRIPT}", "一棵草", "一枝草")
    forge_manifest(site)
    pages = {line.partition(":")[0] for line in found(site)}
    assert {f"en/{TABLE}", f"en/{SPEAKER}", f"en/{TRANSCRIPT}"} <= pages


def repacked(path, member, old, new):
    """Change a text within a packed file."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert old.encode() in parts[member]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data.replace(old.encode(), new.encode()) if name == member else data)


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("xl/sharedStrings.xml", "12.5万亩", "12.6万亩"),
        ("xl/worksheets/sheet1.xml", "<v>125000</v>", "<v>126000</v>"),
        ("xl/worksheets/sheet2.xml", "</row></sheetData>", "</row><row/></sheetData>"),
    ],
)
def test_a_workbook_is_held_against_the_tables_beside_it(site, member, old, new):
    name = f"{SLUG}/data/{SLUG}.xlsx"
    repacked(site / "build" / name, member, old, new)
    forge_manifest(site)
    (line,) = [line for line in found(site) if not line.startswith("data/site.zip")]
    assert line.startswith(f"{name}: its sheet ")


def test_the_archive_is_held_against_the_site(site):
    repacked(site / "build/data/site.zip", TABLE, "12.5万亩", "12.6万亩")
    forge_manifest(site)
    assert found(site) == [f"data/site.zip: {TABLE} in it is not the file of the site"]


@pytest.mark.parametrize("name", ["data/site.zip", f"{SLUG}/data/{SLUG}.xlsx"])
@pytest.mark.parametrize("data", [b"", b"PK", b"x" * 100])
def test_a_packed_file_that_cannot_be_opened_is_one_line(site, name, data):
    (site / "build" / name).write_bytes(data)
    forge_manifest(site)
    assert f"{name}: cannot be opened" in found(site)


def test_a_sentence_taken_out_of_the_transcript_is_missed(site):
    path = site / "build" / TRANSCRIPT
    text = path.read_text(encoding="utf-8")
    start = text.index('<span class="s"', text.index('<p id="s1p2"'))
    end = text.index('<span class="s"', start + 1)
    path.write_text(text[:start] + text[end:], encoding="utf-8", newline="")
    forge_manifest(site)
    assert any("paragraph s1p2 of the content file is not on this page" in line for line in found(site))


def test_a_source_that_is_not_the_one_of_the_build_is_named(site):
    source = site / "seeds" / f"{SLUG}.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("12.5万亩", "13万亩"), encoding="utf-8")
    lines = found(site)
    named = f"{source}: is not the file that the site was built from: build again, or restore it"
    assert named in lines
    assert any(TRANSCRIPT in line and "the source has other words" in line for line in lines)
    source.unlink()
    assert f"{source}: is gone: what is published cannot be held against it" in found(site)


def test_an_editors_correction_is_a_warning_that_says_so(site):
    content = site / "content" / f"{SLUG}.yml"
    mended = content.read_text(encoding="utf-8").replace("订单不断", "订单不停")
    content.write_text(mended, encoding="utf-8")
    build(load_settings(site))
    result = verify(site / "build", site)
    assert [problem.severity for problem in result.problems] == ["warning"]
    assert "an editor's correction stands in the content file" in str(result.problems[0])
    assert (result.exit_code(), result.exit_code(strict=True)) == (0, 1)


HIDDEN = [("{id: s1p2, ", "{id: s1p2, hidden: true, "), ("\narticle:\n", "\narticle:\n  publish: false\n")]


@pytest.mark.parametrize(("old", "new"), HIDDEN, ids=["a paragraph", "an article"])
def test_what_an_editor_keeps_off_the_pages_is_not_missed(site, old, new):
    content = site / "content" / f"{SLUG}.yml"
    text = content.read_text(encoding="utf-8")
    assert old in text
    content.write_text(text.replace(old, new), encoding="utf-8")
    build(load_settings(site))
    assert found(site) == []
    assert "7.4%" not in "".join(text_of(path) for path in (site / "build").rglob("*.html"))


def test_a_period_that_an_editor_gave_is_no_fault(site):
    path = site / "content" / f"{SLUG}.yml"
    text = path.read_text(encoding="utf-8")
    assert "period: null" in text
    path.write_text(text.replace("period: null", "period: 1987年", 1), encoding="utf-8", newline="")
    build(load_settings(site))
    assert found(site) == []


def test_an_article_struck_from_the_manifest_is_missed(site):
    path = site / "build" / manifest.NAME
    data = json.loads(path.read_text(encoding="utf-8"))
    data["articles"] = {}
    path.write_text(json.dumps(data), encoding="utf-8")
    assert found(site) == [f"{TRANSCRIPT}: the manifest does not say which source this article is from"]


MANIFESTS = [
    (None, "there is no manifest here: name the folder that build published"),
    ("{", "is no manifest of ours: build the site again"),
    ("[]", "is no manifest of ours: build the site again"),
    ("[" * 100_000, "is no manifest of ours: build the site again"),
    (
        '{"format": 2, "tool": "", "articles": {}, "files": {}}',
        "is of format 2, and this version knows 1: use the newer version",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MANIFESTS, ids=range(len(MANIFESTS)))
def test_a_folder_without_a_manifest_that_can_be_read_is_refused(tmp_path, text, message):
    if text is not None:
        (tmp_path / manifest.NAME).write_text(text, encoding="utf-8")
    with pytest.raises(RoundtableError) as caught:
        verify(tmp_path, tmp_path)
    assert str(caught.value) == f"{tmp_path / manifest.NAME}: {message}"


def test_a_page_that_is_no_page_is_checked_without_a_crash(site):
    for page in (TRANSCRIPT, TABLE):
        (site / "build" / page).write_bytes(b"<p id='s1p1'>" + b"<b>" * 20_000 + b"\xff\x00")
    forge_manifest(site)
    assert found(site)
