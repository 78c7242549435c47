"""The default theme's templates as they were compiled once, kept in the user's own cache folder.

Compiling them takes half a second at each start. A site's own templates are compiled at each start all the same:
nothing that can run is kept in a site's folder or in its cache, which others may have written.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from roundtable_site import __version__
from roundtable_site.site.theme import default_theme


def cache_folder(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Give the folder for what can be made again, below the user's home or where XDG_CACHE_HOME says; None: no home.

    >>> cache_folder({"XDG_CACHE_HOME": "/var/cache/desk"}).as_posix()
    '/var/cache/desk/roundtable'
    """
    if given := environ.get("XDG_CACHE_HOME"):
        return Path(given) / "roundtable"
    try:
        return Path.home() / ".cache" / "roundtable"
    except RuntimeError:
        return None


class CompiledTheme(FileSystemBytecodeCache):
    """Keeps the compiled templates of the default theme in a folder; one that cannot be written costs time only."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), "theme-%s")

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Give what is kept of a template that has this source; an empty bucket for one of a site's own."""
        if filename is None or not Path(filename).resolve().is_relative_to(default_theme()):
            return Bucket(environment, "", "")
        return super().get_bucket(environment, name, filename, source)

    def get_source_checksum(self, source: str) -> str:
        """Give the checksum of a template's source and of what compiles it; a file of another one is written anew."""
        return blake2b(f"{_compiler()}{source}".encode(), digest_size=20).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept of a template, where it can be read."""
        with contextlib.suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, where one may."""
        if bucket.key:
            with contextlib.suppress(OSError):
                Path(self.directory).mkdir(mode=0o700, parents=True, exist_ok=True)
                super().dump_bytecode(bucket)


@lru_cache(maxsize=1)
def _compiler() -> str:
    """Name what compiles templates, and the module that says how."""
    return f"{jinja2.__version__} {__version__} {Path(__file__).with_name('render.py').stat().st_mtime_ns}"
