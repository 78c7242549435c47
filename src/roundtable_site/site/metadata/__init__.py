"""What the site tells machines: linked data, share tags, feeds, sitemaps."""

from __future__ import annotations

from roundtable_site.site.metadata.feeds import correction_feed_links, feed_links
from roundtable_site.site.metadata.identity import alternates, canonical
from roundtable_site.site.metadata.linked_data import linked_data
from roundtable_site.site.metadata.notices import notices, undated
from roundtable_site.site.metadata.sharing import share_tags

FILTERS = {
    "alternates": alternates,
    "canonical": canonical,
    "correction_feeds": correction_feed_links,
    "feeds": feed_links,
    "linked_data": linked_data,
    "share_tags": share_tags,
}
"""Filters that the head of a page uses: `feeds` and `correction_feeds` take the frame, the others the page."""

__all__ = ["FILTERS", "notices", "undated"]
