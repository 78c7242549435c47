"""Nobody gets out of the folder, nobody else gets in: asked over raw sockets, as no browser would."""

import socket
import time

import pytest

from roundtable_site.serve import server as server_module

TARGET = "/_review/chaye-yuanzhuo/"


@pytest.mark.parametrize(
    ("target", "title"),
    [
        ("/", "首页"),
        ("/talk/", "文章"),
        ("/?q=1#x", "首页"),
        ("/%E6%A0%87%E9%A2%98.html", "中文名"),
        ("/index.html", "首页"),
    ],
)
def test_pages_are_served_with_our_script_and_nothing_else_changed(served, target, title):
    answer = served.get(target)
    assert answer.status == 200
    assert f"<h1>{title}</h1>" in answer.body
    assert answer.header("Content-Type") == "text/html; charset=utf-8"
    assert '<script src="/_serve/live.js" defer data-version="' in answer.body
    assert "live.js" not in (served.root / "build" / "index.html").read_text(encoding="utf-8")


def test_other_files_are_served_as_they_are(served):
    assert served.get("/data.csv").body == "a,b\n"
    assert served.get("/data.csv").header("Content-Type") == "text/csv; charset=utf-8"


def test_the_head_of_an_answer_is_all_that_head_gives(served):
    answer = served.get("/", method="HEAD")
    assert (answer.status, answer.body) == (200, "")
    assert int(answer.header("Content-Length") or 0) > 100


def test_a_folder_without_a_slash_leads_to_the_one_with_it(served):
    answer = served.get("/talk?x=1")
    assert (answer.status, answer.header("Location")) == (301, "/talk/")


WAYS_OUT = (
    *("/../secret.txt", "/talk/../../secret.txt", "/./secret.txt", "/..", "/talk/.."),
    *("/%2e%2e/secret.txt", "/%2E%2E%2Fsecret.txt", "/talk/%2e%2e/%2e%2e/secret.txt", "/..%2fsecret.txt"),
    *("/%252e%252e/secret.txt", "/%252e%252e%252fsecret.txt", "/%25252e%25252e/secret.txt", "/%c0%ae%c0%ae/secret.txt"),
    *("/..\\secret.txt", "/%5c..%5csecret.txt", "/talk\\..\\..\\secret.txt", "/%2e%2e%5csecret.txt"),
    *("//etc/passwd", "/%2fetc%2fpasswd", "///etc/passwd", "/etc/passwd", "/c:/windows/win.ini", "/C%3a%5cwindows"),
    *("/index.html%00.txt", "/%00", "/secret.txt%00.html", "/index.html%0d%0aX-Evil:1", "/%0a"),
    *("/out.txt", "/outside/", "/outside/secret.txt", "/outside/site/secret.txt", "/ring", "/ring/", "/ring/x.html"),
    *("/.hidden", "/.git/config", "/talk/.hidden", "/index.html/", "/index.html/x", "/talk//index.html", "/%ff"),
    *("/" + "a" * 3000, "/" + "a/" * 900, "/" + "%2e" * 600, "/_serve/../secret.txt", "/_serve/%2e%2e/server.py"),
    *("/_serve/server.py", "/_review/assets/../pages.py", "/_review/..%2f..%2fsecret.txt/", "/_review/assets/outside"),
)  # fmt: skip


@pytest.mark.parametrize("target", WAYS_OUT)
def test_no_address_leads_out_of_the_folder(served, target):
    answer = served.get(target)
    assert answer.status in (301, 400, 404, 414)
    assert "secret" not in answer.body
    assert "root:" not in answer.body
    assert "Evil" not in answer.head
    if answer.status == 301:
        assert (answer.header("Location") or "").startswith("/")
        assert not (answer.header("Location") or "").startswith("//")


@pytest.mark.parametrize(
    "target", ["http://evil.example/", "http://127.0.0.1/", "*", "index.html", "127.0.0.1:80", "?x", ""]
)
def test_a_target_that_is_no_path_finds_nothing(served, target):
    answer = served.get(target)
    assert answer.status in (0, 400, 404, 505)
    assert "首页" not in answer.body


