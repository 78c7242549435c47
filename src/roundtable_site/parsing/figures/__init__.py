"""Find figures in Chinese newspaper text: numbers with their units, exact, with the wording kept."""

from roundtable_site.parsing.figures.every import read_numbers
from roundtable_site.parsing.figures.figure import Figure, Kind
from roundtable_site.parsing.figures.scan import find_figures

__all__ = ["Figure", "Kind", "find_figures", "read_numbers"]
