"""The invented archive that builds are measured with (`benchmarks/archive.py`), for tests of large sites."""

import sys

from support import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "benchmarks"))
import archive

sys.path.pop(0)

Cast, make, written = archive.Cast, archive.make, archive.written
__all__ = ["Cast", "make", "written"]
