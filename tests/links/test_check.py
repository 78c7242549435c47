"""One line for each way in which a link can lead somewhere or nowhere."""

# ruff: noqa: E501 - one line for each example

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from roundtable_site.links import Report

Checker = Callable[..., Report]

SITE = {
    "about/index.html": '<p id="desk"></p><p id="表1"></p><a name="old"></a><p id="100%"></p>',
    "plain.html": '<p id="Abc"></p>',
    "图表/人口 表.html": '<p id="a"></p>',
    "图表/index.html": "",
    "a+b.html": "",
    "Photo.PNG": "",
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="mark"/></svg>',
    "report.pdf": "",
    "empty/notes.txt": "",
    "style.css": "",
    "x.js": "",
}


def on_page(markup: str) -> dict[str, str]:
    return {**SITE, "index.html": markup}


SOUND = [
    '<a href="plain.html">',
    '<a href="./plain.html?v=2">',
    '<a href=" plain.html\n">',
    '<a href="pla\nin.html">',
    '<a href="about/">',
    '<a href="about/./../about/index.html">',
    '<a href="about/%2e%2e/plain.html">',
    '<a href="/about/">',
    '<a href="/">',
    '<a href=".">',
    '<a href="?page=2">',
    '<a href="about\\index.html">',
    '<a href="%E5%9B%BE%E8%A1%A8/">',
    '<a href="图表/人口%20表.html#a">',
    '<a href="图表/人口 表.html">',
    '<a href="a+b.html">',
    '<a href="a%2Bb.html">',
    '<a href="about/#desk">',
    '<a href="about/#表1">',
    '<a href="about/#%E8%A1%A81">',
    '<a href="about/#desk ">',
    '<p id="x"></p><a href=" #x ">',
    '<a href="about/#old">',
    '<a href="about/#100%">',
    '<a href="about/#100%25">',
    '<a href="about/#top">',
    '<a href="about/#TOP">',
    '<a href="about/#">',
    '<a href="#">',
    '<a href="about/#:~:text=desk">',
    '<a href="about/#desk:~:text=desk">',
    '<a href="report.pdf#page=3">',
    '<svg><use href="logo.svg#mark"/></svg>',
    '<svg><use xlink:href="logo.svg#mark"/></svg>',
    '<p id="here"></p><a href="#here">',
    '<p id="it&#39;s"></p><a href="#it\'s">',
    '<img src="Photo.PNG">',
    '<img srcset="Photo.PNG, Photo.PNG 2x">',
    '<img srcset="data:image/gif;base64,R0lGOD/lhAQ,BAAAAACw= 1x, Photo.PNG 2x">',
    '<img src="data:image/gif;base64,R0lG">',
    '<a href="javascript:void(0)">',
    '<a href="mailto:desk@example.org?subject=a%20b">',
    '<a href="mailto:?subject=a">',
    '<a href="mailto:%64%65sk%40example.org">',
    '<a href="tel:+86-23-6000-0000">',
    '<a href="git://example.org/a">',
    '<a href="https://example.org/missing">',
    '<a href="//example.org/missing">',
    '<a href="https://例子.example/路">',
    '<link rel="preconnect" href="https://fonts.example">',
    '<link rel="dns-prefetch" href="//fonts.example">',
    '<link rel="dns-prefetch" href="nothing">',
    '<!-- <a href="gone.html"> -->',
    '<template><a href="gone.html"></a></template>',
    "<script>var a = '<a href=\"gone.html\">'</script>",
    '<textarea><a href="gone.html"></textarea>',
    '<a name="here">',
    '<a href="gone.html" data-proofer-ignore>',
    '<div data-links-ignore><a href="gone.html"></a></div>',
    '<base href="about/"><a href="../plain.html"></a><a href="#desk"></a>',
    '<base href="https://example.org/"><a href="gone.html">',
    '<base><a href="plain.html">',
    '<div style="background: url(Photo.PNG)">',
    "<style>/* url(gone.png) */ @import 'style.css'; p { background: url(\"Photo.PNG\") }</style>",
    '<map name="m"></map><img usemap="#m" src="Photo.PNG">',
    '<meta http-equiv="refresh" content="0; url=plain.html">',
    '<meta http-equiv="refresh" content="30">',
    '<script type="application/ld+json">{"url": "https://example.org/x", "@id": "#me", "name": "gone.html"}</script>',
    '<form action=""></form>',
    '<img data-src="Photo.PNG">',
    "<my-card href='gone' src='gone'></my-card>",
    "<style>.a { fill: url(#gone) }</style>",
    '<svg><linearGradient id="g"/><rect fill="url(#g)"/></svg>',
    '<base href="about/"><img usemap="#m" src="../Photo.PNG"><map name="m"></map>',
    '<meta http-equiv="refresh" content="0;">',
    '<a href="skype:desk">',
    '<img src="logo.svg#svgView(viewBox(0,0,8,8))">',
    '<img src="logo.svg#xywh=0,0,8,8">',
    '<style type="text/x-template">p { background: url(gone.png) }</style>',
    '<div href="gone" src="gone"></div><span href="gone"></span>',
    '<script type="speculationrules">{"prefetch": [{"urls": ["plain.html"]}, {"where": {"href_matches": "/*"}}]}</script>',
]


