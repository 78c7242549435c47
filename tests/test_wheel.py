"""The wheel alone, in an empty environment, builds a site in a folder that holds nothing but an article."""

import shutil
import subprocess
import sys
import venv
import zipfile

import pytest

from support import ARTICLES, REPOSITORY

pytestmark = pytest.mark.slow


def run(*command, cwd):
    result = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def distributions(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, cwd=REPOSITORY)
    return folder


def test_the_wheel_builds_a_site_in_an_empty_folder(distributions, tmp_path):
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python, constraints = environment / "bin" / "python", REPOSITORY / "constraints.txt"
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "-c", constraints]
    # jieba is published as source only: what builds it is installed first.
    run(*pip, "setuptools", "wheel", cwd=tmp_path)
    run(*pip, "--no-build-isolation", next(distributions.glob("*.whl")), cwd=tmp_path)
    site = tmp_path / "site"
    (site / "seeds").mkdir(parents=True)
    shutil.copy(ARTICLES / "chaye-yuanzhuo.txt", site / "seeds")
    roundtable = environment / "bin" / "roundtable"
    run(roundtable, "init", "started", cwd=tmp_path)
    assert "1 article, 3 guests" in run(roundtable, "build", cwd=tmp_path / "started")
    output = run(roundtable, "build", cwd=site)
    assert "look: build/index.html" in output
    assert (site / "build" / "chaye-yuanzhuo" / "indicators" / "index.html").exists()


def test_no_newspaper_text_is_in_the_wheel_or_the_source_distribution(distributions):
    with zipfile.ZipFile(next(distributions.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    assert "roundtable_site/theme/base.html" in names
    listing = run("tar", "-tzf", next(distributions.glob("*.tar.gz")), cwd=REPOSITORY)
    for name in [*names, *listing.splitlines()]:
        assert "seeds/" not in name, name
        assert "gaozhiliang" not in name, name
        assert "tests/gold" not in name, name
