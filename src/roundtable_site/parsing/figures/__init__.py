"""Find figures in Chinese newspaper text: numbers with their units, exact, with the wording kept."""

from roundtable_site.parsing.figures.figure import Figure
from roundtable_site.parsing.figures.scan import find_figures, read_numbers

__all__ = ["Figure", "find_figures", "read_numbers"]