@pytest.mark.parametrize(
    "head",
    [
        "Host: evil.example\r\n",
        "Host: evil.example:{port}\r\n",
        "Host: 127.0.0.1\r\n",
        "Host: 127.0.0.1:1\r\n",
        "Host: localhost.evil.example:{port}\r\n",
        "Host: 127.0.0.1:{port}@evil.example\r\n",
        "Host: 2130706433:{port}\r\n",
        "Host: 127.0.0.2:{port}\r\n",
        "Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n",
        "Host: evil.example, 127.0.0.1:{port}\r\n",
        "Host:\r\n",
        "",
    ],
)
def test_a_name_that_is_not_ours_is_refused_whatever_it_points_to(served, head):
    lines = head.format(port=served.server.door.port)
    for target in ("/", TARGET, "/_serve/events"):
        answer = served.raw(f"GET {target} HTTP/1.1\r\n{lines}\r\n".encode())
        assert answer.status == 421
        assert "the-token" not in answer.body


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_our_own_names_are_let_in(served, name):
    assert served.get("/", Host=f"{name}:{served.server.door.port}").status == 200


def form(**fields):
    from urllib.parse import urlencode

    return urlencode({"token": "the-token", "do": "remove", "key": "s1q1", "mark": "x", **fields}).encode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Origin": "https://{host}"}, 403),
        ({"Origin": "http://localhost:{port}"}, 403),
        ({"Origin": "http://{host}, http://evil.example"}, 403),
        ({"Content_Length": ""}, 411),
        ({"Content_Length": "-1"}, 411),
        ({"Content_Length": "+5"}, 411),
        ({"Content_Length": "1e3"}, 411),
        ({"Content_Length": "９"}, 411),
        ({"Content_Length": "300000"}, 413),
        ({"Content_Length": "9" * 40}, 413),
        ({"Transfer_Encoding": "chunked"}, 400),
    ],
)
def test_a_change_from_elsewhere_or_of_no_sound_length_is_refused(served, headers, status):
    before = (served.root / "content" / "chaye-yuanzhuo.yml").read_bytes()
    filled = {name: value.format(host=served.host, port=served.server.door.port) for name, value in headers.items()}
    assert served.post(TARGET, form(), **filled).status == status
    assert (served.root / "content" / "chaye-yuanzhuo.yml").read_bytes() == before


@pytest.mark.parametrize("token", ["", "the-toke", "the-token2", "THE-TOKEN", "词", "\x00"])
@pytest.mark.parametrize("do", ["accept", "correct", "remove", "undo", "other", ""])
def test_every_change_needs_the_token(served, token, do):
    before = (served.root / "content" / "chaye-yuanzhuo.yml").read_bytes()
    answer = served.post(TARGET, form(token=token, do=do))
    assert answer.status == 403
    assert (served.root / "content" / "chaye-yuanzhuo.yml").read_bytes() == before


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"token=%ff", b"&" * 200, b"a=1&" * 100, b"{}"])
def test_a_form_that_is_none_changes_nothing(served, body):
    assert served.post(TARGET, body).status == 403


def test_a_change_by_get_is_none(served):
    before = (served.root / "content" / "chaye-yuanzhuo.yml").read_bytes()
    served.get(TARGET + "?" + form().decode())
    assert (served.root / "content" / "chaye-yuanzhuo.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("target", "method", "status"),
    [("/", "POST", 405), ("/_serve/events", "POST", 405), ("/_review/", "POST", 404), ("/_review/x/", "POST", 404),
     ("/", "PUT", 501), ("/", "DELETE", 501), ("/", "TRACE", 501), ("/", "OPTIONS", 501), ("/", "CONNECT", 501)],
)  # fmt: skip
def test_other_methods_are_refused(served, target, method, status):
    answer = served.post(target, b"") if method == "POST" else served.get(target, method=method)
    assert answer.status == status


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GET / HTTP/0.9\r\nHost: {host}\r\n\r\n", 505),
        (b"GET / HTTP/2.0\r\nHost: {host}\r\n\r\n", 505),
        (b"GET / HTTP/1.1 x\r\nHost: {host}\r\n\r\n", 400),
        (b"GET /\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\nhello", 400),
        (b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: {host}\r\nX: " + b"a" * 20000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: {host}\r\n" + b"X: 1\r\n" * 3000 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: {host}\r\n" + b"X: 1\r\n" * 101 + b"\r\n", 431),
    ],
)
def test_what_is_no_request_of_ours_is_refused_within_bounds(served, data, status):
    assert served.raw(data.replace(b"{host}", served.host.encode())).status == status


