"""The site's own accent colour, made legible: the theme's other colours follow from it.

Contrast is that of WCAG 2.2 (1.4.3): at least 4.5 to 1 for text, on the page and on the wash behind marked text.
"""

from __future__ import annotations

from decimal import Decimal

Colour = tuple[int, int, int]

_PAPER: Colour = (0xFC, 0xFA, 0xF6)
_NIGHT: Colour = (0x15, 0x15, 0x14)
_BLACK: Colour = (0, 0, 0)
_WHITE: Colour = (255, 255, 255)
_ENOUGH = Decimal("4.6")  # a little above 4.5, since browsers round


def accent_style(accent: str) -> str:
    """Give the style sheet that sets an accent (`#rrggbb`) for light and dark; a colour too pale is made stronger.

    >>> print(accent_style("#8a1f11").splitlines()[0])
    :root { --accent: #8a1f11; --wash: #efe1dc; --bar: #8a1f11; --span: #d0a69e; }
    """
    colour = _read(accent)
    day = _variables(colour, _PAPER, _BLACK)
    night = _variables(colour, _NIGHT, _WHITE)
    return f":root {{ {day} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {night} }} }}\n"


def contrast(one: Colour, other: Colour) -> Decimal:
    """Give the contrast of two colours, from 1 to 21.

    >>> round(contrast((0, 0, 0), (255, 255, 255)))
    21
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + Decimal("0.05")) / (low + Decimal("0.05"))


def _variables(accent: Colour, ground: Colour, towards: Colour) -> str:
    """Give the accent, the wash behind marks and the colours of drawings, for one ground."""
    for step in range(0, 101, 5):
        text = _mix(accent, towards, step)
        wash = _mix(ground, text, 11)
        if min(contrast(text, ground), contrast(text, wash)) >= _ENOUGH:
            break
    span = _mix(text, ground, 62)
    return f"--accent: {_hex(text)}; --wash: {_hex(wash)}; --bar: {_hex(text)}; --span: {_hex(span)};"


def _read(colour: str) -> Colour:
    """Read `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(colour: Colour) -> str:
    """Write `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _mix(one: Colour, other: Colour, share: int) -> Colour:
    """Mix `share` per cent of another colour into one."""
    red, green, blue = ((a * (100 - share) + b * share) // 100 for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> Decimal:
    """Give the relative luminance as WCAG defines it."""
    weights = (Decimal("0.2126"), Decimal("0.7152"), Decimal("0.0722"))
    return sum((w * _linear(Decimal(c) / 255) for w, c in zip(weights, colour, strict=True)), Decimal(0))


def _linear(channel: Decimal) -> Decimal:
    """Undo the gamma of sRGB."""
    if channel <= Decimal("0.04045"):
        return channel / Decimal("12.92")
    return ((channel + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
