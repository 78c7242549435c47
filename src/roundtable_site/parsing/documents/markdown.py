"""Read an article out of Markdown: its own lines, with the marks of writing taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roundtable_site.parsing.documents.lines import DocumentLine, clean, split_lines, trimmed

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTED = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_BULLET = re.compile(r"[ \t]{0,12}[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*){0,99}$")
_REFERENCE = re.compile(r" {0,3}\[[^\]\n]{1,99}\]:[ \t]*\S+")
_META_END = ("---", "...")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_KEPT = 0xE000  # an escaped mark waits in the private use area until the others are gone
_RESTORED = re.compile("[\ue020-\ue07f]")
_INLINE = re.compile(
    r"""
    !\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)                  # a picture: nothing of it is text
  | \[(?P<link>[^\[\]\n]{1,300})\]\([^()\n]{0,500}\)      # a link: its words are
  | <(?P<address>https?://[^<>\s]{1,300})>
  | </?(?:[a-zA-Z][a-zA-Z0-9]{0,15})(?:[ /][^<>\n]{0,300})?>  # HTML within the line
  | \[\^[^\]\n]{1,40}\]:?                                  # a note's number
  | `
    """,
    re.VERBOSE,
)
# Marks of emphasis stand in pairs around words; 5*3*2 has none.
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.{1,500}?)(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![*\d])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?![*\d])|(?<!\w)_(?=\S)([^_\n]{1,500}?)(?<=\S)_(?!\w)"
)
_PICTURE_ALONE = re.compile(r"!\[(?P<alt>[^\]\n]{1,300})\]\([^()\n]{0,500}\)$")


def read_markdown(text: str) -> tuple[DocumentLine, ...]:
    """Give the lines of a Markdown text, each at the number that it has in the file.

    Headings are known as such; a picture's words, on a line of their own, are its caption; what a reader does not see
    (front matter, comments, rules) leaves an empty line.

    >>> [line.text for line in read_markdown("# 茶香\\n\\n> **老茶园**[好](a.html)。")]
    ['茶香', '', '老茶园好。']
    """
    lines = split_lines(text)
    found: list[DocumentLine] = []
    for number, line in enumerate(_visible(lines)):
        if _is_underlined(lines, number) and line.strip():
            found.append(DocumentLine(plain(line).strip(), "heading"))
        else:
            found.append(_read(line))
    return trimmed(found)


def plain(text: str) -> str:
    """Take the marks of writing off a line.

    >>> plain("产量\\\\*是**3万吨**，比[去年](x.html)多")
    '产量*是3万吨，比去年多'
    """
    text = _ESCAPED.sub(lambda match: chr(_KEPT + ord(match.group(1))), text)
    text = _INLINE.sub(lambda match: match["link"] or match["address"] or "", text)
    text = _EMPHASIS.sub(lambda match: match.group(1) or match.group(2), _STRONG.sub(r"\2", text))
    return _RESTORED.sub(lambda match: chr(ord(match.group()) - _KEPT), text)


def _read(line: str) -> DocumentLine:
    line = _QUOTED.sub("", line, count=1) if line.lstrip().startswith(">") else line
    if match := _HEADING.match(line):
        return DocumentLine(plain(line[match.end() :].rstrip().rstrip("#")).strip(), "heading")
    if match := _PICTURE_ALONE.match(line.strip()):
        return DocumentLine(plain(match["alt"]), "caption")
    if match := _BULLET.match(line):
        line = line[match.end() :]
    if line.strip().startswith("|") and line.strip().endswith("|"):
        line = "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return DocumentLine(plain(line).rstrip())


def _is_underlined(lines: list[str], number: int) -> bool:
    """Tell whether the next line makes a heading of this one."""
    following = lines[number + 1] if number + 1 < len(lines) else ""
    single = number == 0 or not lines[number - 1].strip()
    return single and bool(_UNDERLINE.match(following)) and not _RULE.match(lines[number])


def _visible(lines: list[str]) -> Iterator[str]:
    """Yield each line, empty where it holds nothing that a reader sees."""
    hidden = _front_matter(lines)
    comment = False
    for number, line in enumerate(lines):
        line, comment = _without_comments(clean(line), comment)
        underline = number > 0 and _is_underlined(lines, number - 1) and bool(lines[number - 1].strip())
        empty = number < hidden or underline or _RULE.match(line) or _FENCE.match(line)
        yield "" if empty or _TABLE_RULE.match(line.strip()) or _REFERENCE.match(line) else line


def _front_matter(lines: list[str]) -> int:
    """Give the number of lines that the front matter takes."""
    if not lines or lines[0].strip() != "---":
        return 0
    return next((number + 1 for number, line in enumerate(lines[1:200], start=1) if line.strip() in _META_END), 0)


def _without_comments(line: str, within: bool) -> tuple[str, bool]:
    """Take HTML comments out of a line; the second value says whether one goes on in the next."""
    kept: list[str] = []
    place = 0
    while place <= len(line):
        mark = "-->" if within else "<!--"
        found = line.find(mark, place)
        if found < 0:
            kept.append("" if within else line[place:])
            break
        kept.append("" if within else line[place:found])
        place = found + len(mark)
        within = not within
    return "".join(kept), within