def test_one_connection_carries_one_request(served):
    one = f"GET /data.csv HTTP/1.1\r\nHost: {served.host}\r\nConnection: keep-alive\r\n\r\n".encode()
    answer = served.raw(one + one)
    assert answer.raw.count(b"HTTP/1.1 200") == 1
    assert answer.header("Connection") == "close"


@pytest.fixture
def impatient(monkeypatch):
    """A server that waits for a tenth of a second only, so that a test need not wait for ten."""
    monkeypatch.setattr(server_module, "SLOWEST_READ", 0.3)
    monkeypatch.setattr(server_module.Handler, "timeout", 30.0)  # only the limit on the whole request is at work


@pytest.mark.parametrize("drip", [b"", b"GET / HTTP/1.1\r\nHost: ", b"POST /_review/ HTTP/1.1\r\n"])
def test_a_client_that_sends_bit_by_bit_is_cut_off(impatient, served, drip):
    with socket.create_connection(("127.0.0.1", served.server.door.port), timeout=20) as client:
        client.sendall(drip)
        ended = False
        for _ in range(200):
            try:
                client.sendall(b"a")
                client.settimeout(0.05)
                if client.recv(100) == b"":
                    ended = True
                    break
            except TimeoutError:
                continue
            except ConnectionError:
                ended = True
                break
        assert ended


def test_a_body_that_never_comes_is_waited_for_no_longer_than_allowed(impatient, served):
    lines = f"Host: {served.host}\r\nOrigin: http://{served.host}\r\nContent-Length: 100\r\n"
    answer = served.raw(f"POST {TARGET} HTTP/1.1\r\n{lines}\r\ntoken=".encode())
    assert answer.status == 0


def test_there_is_an_end_to_open_connections_and_the_server_outlives_them(served, monkeypatch):
    monkeypatch.setattr(server_module, "MOST_CONNECTIONS", 5)
    open_ = [socket.create_connection(("127.0.0.1", served.server.door.port)) for _ in range(5)]
    until = time.monotonic() + 10
    while len(served.server._deadlines) < 5 and time.monotonic() < until:
        time.sleep(0.01)
    assert served.get("/").status == 503
    for client in open_:
        client.close()
    while served.get("/").status == 503 and time.monotonic() < until:
        time.sleep(0.05)
    assert served.get("/").status == 200


def test_every_answer_forbids_framing_guessing_and_other_readers(served):
    for target in ("/", "/data.csv", TARGET, "/_review/", "/nowhere", "/_serve/live.js", "/_review/assets/review.js"):
        answer = served.get(target)
        assert answer.header("X-Content-Type-Options") == "nosniff"
        assert answer.header("Cross-Origin-Resource-Policy") == "same-origin"
        policy = answer.header("Content-Security-Policy") or ""
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


def test_events_tell_the_state_at_once_and_each_that_follows(served):
    from roundtable_site.serve.live import State

    with socket.create_connection(("127.0.0.1", served.server.door.port), timeout=20) as client:
        client.sendall(f"GET /_serve/events HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode())
        heard = b""
        while b"data:" not in heard:
            heard += client.recv(65536)
        assert b"text/event-stream" in heard
        served.app.hub.tell(State("new", ("seeds/a.txt:3: 坏了",)))
        while "seeds/a.txt:3: 坏了".encode() not in heard:
            heard += client.recv(65536)


def test_the_review_page_is_only_for_this_machine(served):
    from roundtable_site.serve.requests import Request

    for method in ("GET", "POST"):
        answer = served.app.reply(Request(method, TARGET, served.host, "192.168.1.4", form()), served.server.door)
        assert answer.status == 403


def test_a_server_opened_to_others_still_knows_no_names_but_its_own():
    from roundtable_site.serve.admission import Door, knows_host

    door = Door("0.0.0.0", 8000, "")
    hosts = ["192.168.1.4:8000", "[fe80::1]:8000", "localhost:8000", "rebound.example:8000", "192.168.1.4"]
    assert [knows_host([host], door) for host in hosts] == [True, True, True, False, False]
