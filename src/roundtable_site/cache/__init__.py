"""What a build remembers of the build before, in `.roundtable/` of the site's folder.

Nothing here is needed: the folder may be deleted at any time, and whatever cannot be read is made again. A file is
known by its bytes (sha256); its size and times only save reading it again. Records are plain data (MessagePack), never
anything that runs, and each carries a checksum of its own.
"""

from __future__ import annotations

from roundtable_site.cache.gathered import Gathered
from roundtable_site.cache.keys import key_of, tool_key
from roundtable_site.cache.shelf import Shelf
from roundtable_site.cache.stamps import Digests, Stamp, stamp_of

__all__ = ["FOLDER", "Digests", "Gathered", "Shelf", "Stamp", "key_of", "stamp_of", "tool_key"]

FOLDER = ".roundtable"
