"""Change what others read, all or nothing: the published folder and the content files.

    with hold(settings.content, settings.build):          # one at a time; what a killed build left is cleared away
        with staging(settings.build) as staged:           # an empty folder beside the published one
            ...                                           # make the whole site in it
            swap(staged, settings.build)                  # one step: readers see the old site or the new one

Whoever changes content files (`parse`, `build`, the editor's desk) holds the content folder, whoever publishes holds
the published folder too. A staged tree may share files with the published one (hard links), so nobody ever writes into
a file that stands in it already: put a new file in its place (`aside.put`).
"""

from roundtable_site.publishing import aside
from roundtable_site.publishing.lock import hold
from roundtable_site.publishing.stage import staging
from roundtable_site.publishing.swap import swap
from roundtable_site.publishing.together import write_together

__all__ = ["aside", "hold", "staging", "swap", "write_together"]
