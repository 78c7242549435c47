"""How values are shown: the filters that templates use."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from roundtable_site.model import Indicator
from roundtable_site.site.addresses import Address, Addressed
from roundtable_site.site.citation import citation
from roundtable_site.site.manuscripts import is_foreign, note_html
from roundtable_site.site.pages import Page
from roundtable_site.site.wording import word_id


@pass_context
def url(context: Context, target: Addressed | Address) -> str:
    """Give the link from the page being rendered to a page, an entry or an address."""
    address = target if isinstance(target, Address) else target.address
    page: Page = context["page"]
    base = page.frame.settings.base_url
    return address.absolute(base) if base and page.anywhere else address.seen_from(page.address)


def number(value: Decimal) -> str:
    """Write a number in full with a comma at every thousand.

    >>> number(Decimal("788800000000")), number(Decimal("-16.10"))
    ('788,800,000,000', '−16.10')
    """
    return format(value, ",f").replace("-", "−")


def normalised(indicator: Indicator) -> str:
    """Write a figure's value in base units, a range with both ends; empty where no number is stated.

    >>> from roundtable_site.site import formats
    >>> formats.amount(Decimal(3), "%"), formats.amount(Decimal("2.4"), ":1"), formats.amount(Decimal(280000), "辆")
    ('3%', '2.4:1', '280,000 辆')
    """
    if indicator.value is None:
        return ""
    if indicator.value_to is None:
        return amount(indicator.value, indicator.unit)
    return f"{number(indicator.value)}～{amount(indicator.value_to, indicator.unit)}"


def amount(value: Decimal, unit: str | None) -> str:
    """Write a value with its unit; signs stand close, words stand apart."""
    if not unit:
        return number(value)
    return f"{number(value)}{unit}" if unit in {"%", "‰"} or unit.startswith(":") else f"{number(value)} {unit}"


def plain(value: Decimal) -> str:
    """Write a number for a program: in full, without commas or an exponent."""
    return format(value, "f")


_MYRIADS = ((Decimal(100_000_000), "亿"), (Decimal(10_000), "万"))


def compact(value: Decimal, unit: str | None) -> str:
    """Write a value the way a newspaper does, in 万 and 亿, exactly.

    >>> compact(Decimal(599800000000), "元"), compact(Decimal(18100), "元"), compact(Decimal(3), "%")
    ('5998亿元', '1.81万元', '3%')
    """
    if not unit or unit == "%" or unit.startswith(":"):
        return amount(value, unit)
    size, name = next((row for row in _MYRIADS if abs(value) >= row[0]), (Decimal(1), ""))
    digits = format(value / size, "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return digits.replace("-", "−") + name + unit


def clauses(heading: str) -> list[str]:
    """Cut a heading where the paper set a space, so that a line may break there before it breaks a word.

    >>> clauses("加快构建新发展格局 着力推动高质量发展")
    ['加快构建新发展格局', '着力推动高质量发展']
    """
    return heading.split()


@pass_context
def measure(context: Context, indicator: Indicator) -> str:
    """Name what a figure measures; a change or a rate says which way it went."""
    words = context["t"]["measure"]
    moved = context["t"]["moved"].get(indicator.measure)
    if moved is None or indicator.value is None or indicator.value == 0:
        return str(words[indicator.measure])
    return str(moved["up" if indicator.value > 0 else "down"])


@pass_context
def count_word(context: Context, number: int, name: str) -> str:
    """Give the word for so many of a thing: the catalogue has one for a single thing and one for all other numbers."""
    return str(context["t"]["count"][name]["one" if number == 1 else "other"])


@pass_context
def counted(context: Context, number: int, name: str) -> str:
    """Say how many of a thing there are (8 项指标, 1 figure)."""
    return f"{number:,} {count_word(context, number, name)}"


def percent(value: Decimal) -> str:
    """Write a length of a drawing as an SVG attribute.

    >>> percent(Decimal("25.0000"))
    '25%'
    """
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


@pass_context
def markdown(context: Context, text: str) -> Markup:
    """Turn a note's Markdown into HTML that is safe to show: no scripts, no styles, no foreign frames.

    A note stands on several pages, so its links are written from the site's root, or name a file of `content/pages/`.
    """
    page: Page = context["page"]

    def resolved(name: str, value: str) -> Mapping[str, str] | None:
        if name != "href" or is_foreign(value) or value.startswith("/"):
            return None
        file, mark, fragment = value.partition("#")
        known = page.frame.prose_at(file)
        there = known.seen_from(page.address) if known else _from_root(page, file)
        return {name: there + mark + fragment}

    return note_html(text, resolved)


def _from_root(page: Page, path: str) -> str:
    """Give the link from a page to what stands at a path below the root of its language."""
    return page.frame.root.seen_from(page.address).removesuffix("index.html") + path


FILTERS = {
    "citation": citation,
    "count_word": count_word,
    "counted": counted,
    "word_id": word_id,
    "url": url,
    "number": number,
    "normalised": normalised,
    "amount": amount,
    "plain": plain,
    "compact": compact,
    "clauses": clauses,
    "measure": measure,
    "percent": percent,
    "markdown": markdown,
}
