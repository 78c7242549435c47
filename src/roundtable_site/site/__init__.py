"""From articles to a folder of pages: `plan` decides, `render` arranges, `write` puts on disk."""

from roundtable_site.site.metadata import notices, undated
from roundtable_site.site.plan import Site, plan
from roundtable_site.site.prose import prose_problems
from roundtable_site.site.publishing import held_back, published
from roundtable_site.site.render import render
from roundtable_site.site.share import share_problems
from roundtable_site.site.write import write

__all__ = [
    "Site",
    "held_back",
    "notices",
    "plan",
    "prose_problems",
    "published",
    "render",
    "share_problems",
    "undated",
    "write",
]
