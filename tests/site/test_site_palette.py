import re

import pytest

from roundtable_site.site.palette import accent_style, contrast


def colours(style: str, name: str) -> list[tuple[int, int, int]]:
    found = re.findall(rf"--{name}: #(..)(..)(..);", style)
    return [(int(r, 16), int(g, 16), int(b, 16)) for r, g, b in found]


@pytest.mark.parametrize("accent", ["#8a1f11", "#ffee00", "#ffffff", "#000000", "#1155cc", "#7f7f7f"])
def test_any_accent_is_legible_by_day_and_by_night(accent):
    style = accent_style(accent)
    for text, wash, ground in zip(
        colours(style, "accent"), colours(style, "wash"), [(0xFC, 0xFA, 0xF6), (0x15, 0x15, 0x14)], strict=True
    ):
        assert contrast(text, ground) > 4.5
        assert contrast(text, wash) > 4.5
