"""From articles to a folder of pages: `plan` decides, `render` arranges, `write` puts on disk."""

from roundtable_site.site.frame import Surroundings
from roundtable_site.site.given import refuse_links
from roundtable_site.site.metadata import notices, undated
from roundtable_site.site.ordering import is_large
from roundtable_site.site.plan import Site, plan
from roundtable_site.site.prose import prose_problems
from roundtable_site.site.prose_pages import prose_ways
from roundtable_site.site.publishing import held_back, published
from roundtable_site.site.render import render
from roundtable_site.site.share import installed as share_installed
from roundtable_site.site.share import share_problems
from roundtable_site.site.share.fonts import find_font
from roundtable_site.site.write import write

__all__ = [
    "Site",
    "Surroundings",
    "find_font",
    "held_back",
    "is_large",
    "notices",
    "plan",
    "prose_problems",
    "prose_ways",
    "published",
    "refuse_links",
    "render",
    "share_installed",
    "share_problems",
    "undated",
    "write",
]
