"""The later steps of reading, each nothing until it stands."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from roundtable_site.model import DistrictKind, Indicator
from roundtable_site.parsing.drafts import Outline, Voices


def _step(module: str, name: str) -> Any:
    try:
        return getattr(import_module(f"roundtable_site.parsing.{module}"), name)
    except (ImportError, AttributeError):
        return None


def find_quotes(frame: Outline) -> Voices:
    """Find the quotations; the frame's own guests and sections until the step stands."""
    step = _step("quotes", "find_quotes")
    found: Voices = step(frame) if step else Voices(frame.guests, frame.sections, ())
    return found


def find_indicators(frame: Outline, voices: Voices) -> tuple[Indicator, ...]:
    """Find the indicators; none until the step stands."""
    step = _step("indicators", "find_indicators")
    found: tuple[Indicator, ...] = tuple(step(frame, voices)) if step else ()
    return found


def district_kind(name: str) -> DistrictKind:
    """Tell what kind of district a name is; a place until the step stands."""
    step = _step("places", "district_kind")
    kind: DistrictKind = step(name) if step else "place"
    return kind
