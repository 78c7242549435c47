"""The release check judges strictly: what could not be measured is a finding."""

import copy
import importlib.util
import json
import shutil
import subprocess
import sys

import pytest

from support import REPOSITORY

AUDIT = REPOSITORY / "scripts" / "audit"
if not AUDIT.is_dir():
    pytest.skip("the release check is not part of an installed package", allow_module_level=True)


def module(name: str):
    specification = importlib.util.spec_from_file_location(f"audit_{name}", AUDIT / f"{name}.py")
    loaded = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(loaded)
    return loaded


lighthouse = module("lighthouse")
GOOD = {
    "categories": {name: {"score": 1, "auditRefs": []} for name in lighthouse.CATEGORIES},
    "audits": {
        "cumulative-layout-shift": {"numericValue": 0},
        "largest-contentful-paint": {"numericValue": 1499.9},
    },
}


def changed(path: str, value):
    """Give the good report with one value changed."""
    report = copy.deepcopy(GOOD)
    *way, last = path.split("/")
    inner = report
    for name in way:
        inner = inner[name]
    inner[last] = value
    return report


def test_a_good_page_has_no_problem():
    assert list(lighthouse.problems(GOOD)) == []


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("categories/performance/score", 0.97, "performance is 97"),
        ("categories/seo/score", None, "seo is None"),
        ("categories", {}, "accessibility is None"),
        ("audits/cumulative-layout-shift/numericValue", 0.001, "cumulative-layout-shift is 0.001, at most 0"),
        ("audits/largest-contentful-paint/numericValue", 1501, "largest-contentful-paint is 1501, at most 1500"),
        ("audits", {}, "largest-contentful-paint is None, at most 1500"),
        ("runtimeError", {"message": "no answer"}, "not measured: no answer"),
    ],
)
def test_a_worse_page_or_one_that_was_not_measured_has(path, value, message):
    assert message in list(lighthouse.problems(changed(path, value)))


def test_an_audit_that_costs_points_is_named():
    report = changed("categories/seo", {"score": 0.9, "auditRefs": [{"id": "robots-txt", "weight": 1}]})
    report["audits"]["robots-txt"] = {"score": 0}
    assert "seo is 90 (robots-txt)" in list(lighthouse.problems(report))


def test_a_folder_is_served_compressed_and_what_is_missing_is_not_found(tmp_path):
    import gzip
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("<p>你好", encoding="utf-8")
    with module("server").served(tmp_path) as base:
        answer = urlopen(Request(base + "a/", headers={"Accept-Encoding": "gzip"}), timeout=10)
        assert gzip.decompress(answer.read()).decode() == "<p>你好"
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        with pytest.raises(HTTPError, match="404"):
            urlopen(base + "b/", timeout=10)


def test_its_tools_have_fixed_versions_and_no_host():
    lock = (AUDIT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    wanted = json.loads((AUDIT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    locked = json.loads(lock)["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_a_run_that_does_not_end_is_stopped_and_was_not_measured(tmp_path, monkeypatch):
    tool = tmp_path / "node_modules" / ".bin" / "lighthouse"
    tool.parent.mkdir(parents=True)
    tool.write_text(
        "#!/bin/sh\ntrap 'echo stopped > \"$0.end\"; exit 1' INT\nwhile :; do sleep 0.05; done\n", encoding="utf-8"
    )
    tool.chmod(0o755)
    monkeypatch.setattr(lighthouse, "PATIENCE", 5)
    monkeypatch.setattr(lighthouse, "TRIES", 1)
    report = lighthouse.measure(tmp_path, "http://127.0.0.1:9/", tmp_path / "report.json")
    assert "not measured: Lighthouse had not finished after 5 s" in list(lighthouse.problems(report))
    assert (tmp_path / "node_modules/.bin/lighthouse.end").read_text(encoding="utf-8") == "stopped\n"


@pytest.mark.slow
@pytest.mark.skipif(not (AUDIT / "node_modules").is_dir(), reason="the tools of the release check are not installed")
@pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium")
def test_a_server_that_is_down_fails_the_check():
    command = [sys.executable, AUDIT / "run.py", "--at", "http://127.0.0.1:9/"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 1
    assert "performance is None" in done.stdout
