"""The review page over HTTP: what each address shows, and what each form does."""

import re
from urllib.parse import urlencode

import pytest

NAME = "chaye-yuanzhuo"
TARGET = f"/_review/{NAME}/"


@pytest.fixture
def file(served):
    return served.root / "content" / f"{NAME}.yml"


def mark(served, key):
    """The mark of a record on the page."""
    card = re.search(rf'<li [^>]*id="r-{key}".*?</li>', served.get(TARGET).body, re.DOTALL)[0]
    return re.search(r'name="mark" value="(\w+)"', card)[1]


def send(served, **fields):
    return served.post(TARGET, urlencode({"token": "the-token", **fields}).encode())


def test_the_list_shows_each_article_with_what_there_is_to_look_at(served, file):
    row = re.search(r"<tr><th scope=\"row\">.*?</tr>", served.get("/_review/").body)[0]
    assert "让一片茶叶走得更远" in row
    sheet = served.get(TARGET).body
    count = re.search(r"待看 (\d+) 条", sheet)[1]
    assert int(count) == len(re.findall(r'class="card open"', sheet)) > 0
    assert row.endswith(f"<td>{count}</td></tr>")
    file.write_text("format: 1\nquotes: [\n", encoding="utf-8")
    assert "错误" in re.search(r"<tr><th scope=\"row\">.*?</tr>", served.get("/_review/").body)[0]


def test_a_content_file_that_cannot_be_read_is_told_with_its_line(served, file):
    file.write_text("format: 1\nquotes: [\n", encoding="utf-8")
    answer = served.get(TARGET)
    assert answer.status == 200
    assert f"content/{NAME}.yml:3" in answer.body


@pytest.mark.parametrize(
    ("of", "leads"),
    [
        (f"/{NAME}/", TARGET),
        (f"/en/{NAME}/speakers/x/", TARGET),
        ("/", None),
        ("//evil.example/", None),
        ("/nobody/", None),
    ],
)
def test_the_address_of_a_page_leads_to_the_review_of_its_article(served, of, leads):
    answer = served.get("/_review/?" + urlencode({"of": of}))
    assert answer.header("Location") == leads
    assert answer.status == (303 if leads else 200)


def test_what_was_done_is_written_and_what_comes_next_is_shown(served, file):
    before = file.read_text(encoding="utf-8")
    answer = send(served, do="accept", key="s2i1", mark=mark(served, "s2i1"))
    assert answer.status == 303
    assert (answer.header("Location") or "").startswith(f"{TARGET}?done=accept&key=s2i1#r-")
    assert file.read_text(encoding="utf-8") == before.replace("    unsure: the name holds more than a noun\n", "")


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"do": "accept", "key": "s2i1", "mark": "0123456789abcdef"}, 409, "没有写入"),
        ({"do": "accept", "key": "s9i9", "mark": ""}, 409, "没有写入"),
        ({"do": "undo", "mark": "x"}, 409, "没有写入"),
        ({"do": "burn", "key": "s2i1"}, 400, "不认识这个操作"),
        ({"do": "remove", "key": "guest-luo-zhiyuan"}, 422, "there is no guest of this id"),
        ({"do": "correct", "key": "s1i1", "value": "十"}, 422, "value takes a number, not 十"),
        ({"do": "accept", "key": "s1i1", "rule-no-period": "1", "reason": " "}, 422, "请写明理由"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(served, file, fields, status, said):
    before = file.read_bytes()
    if "mark" not in fields and fields["do"] != "burn":
        key = fields["key"]
        from roundtable_site.review.changes import Sheaf

        sheaf = Sheaf(file.read_text(encoding="utf-8"), str(file))
        fields = {**fields, "mark": sheaf.lines.mark(sheaf.item(key).place)}
    answer = send(served, **fields)
    assert (answer.status, said in answer.body) == (status, True)
    assert file.read_bytes() == before


def test_what_stands_in_an_article_or_a_form_runs_nothing(served, file):
    evil = "<script>alert(1)</script>\"' onload=x {{ 7*7 }}"
    text = file.read_text(encoding="utf-8").replace("name: 茶园面积", "name: " + '"' + evil.replace('"', '\\"') + '"')
    file.write_text(
        text.replace("unsure: the name is short", f"unsure: {evil!r}".replace("\\'", "''"), 1), encoding="utf-8"
    )
    pages = [
        served.get(TARGET).body,
        served.get(TARGET + "?edit=s1i1").body,
        served.get(TARGET + "?key=%3Cscript%3E").body,
    ]
    pages.append(send(served, do="correct", key="s1i1", mark=mark(served, "s1i1"), value=evil).body)
    for page in pages:
        assert re.findall(r"<script[^>]*>", page) == [
            '<script src="/_review/assets/review.js" defer>',
            *re.findall(r'<script src="/_serve/live.js"[^>]*>', page),
        ]
        assert "49" not in re.findall(r"onload=x ([^<]*)", page)
