"""What is wrong with a template names its line and column, in plain words, with what was probably meant."""

from __future__ import annotations

import pytest

from roundtable_site.errors import RoundtableError
from roundtable_site.site import plan, write
from site_example import ARTICLE, PRINTED

ADVICE = ": mend the template, or remove it to use the default one"


def problems_of(settings, folder, **templates):
    own = settings.root / "templates"
    own.mkdir()
    for name, text in templates.items():
        (own / f"{name}.html").write_text(text, encoding="utf-8")
    with pytest.raises(RoundtableError) as error:
        write(plan([ARTICLE], settings, PRINTED), folder)
    return [str(problem).replace(f"{own}/", "") for problem in error.value.problems]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>\n{{ page.titel }}", "colophon.html:2:9: page has no titel (did you mean title?)"),
        ("{{ setings.title }}", "colophon.html:1:4: setings is not defined (did you mean settings?)"),
        ("茶 {{ settings.titel }}", "colophon.html:1:15: settings has no titel (did you mean title?)"),
        ("{{ settings.title|loewr }}", "colophon.html:1:19: no filter is called loewr (did you mean lower?)"),
        ("{% inculde 'x' %}", "colophon.html:1:4: no tag is called inculde (did you mean include?)"),
        (
            "{% include 'filtre.html' %}",
            "colophon.html:1:13: there is no template filtre.html (did you mean filter.html?)",
        ),
        ("{{ settings.title is stirng }}", "colophon.html:1:22: no test is called stirng (did you mean string?)"),
        ("{{ 1 + settings.title }}", "colophon.html:1: TypeError: unsupported operand type(s) for +: 'int' and 'str'"),
    ],
)
def test_a_slip_in_a_template_is_told_with_its_place_and_what_was_meant(settings, tmp_path, text, told):
    (problem,) = set(problems_of(settings, tmp_path / "out", colophon=text))
    assert problem == told + ADVICE


def test_a_template_that_is_not_closed_says_what_is_missing(settings, tmp_path):
    (problem,) = problems_of(settings, tmp_path / "out", colophon="<p>\n{% if page %}\n")
    assert problem.startswith("colophon.html:2: unexpected end of template")


def test_the_problems_of_several_templates_are_told_at_once(settings, tmp_path):
    found = problems_of(
        settings,
        tmp_path / "out",
        speakers="{{ page.titel }}",
        districts="{{ pgae.title }}",
        keywords="fine",
    )
    assert [problem.partition(":")[0] for problem in found] == ["districts.html", "speakers.html"]


def test_a_catalogue_of_labels_that_cannot_be_read_names_line_and_column(settings, tmp_path):
    own = settings.root / "templates" / "labels"
    own.mkdir(parents=True)
    (own / "zh-Hans.toml").write_text('home = "首页"\nspeakers = 嘉宾\n', encoding="utf-8")
    with pytest.raises(RoundtableError) as error:
        write(plan([ARTICLE], settings, PRINTED), tmp_path / "out")
    (problem,) = error.value.problems
    assert str(problem) == f"{own / 'zh-Hans.toml'}:2:12: broken TOML: invalid value"
