"""The content file of an article, `content/<slug>.yml`: written by the parser, corrected by an editor.

docs/content-format.md is its contract. `dump` writes it, `load`, `load_text` and `load_all` read it and say all that is
wrong with it, with line and column.
"""

from __future__ import annotations

from roundtable_site.content.reading import load, load_all, load_text, shared_addresses
from roundtable_site.content.schema import FORMS
from roundtable_site.content.writing import dump, dump_record

__all__ = ["FORMS", "dump", "dump_record", "load", "load_all", "load_text", "shared_addresses"]
