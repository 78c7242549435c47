"""No words of an article, a content file or a file's name steer the terminal that they are printed on."""

import json
import re

import pytest
from click.testing import CliRunner

from attacks import ATTACKS
from roundtable_site.build import build
from roundtable_site.cli import main
from roundtable_site.settings import load_settings

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SIGNS = ATTACKS["terminal"] + ATTACKS["other way round"]


def run(*arguments):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def steering_site(small_site):
    """Give a site whose seed's name, headline and content file hold what steers a terminal."""
    build(load_settings(small_site))
    seed = small_site / "seeds/chaye-yuanzhuo.txt"
    words = "".join(sign for sign in SIGNS if ord(sign) > 0xFF)  # a source with control characters is refused
    seed.write_text(seed.read_text(encoding="utf-8").replace("罗志远说", f"罗志远{words}说"), encoding="utf-8")
    path = small_site / "content/chaye-yuanzhuo.yml"
    written = '"' + SIGNS.encode("unicode_escape").decode().replace('"', '\\"') + '"'
    text = re.sub(r"(?m)^    titles: .*$", lambda _: f"    titles: [{written}]", path.read_text(encoding="utf-8"))
    path.write_text(re.sub(r"(?m)^    cue: .*$", lambda _: f"    cue: {written}", text, count=1), encoding="utf-8")
    (small_site / "seeds" / "b\x1b[31m\u202e.txt").write_bytes(b"")
    return small_site


@pytest.mark.parametrize(
    "command",
    [["build"], ["parse"], ["diff"], ["check"], ["check", "--json"], ["verify"],
     ["explain", "content/chaye-yuanzhuo.yml", "s1q1"]],
    ids=" ".join,
)  # fmt: skip
@pytest.mark.parametrize("readable", [True, False], ids=["all is read", "a file cannot be read"])
def test_no_command_prints_what_steers_a_terminal(steering_site, monkeypatch, command, readable):
    monkeypatch.chdir(steering_site)
    if readable:
        (steering_site / "seeds" / "b\x1b[31m\u202e.txt").unlink()
    result = run(*command)
    assert result.stdout or result.stderr
    assert not STEERING.search(result.stdout)
    assert not STEERING.search(result.stderr)
    if "--json" in command:
        json.loads(result.stdout)


@pytest.mark.parametrize("name", ["\x1b[31m.yml", "\udcff.yml", "\u202egpj.yml"])
def test_no_name_of_a_file_that_is_not_there_steers_a_terminal(tmp_path, name):
    for command in (["parse"], ["explain", "s1q1"], ["check-links"]):
        result = run(command[0], tmp_path / name, *command[1:])
        assert result.exit_code in (1, 2)
        assert not STEERING.search(result.stdout + result.stderr)