@pytest.mark.parametrize("markup", SOUND)
def test_a_sound_link_is_no_error(checked: Checker, markup: str) -> None:
    assert checked(on_page(markup)).errors == ()


BROKEN = [
    ('<a href="gone.html">', "gone.html → no such file"),
    ('<a href="plane.html">', "plane.html → no such file (did you mean plain.html?)"),
    ('<a href="Plain.html">', "Plain.html → no such file: the letter case differs (did you mean plain.html?)"),
    ('<img src="photo.png">', "photo.png → no such file: the letter case differs (did you mean Photo.PNG?)"),
    ('<a href="About/">', "About/ → no such file: the letter case differs (did you mean about/?)"),
    ('<a href="empty/">', "empty/ → the folder has no index page"),
    ('<a href="empty">', "empty → the folder has no index page"),
    ('<a href="plain.html/">', "plain.html/ → is a file and takes no slash at the end (did you mean plain.html?)"),
    ('<a href="notes.txt">', "notes.txt → no such file (did you mean empty/notes.txt?)"),
    ('<a href="%E5%9B%BE%E8%A1%A8/人口.html">', "%E5%9B%BE%E8%A1%A8/人口.html → no such file (did you mean 图表/人口 表.html?)"),
    ('<a href="../plain.html">', "../plain.html → leads out of the folder (did you mean plain.html?)"),
    ('<a href="../../etc/passwd">', "../../etc/passwd → leads out of the folder"),
    ('<a href="about/#dask">', "about/#dask → no place #dask on about/index.html (did you mean #desk?)"),
    ('<a href="plain.html#abc">', "plain.html#abc → no place #abc on plain.html (did you mean #Abc?)"),
    ('<a href="about/#gone ">', "about/#gone  → no place #gone on about/index.html"),
    ('<a href="about/#de\nsk"></a><a href="#gone ">', "#gone  → no place #gone on this page"),
    ('<a href="?q=1#gone">', "?q=1#gone → no place #gone on this page"),
    ('<a href="#gone">', "#gone → no place #gone on this page"),
    ('<svg><use href="#gone"/></svg>', "#gone → no place #gone on this page"),
    ('<svg><use href="logo.svg#gone"/></svg>', "logo.svg#gone → no place #gone on logo.svg"),
    ('<template><p id="t"></p></template><a href="#t">', "#t → no place #t on this page"),
    ('<a href="">', "empty href: say where it leads"),
    ('<img src="">', "empty src: say where it leads"),
    ('<a href="mailto:">', "mailto: → mailto: without an address"),
    ('<a href="mailto:desk">', "mailto:desk → no mail address: desk has no @"),
    ('<a href="mailto:de%ZZsk@example.org">', "mailto:de%ZZsk@example.org → no mail address: % in de%ZZsk@example.org is followed by no two hex digits (a plain % is %25)"),
    ('<a href="tel:">', "tel: → tel: without a number"),
    ('<a href="//////">', "////// → no host in the address"),
    ('<a href="https://">', "https:// → no host in the address"),
    ('<a href="https://exam ple.org/">', "https://exam ple.org/ → the host holds a character that no host can hold"),
    ('<a href="https://example.org:port/">', "https://example.org:port/ → the port is no number"),
    ('<a href="C:\\site\\a.html">', "C:\\site\\a.html → a path on a disk, which no reader has"),
    ('<a href="file:///tmp/a.html">', "file:///tmp/a.html → a path on a disk, which no reader has"),
    ('<img srcset="Photo.PNG 1x, gone.png 2x">', "gone.png → no such file"),
    ('<img srcset="Photo.PNG,gone.png 2x">', "Photo.PNG,gone.png → no such file"),
    ('<noscript><img src="gone.png"></noscript>', "gone.png → no such file"),
    ('<pre><code><a href="gone.html"></code></pre>', "gone.html → no such file"),
    ('<map name="m"></map><img usemap="#n" src="Photo.PNG">', "#n → no <map> with this name on the page"),
    ('<map name="m"></map><img usemap="m" src="Photo.PNG">', "m → names no <map>: write # and the map's name"),
    ('<map name="m"></map><img usemap="" src="Photo.PNG">', "names no <map>: write # and the map's name"),
    ('<q cite="">a</q>', "empty cite: say where it leads"),
    ('<meta http-equiv="refresh" content="0;URL=\'gone.html\'">', "gone.html → no such file"),
    ('<meta http-equiv="refresh" content="now; url=plain.html">', "a meta refresh leads nowhere: content='now; url=plain.html'"),
    ('<meta http-equiv="refresh" content="0; url=">', "a meta refresh leads nowhere: content='0; url='"),
    ('<meta http-equiv="refresh">', "a meta refresh leads nowhere: content=''"),
    ('<a href="about/#gone:~:text=a">', "about/#gone:~:text=a → no place #gone:~:text=a on about/index.html"),
    ('<script type="speculationrules">{"prerender": [{"urls": ["gone.html"]}]}</script>', "gone.html → no such file"),
    ('<meta property="og:image" content="">', "empty og:image: say where it leads"),
    ("<img alt='none'>", "<img> without src or srcset shows nothing"),
    ('<img srcset=" ">', "<img> without src or srcset shows nothing"),
    ('<link rel="icon">', "<link> without href or imagesrcset shows nothing"),
    ('<a href="www.example.org/a">', "www.example.org/a → no such file: the scheme is missing (did you mean https://www.example.org/a?)"),
    ('<a href="http//example.org">', "http//example.org → no such file: the scheme is missing (did you mean https://example.org?)"),
    ('<a href="htps://example.org">', "htps://example.org → htps: is no scheme, but a misspelt one"),
    ('<svg><rect fill="url(#gone)"/></svg>', "#gone → no place #gone on this page"),
    ('<meta property="og:image" content="gone.png">', "gone.png → no such file"),
    ('<meta name="twitter:image" content="/gone.png">', "/gone.png → no such file"),
    ('<div style="background: url(&quot;gone.png&quot;)">', "gone.png → no such file"),
    ("<style>@import 'gone.css';</style>", "gone.css → no such file"),
    ('<iframe srcdoc="<img src=gone.png>"></iframe>', "gone.png → no such file"),
    ('<base href="about/"><a href="plain.html"></a>', "plain.html → no such file (did you mean ../plain.html?)"),
    ('<script type="application/ld+json">{"image": ["/gone.png"]}</script>', "/gone.png → no such file"),
    ('<script type="importmap">{"imports": {"a": "./gone.js"}}</script>', "./gone.js → no such file"),
    *[
        (f"<{tag}>", "gone → no such file")
        for tag in (
            "area href=gone", "link rel=canonical href=gone", "link rel=alternate href=gone", "link rel=manifest href=gone",
            "img src=Photo.PNG longdesc=gone", "video src=gone", "video poster=gone", "audio src=gone", "track src=gone", "source src=gone",
            "picture><source srcset=gone", "iframe src=gone", "embed src=gone", "object data=gone", "script src=gone",
            "form action=gone", "button formaction=gone", "input type=image src=gone", "blockquote cite=gone", "q cite=gone",
            "del cite=gone", "ins cite=gone", "body background=gone", "a ping=gone href=plain.html", "svg><image href=gone",
            "svg><a xlink:href=gone", "link rel=preload as=image imagesrcset=gone",
        )
    ],
]  # fmt: skip


