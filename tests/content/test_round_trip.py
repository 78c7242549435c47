"""What is written is read back the same, by our reader and by any other."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from roundtable_site import content
from roundtable_site.content.nodes import Mapping, Scalar, compose
from roundtable_site.content.scalars import TRUTHS, is_text, number_of, written_number, written_text
from roundtable_site.model import Article
from strategies import ANY, articles, offsets

# An article is large: shrinking one takes minutes and tells little more.
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
SLOW = settings(max_examples=40, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))


@SLOW
@given(articles())
def test_writing_and_reading_gives_the_same_article_with_the_same_places(article: Article) -> None:
    text = content.dump(article)
    assert text.encode("utf-8").endswith(b"\n")
    read = content.load_text(text, "content/a.yml")
    assert read == article
    assert offsets(read) == offsets(article)
    assert content.dump(read) == text


def values(node: Any) -> Any:
    """Give the values of nodes by the core schema, numbers as Decimal."""
    if isinstance(node, Scalar):
        if not node.plain or is_text(node.text):
            return node.text
        if node.text in TRUTHS:
            return TRUTHS[node.text]
        return number_of(node.text)
    if isinstance(node, Mapping):
        return {key.text: values(value) for key, value in node.entries if isinstance(key, Scalar)}
    return [values(item) for item in node.items]


def plain(value: Any) -> Any:
    """Give ruamel's values as ours: exact numbers from their printed form."""
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


@SLOW
@given(articles())
def test_ruamel_reads_the_same_values(article: Article) -> None:
    ruamel = pytest.importorskip("ruamel.yaml")
    text = content.dump(article)
    reader = ruamel.YAML(typ="rt")
    ours, theirs = values(compose(text, "a.yml")), plain(reader.load(io.StringIO(text)))
    assert _rounded(ours) == _rounded(theirs)


def _rounded(value: Any) -> Any:
    """Compare numbers as a reader without exact ones has them."""
    if isinstance(value, dict):
        return {name: _rounded(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


@settings(max_examples=500, deadline=None)
@given(ANY)
def test_a_text_reads_as_itself_for_readers_of_either_yaml(text: str) -> None:
    import yaml

    written = f"a: {written_text(text)}\n"
    assert values(compose(written, "a.yml")) == {"a": text}
    assert yaml.safe_load(written) == {"a": text}  # YAML 1.1
    assert yaml.safe_load(f"[{{a: {written_text(text)}}}]") == [{"a": text}]


@pytest.mark.parametrize(
    ("number", "written"),
    [("7.888E+11", "788800000000"), ("4.44", "4.44"), ("-33.33", "-33.33"), ("0", "0"), ("1E-3", "0.001")],
)
def test_numbers_are_written_with_all_their_digits(number: str, written: str) -> None:
    assert written_number(Decimal(number)) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_a_number_is_read_as_it_was_written(number: Decimal) -> None:
    if number.adjusted() > -50 and len(number.as_tuple().digits) < 50:
        assert number_of(written_number(number)) == number
