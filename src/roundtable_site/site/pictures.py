"""Pictures for pages: made small, turned upright, and without what a camera writes into them (place, time, owner).

The same picture gives the same bytes with the same version of the library.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

SUFFIXES = {
    ".jpg": ".jpg", ".jpeg": ".jpg", ".png": ".png", ".webp": ".webp", ".gif": ".png", ".avif": ".jpg",
    ".tif": ".jpg", ".tiff": ".jpg",
}  # fmt: skip
"""Endings of pictures that are read → the ending under which they are published."""
MOST_BYTES = 30 * 1024 * 1024
MOST_PIXELS = 60_000_000
_QUALITY = 82
_FORMATS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


class PictureError(Exception):
    """A picture cannot be shown; the message completes "portrait x …" and says what to do."""


def published_suffix(name: str) -> str | None:
    """Give the ending under which a picture is published, None for what is none by its name.

    >>> published_suffix("王.JPEG"), published_suffix("talk.txt")
    ('.jpg', None)
    """
    return SUFFIXES.get(PurePosixPath(name).suffix.lower())


def size_of(path: Path, most: int = MOST_PIXELS) -> tuple[int, int]:
    """Give the width and height of a picture in pixels, as it stands upright; only its head is read.

    Raises PictureError for a file that is no picture, is broken, or has more than `most` pixels.
    """
    with _opened(path, most) as image:
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        return (image.height, image.width) if turned else (image.width, image.height)


def made_smaller(
    path: Path, suffix: str, width: int, ratio: tuple[int, int] | None = None, most: int = MOST_PIXELS
) -> bytes:
    """Give a picture at most `width` pixels wide, cut to `ratio` (width, height) where one is given.

    A picture is never made larger. Raises PictureError as `size_of` does.
    """
    from PIL import Image, ImageOps

    with _opened(path, most) as opened:
        opened.draft("RGB", (width * 4, width * 4))  # a photograph is read at a fraction of its size
        image = _plain(ImageOps.exif_transpose(opened), suffix)
    if ratio is not None:
        image = ImageOps.fit(image, _largest(image.size, width, ratio), Image.Resampling.LANCZOS)
    elif image.width > width:
        size = (width, max(1, round(image.height * width / image.width)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    return _saved(image, suffix)


def _largest(size: tuple[int, int], width: int, ratio: tuple[int, int]) -> tuple[int, int]:
    """Give the largest size of a ratio that lies in a picture and is not wider than `width`."""
    wide = max(1, min(width, size[0], size[1] * ratio[0] // ratio[1]))
    return wide, max(1, wide * ratio[1] // ratio[0])


def _plain(image: Image.Image, suffix: str) -> Image.Image:
    """Give the pixels alone: in the colours of the web, upright, nothing written beside them."""
    from PIL import Image, ImageCms

    see_through = "A" in image.getbands() or "transparency" in image.info
    mode = "RGBA" if see_through else "RGB"
    profile = image.info.get("icc_profile")
    plain = image.convert(mode)
    if profile and image.mode in ("RGB", "RGBA"):
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            plain = ImageCms.profileToProfile(plain, own, ImageCms.createProfile("sRGB")) or plain
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile: the colours are taken as they are
    if see_through and suffix == ".jpg":
        paper = Image.new("RGB", plain.size, "white")
        paper.paste(plain, mask=plain.getchannel("A"))
        plain = paper
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    return bare


def _saved(image: Image.Image, suffix: str) -> bytes:
    out = BytesIO()
    if suffix == ".png":
        image.save(out, "PNG", optimize=True)
    else:
        image.save(out, _FORMATS[suffix], quality=_QUALITY, **({"progressive": True} if suffix == ".jpg" else {}))
    return out.getvalue()


@contextmanager
def _opened(path: Path, most: int) -> Iterator[Image.Image]:
    """Open a picture after a look at its head, so that a small file that unfolds to gigabytes is refused."""
    from PIL import Image

    if path.stat().st_size > MOST_BYTES:
        raise PictureError(f"is larger than {MOST_BYTES // 1024**2} MB: save it smaller")
    _no_limit_of_its_own()
    try:
        with Image.open(path) as image:
            if image.width * image.height > most:
                message = f"has {image.width} × {image.height} pixels, more than {most:,}: save it smaller"
                raise PictureError(message)
            yield image
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        MemoryError,
        OverflowError,
        Image.DecompressionBombError,
    ) as error:
        raise PictureError("cannot be read as a picture: save it again as JPEG or PNG") from error


@lru_cache(maxsize=1)
def _no_limit_of_its_own() -> None:
    """The library's own limit is a warning that would be printed; ours is checked before a pixel is read."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