@pytest.mark.parametrize(("markup", "message"), BROKEN)
def test_a_link_that_leads_nowhere_is_an_error_that_says_why(checked: Checker, markup: str, message: str) -> None:
    assert [finding.message for finding in checked(on_page(markup)).errors] == [message]


WARNED = [
    ('<a href="about">', "about → is a folder: hosts redirect once, a disk shows no page (did you mean about/?)"),
    ('<a href="plain">', "plain → lacks .html, which not every host adds (did you mean plain.html?)"),
    (
        '<a href="about//index.html">',
        "about//index.html → has a doubled slash, which not every host forgives (did you mean about/index.html?)",
    ),
    (
        '<a href="about%2Findex.html">',
        "about%2Findex.html → has a slash written as %2F, which many hosts take for a part of the name"
        " (did you mean about/index.html?)",
    ),
    ('<p id="a"></p><p id="a"></p>', "the id a stands 2 times on this page"),
    ('<a href="#/route">', "#/route → no place #/route on this page (unless script reads it)"),
    ("<a>nothing</a>", "an <a> without href, id or name leads nowhere"),
    ('<a href="tel:0800 FLOWERS">', "tel:0800 FLOWERS → a telephone number is written with digits, + and - only"),
]


@pytest.mark.parametrize(("markup", "message"), WARNED)
def test_what_works_but_is_doubtful_is_a_warning(checked: Checker, markup: str, message: str) -> None:
    report = checked(on_page(markup))
    assert report.errors == ()
    assert message in [finding.message for finding in report.warnings]


