"""A served site whose server runs inside the test, asked over raw sockets."""

import socket
import threading
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from merge_support import SOURCE
from roundtable_site import content
from roundtable_site.parsing import read_text
from roundtable_site.serve.app import App
from roundtable_site.serve.live import Hub, State
from roundtable_site.serve.server import Server
from roundtable_site.settings import load_settings

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'"
PAGE = f"""<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>页</title></head><body><main><h1>{{}}</h1></main></body></html>
"""


@dataclass
class Answer:
    """What came back over a socket."""

    raw: bytes

    @property
    def status(self) -> int:
        return int(self.raw.split(b" ", 2)[1]) if self.raw.startswith(b"HTTP/1.1 ") else 0

    @property
    def head(self) -> str:
        return self.raw.partition(b"\r\n\r\n")[0].decode("latin-1")

    @property
    def body(self) -> str:
        return self.raw.partition(b"\r\n\r\n")[2].decode("utf-8", "replace")

    def header(self, name: str) -> str | None:
        found = [line for line in self.head.split("\r\n") if line.lower().startswith(f"{name.lower()}:")]
        return found[0].partition(":")[2].strip() if found else None


@dataclass
class Served:
    """A running server and what it serves."""

    server: Server
    app: App
    root: Path

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.door.port}"

    def raw(self, data: bytes, wait: float = 20.0) -> Answer:
        """Send bytes and read until the server ends the connection."""
        with closing(socket.create_connection(("127.0.0.1", self.server.door.port), timeout=wait)) as client:
            client.sendall(data)
            parts = []
            try:
                while part := client.recv(65536):
                    parts.append(part)
            except ConnectionError:
                pass
        return Answer(b"".join(parts))

    def get(self, target: str, method: str = "GET", **headers: str) -> Answer:
        given = {"Host": self.host, **headers}
        lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items())
        return self.raw(f"{method} {target} HTTP/1.1\r\n{lines}\r\n".encode())

    def post(self, target: str, body: bytes, **headers: str) -> Answer:
        given = {"Host": self.host, "Origin": f"http://{self.host}", "Content_Length": str(len(body)), **headers}
        lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items() if value)
        return self.raw(f"POST {target} HTTP/1.1\r\n{lines}\r\n".encode() + body)


@pytest.fixture
def site_root(tmp_path):
    """A folder as a build leaves it, with things around it that nobody may reach."""
    root = tmp_path / "site"
    for name, title in (
        ("index.html", "首页"),
        ("talk/index.html", "文章"),
        ("404.html", "没有这一页"),
        ("标题.html", "中文名"),
    ):
        path = root / "build" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(title), encoding="utf-8")
    (root / "build" / "data.csv").write_text("a,b\n", encoding="utf-8")
    (root / "build" / ".hidden").write_text("secret", encoding="utf-8")
    (root / "build" / "manifest.json").write_text("{}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "build" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "build" / "outside").symlink_to(tmp_path)
    (root / "build" / "ring").symlink_to(root / "build" / "ring")
    (root / "seeds").mkdir()
    (root / "seeds" / "chaye-yuanzhuo.txt").write_text(SOURCE, encoding="utf-8")
    (root / "content").mkdir()
    (root / "content" / "chaye-yuanzhuo.yml").write_text(_content(), encoding="utf-8")
    return root


@lru_cache
def _content():
    return content.dump(read_text(SOURCE, "seeds/chaye-yuanzhuo.txt"))


@pytest.fixture
def served(site_root):
    """Serve the folder on a free port; the build is left out."""
    hub = Hub()
    app = App(load_settings(site_root), hub)
    hub.tell(State(app.version()))
    server = Server("127.0.0.1", 0, "the-token", app.reply)
    thread = threading.Thread(target=lambda: server.serve_forever(0.05), daemon=True)
    thread.start()
    yield Served(server, app, site_root)
    hub.close()
    server.shutdown()
    server.server_close()
    thread.join(5)
