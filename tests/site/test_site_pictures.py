"""Pictures are published small, upright, the same each time, and without what a camera writes into them."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from roundtable_site.site.pictures import MOST_PIXELS, PictureError, made_smaller, size_of

SECRET = "GPS-31.2304N-121.4737E"


def with_secrets(kind, size=(1200, 800), orientation=1, mode="RGB"):
    """A picture whose camera wrote down where and by whom it was taken."""
    image = Image.new(mode, size, "orange")
    image.paste("navy", (0, 0, size[0] // 4, size[1] // 4))  # the corner that is top left as the camera held it
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET
    exif.get_ifd(0x8825)[29] = "2024:03:09"
    out = BytesIO()
    more = {"comment": SECRET} if kind == "GIF" else {"exif": exif}
    if kind == "PNG":
        from PIL.PngImagePlugin import PngInfo

        more["pnginfo"] = PngInfo()
        more["pnginfo"].add_text("Author", SECRET)
    image.save(out, kind, **more)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "suffix"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("GIF", ".png"), ("TIFF", ".jpg")]
)
def test_nothing_that_a_camera_wrote_is_published(tmp_path, kind, suffix):
    path = tmp_path / "a"
    path.write_bytes(with_secrets(kind))
    if kind != "GIF":
        assert SECRET.encode() in path.read_bytes()
    data = made_smaller(path, suffix, 480)
    assert SECRET.encode() not in data
    with Image.open(BytesIO(data)) as image:
        assert image.size == (480, 320)
        assert not image.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment", "Author"} & set(image.info)


def test_a_picture_taken_sideways_stands_upright(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(with_secrets("JPEG", orientation=6))
    assert size_of(path) == (800, 1200)
    with Image.open(BytesIO(made_smaller(path, ".jpg", 400))) as image:
        assert image.size == (400, 600)
        red, _, blue = image.getpixel((390, 5))
        assert blue > red, "what was top left as the camera held it is top right"


@pytest.mark.parametrize(
    ("size", "wanted"), [((1000, 1000), (480, 600)), ((100, 100), (80, 100)), ((3, 900), (3, 3)), ((1, 1), (1, 1))]
)
def test_a_portrait_has_one_shape_and_is_never_made_larger(tmp_path, size, wanted):
    path = tmp_path / "a.png"
    path.write_bytes(with_secrets("PNG", size))
    with Image.open(BytesIO(made_smaller(path, ".png", 480, (4, 5)))) as image:
        assert image.size == wanted


def test_the_same_picture_gives_the_same_bytes(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(with_secrets("JPEG"))
    assert made_smaller(path, ".jpg", 300) == made_smaller(path, ".jpg", 300)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "I;16", "LA", "RGBA", "1"])
def test_every_kind_of_colour_is_read(tmp_path, mode):
    path = tmp_path / "a"
    Image.new(mode, (60, 40)).save(path, "TIFF" if mode in {"CMYK", "I;16"} else "PNG")
    for suffix in (".jpg", ".png", ".webp"):
        assert made_smaller(path, suffix, 30)


def bomb(width, height):
    """The head of a PNG of any size, and nothing in it."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_a_picture_that_would_unfold_to_gigabytes_is_refused_by_its_head(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(bomb(60_000, 60_000))
    with pytest.raises(PictureError, match="has 60000 × 60000 pixels, more than 60,000,000: save it smaller"):
        size_of(path)
    assert MOST_PIXELS < 60_000 * 60_000


@pytest.mark.parametrize("data", [b"", b"GIF89a", with_secrets("JPEG")[:5000], bomb(100, 100), b"<svg></svg>"])
def test_a_broken_picture_is_named(tmp_path, data):
    path = tmp_path / "a.png"
    path.write_bytes(data)
    with pytest.raises(PictureError, match="cannot be read as a picture"):
        made_smaller(path, ".png", 100)
