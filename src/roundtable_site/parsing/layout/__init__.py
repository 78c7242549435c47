"""Undo the page: from printed lines to the text as it was written, with every caption, label and byline beside it."""

from __future__ import annotations

from roundtable_site.parsing.drafts import Block, Source
from roundtable_site.parsing.layout.captions import with_captions
from roundtable_site.parsing.layout.facts import Facts
from roundtable_site.parsing.layout.glued import heads_off
from roundtable_site.parsing.layout.guests import with_guests
from roundtable_site.parsing.layout.joining import join
from roundtable_site.parsing.layout.kinds import tagged
from roundtable_site.parsing.layout.labels import labelled
from roundtable_site.parsing.layout.lines import read_lines
from roundtable_site.parsing.layout.splitting import split
from roundtable_site.parsing.layout.wrapped import unwrapped


def unfold(source: Source) -> tuple[Block, ...]:
    """Give the blocks of a source in printed order: paragraphs whole (`kind` None), all else by its kind.

    What stood inside a sentence (a caption, furniture) follows the paragraph that it was taken out of.
    """
    lines = list(labelled(with_captions(list(with_guests(list(tagged(unwrapped(read_lines(source)))))))))
    facts = Facts.of([line.text for line in lines if line.kind is None])
    return tuple(split(list(heads_off(join(lines, facts)))))
