"""Serve the site on this machine while it is worked on: built anew at every change, with a review page for editors."""

from roundtable_site.serve.run import Wishes, serve

__all__ = ["Wishes", "serve"]
