"""Draw a share image: an SVG from the theme's template, then its pixels. The bytes depend on the machine's font."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from roundtable_site.site.exports import DataFile
from roundtable_site.site.frame import Frame
from roundtable_site.site.render import render_template
from roundtable_site.site.share.cards import HEIGHT, MARGIN, WIDTH, Card
from roundtable_site.site.share.fonts import find_font

_ACCENT = "#8a1f11"


def share_files(frame: Frame, source: str) -> Iterator[DataFile]:
    """Yield the share images at hand, made from the content file `source`."""
    for card in frame.cards.values():
        yield DataFile(card.address, source, partial(draw, frame, card))


def draw(frame: Frame, card: Card) -> bytes:
    """Give the PNG of a card; its font is known to cover its words."""
    from resvg_py import svg_to_bytes

    font = find_font(frame.settings.share.font)
    if font is None:
        raise AssertionError("a card is planned only where there is a font")
    svg = render_template(
        frame,
        "share.svg",
        card=card,
        family=font.family,
        accent=frame.settings.theme.accent or _ACCENT,
        width=WIDTH,
        height=HEIGHT,
        margin=MARGIN,
    )
    return bytes(svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(font.path)]))
