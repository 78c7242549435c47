"""What `init` and `new` lay down: a site to start from, and an article brought into it. Nothing is ever overwritten."""

from roundtable_site.scaffold.article import Brought, Printed, bring_in
from roundtable_site.scaffold.site import Laid, lay_down

__all__ = ["Brought", "Laid", "Printed", "bring_in", "lay_down"]
