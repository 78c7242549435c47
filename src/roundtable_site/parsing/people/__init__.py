"""Persons as a newspaper prints them: names, titles, and the place or organisation they speak for."""

from __future__ import annotations

from roundtable_site.parsing.people.bodies import district_of
from roundtable_site.parsing.people.names import is_bare_name, is_chinese_name, is_foreign_name, is_listed_name, is_name
from roundtable_site.parsing.people.titles import Run, read_person, read_run, split_titles

__all__ = [
    "Run",
    "district_of",
    "is_bare_name",
    "is_chinese_name",
    "is_foreign_name",
    "is_listed_name",
    "is_name",
    "read_person",
    "read_run",
    "split_titles",
]