def test_a_finding_stands_where_its_address_stands(checked: Checker) -> None:
    report = checked(
        {"index.html": '<!doctype html>\n<p>图：<a\n   href="gone.html">x</a> <a href="gone.html">y</a></p>\n'}
    )
    assert [str(finding) for finding in report.findings] == [
        "index.html:3:10: gone.html → no such file (2 times on this page)"
    ]


def test_a_page_that_no_link_reaches_is_a_warning(checked: Checker) -> None:
    report = checked(
        {"index.html": '<a href="a.html">', "a.html": "", "b.html": '<a href="c.html">', "c.html": "", "404.html": ""}
    )
    assert [str(finding) for finding in report.warnings] == [
        "b.html: warning: no link leads to this page",
        "c.html: warning: no link leads to this page",
    ]
    assert (report.exit_code(), report.exit_code(strict=True)) == (0, 1)


@pytest.mark.parametrize("robots", ["noindex", "NoIndex, follow", "none"])
def test_a_page_that_asks_not_to_be_found_needs_no_link(checked: Checker, robots: str) -> None:
    report = checked({"index.html": "", "gone.html": f'<meta name="robots" content="{robots}">'})
    assert report.findings == ()


def test_a_redirect_loop_is_an_error_and_a_chain_is_a_warning(checked: Checker) -> None:
    to = '<meta http-equiv="refresh" content="0; url={}">'.format
    report = checked(
        {
            "index.html": '<a href="a.html"></a><a href="c.html"></a>',
            "a.html": to("b.html"),
            "b.html": to("a.html"),
            "c.html": to("d.html"),
            "d.html": to("index.html"),
        }
    )
    assert [str(finding) for finding in report.findings] == [
        "a.html:1:37: redirects in a loop: a.html → b.html → a.html",
        "b.html:1:37: redirects in a loop: b.html → a.html → b.html",
        "c.html:1:37: warning: redirects to a page that redirects again: c.html → d.html → index.html",
    ]


SUB_PATH = [
    ('<a href="https://example.org/news/a.html">', None),
    ('<a href="https://EXAMPLE.org:443/news/a.html">', None),
    ('<a href="//example.org/news/a.html">', None),
    ('<a href="https://example.org/news">', None),
    ('<a href="/news/a.html">', None),
    ('<link rel="canonical" href="https://example.org/news/">', None),
    ('<a href="https://example.org/other/">', None),
    ('<a href="https://elsewhere.example/news/gone.html">', None),
    ('<a href="https://example.org/news/gone.html">', "https://example.org/news/gone.html → no such file"),
    ('<link rel="canonical" href="https://example.org/news/gone/">', "https://example.org/news/gone/ → no such file"),
    ('<a href="/a.html">', "/a.html → leads out of the site, which lies under /news/ (did you mean /news/a.html?)"),
    ('<a href="../a.html">', "../a.html → leads out of the folder (did you mean a.html?)"),
    (
        '<a href="https://example.org/news/a.html#gone">',
        "https://example.org/news/a.html#gone → no place #gone on a.html",
    ),
]


@pytest.mark.parametrize(("markup", "message"), SUB_PATH)
def test_absolute_addresses_of_the_site_itself_are_checked_under_its_sub_path(
    checked: Checker, markup: str, message: str | None
) -> None:
    report = checked({"index.html": markup, "a.html": ""}, base_url="https://example.org/news/")
    assert [finding.message for finding in report.errors] == ([message] if message else [])


FILES = [
    ("style.css", "p { background: url('gone.png') }\n", "style.css:1:22: gone.png → no such file"),
    ("gbk.css", '@charset "gbk"; p { background: url(图.png), url(图表/index.html) }'.encode("gbk"), "gbk.css:1:37: 图.png → no such file"),
    ("css/a.css", "@import url(../gone.css);", "css/a.css:1:13: ../gone.css → no such file"),
    ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><image href="gone.png"/></svg>', "a.svg:1:54: gone.png → no such file"),
    ("feed.xml", '<rss><channel><link>https://example.org/gone/</link></channel></rss>', "feed.xml:1:21: https://example.org/gone/ → no such file"),
    ("atom.xml", '<feed xmlns="http://www.w3.org/2005/Atom"><link href="gone.html"/></feed>', "atom.xml:1:55: gone.html → no such file"),
    ("sitemap.xml", "<urlset><url>\n<loc>https://example.org/gone.html</loc></url></urlset>", "sitemap.xml:2:6: https://example.org/gone.html → no such file"),
    ("sitemapindex.xml", "<sitemapindex><sitemap><loc>https://example.org/s2.xml</loc></sitemap></sitemapindex>", "sitemapindex.xml:1:29: https://example.org/s2.xml → no such file"),
    ("site.webmanifest", '{"icons": [{"src": "gone.png"}], "start_url": "/"}', "site.webmanifest:1:21: gone.png → no such file"),
    ("feed.json", '{"version": "https://jsonfeed.org/version/1.1", "icon": "gone.png"}', "feed.json:1:58: gone.png → no such file"),
    ("robots.txt", "User-agent: *\nSitemap: https://example.org/gone.xml\n", "robots.txt:2:10: https://example.org/gone.xml → no such file"),
    ("near.xml", "<rss><channel><url>https://example.org/index.html</url><guid>https://example.org/index</guid><guid>https://example.org/inde</guid></channel></rss>", "near.xml:1:100: https://example.org/inde → no such file"),
    ("rss.xml", "<rss><channel><item><description><![CDATA[<p><a href='https://example.org/gone'>]]></description></item></channel></rss>", "rss.xml:1:55: https://example.org/gone → no such file"),
    ("atom2.xml", "<feed><entry><content type='html'>&lt;img src=&quot;/gone.png&quot;&gt;&lt;a href='near.html'&gt;</content></entry></feed>", "atom2.xml:1:53: /gone.png → no such file"),
    ("sitemap.xml.gz", gzip.compress(b"<urlset><url>\n<loc>https://example.org/gone.html</loc></url></urlset>", mtime=0), "sitemap.xml.gz:2:6: https://example.org/gone.html → no such file"),
    ("old.html", '<object codebase="films/" data="gone.swf"></object>', "old.html: films/gone.swf → no such file"),
    ("browserconfig.xml", '<browserconfig><msapplication><tile><logo src="gone.png"/></tile></msapplication></browserconfig>', "browserconfig.xml:1:48: gone.png → no such file"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "line"), FILES)
def test_files_that_are_no_pages_are_checked_too(checked: Checker, name: str, content: str | bytes, line: str) -> None:
    report = checked({"index.html": "", "图表/index.html": "", name: content}, base_url="https://example.org/")
    assert [str(finding) for finding in report.errors] == [line]


def test_the_report_says_what_was_looked_at(checked: Checker) -> None:
    report = checked(
        {
            "index.html": '<a href="a.html#x"></a><a href="https://example.org/">',
            "a.html": '<p id="x"><a href="#x">',
            "a.css": "",
        }
    )
    counts = report.counts
    assert (counts.files, counts.pages, counts.others, counts.links, counts.fragments, counts.external) == (
        3,
        2,
        1,
        3,
        2,
        1,
    )
    assert report.exit_code() == 0
    assert checked({"a.txt": ""}, exclude=["*.html", "*.css"]).exit_code() == 2


def test_the_source_that_a_page_was_made_from_is_printed(checked: Checker) -> None:
    report = checked({"index.html": '<a href="gone.html">'}, origins={"index.html": "content/a.yml:3"})
    assert str(report.findings[0]) == "index.html:1:10: gone.html → no such file [from content/a.yml:3]"
