"""Files that mean harm or are simply wrong, made here byte by byte; and honest pictures to compare them with."""

import io
import random
import struct
import zlib
from collections.abc import Callable

import pillow_heif
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

SCRIPT = b"<html><script>alert(1)</script></html>"


def scene(width: int = 320, height: int = 240) -> Image.Image:
    """A picture with edges, slopes and a red corner at the top left, so that turning shows."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.ellipse([width // 4, height // 4, width * 3 // 4, height * 3 // 4], fill=(40, 120, 60))
    draw.rectangle([0, 0, width // 5, height // 5], fill=(220, 20, 20))
    return image


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def heic(image: Image.Image | None = None, **options: object) -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(image or scene()).save(out, **options)
    return out.getvalue()


def exif(*, orientation: int = 1, taken: str = "2026:11:24 09:30:00", offset: str = "+08:00") -> Image.Exif:
    """What a phone writes: maker, model, time, place, a note of the maker."""
    made = Image.Exif()
    made[0x010F], made[0x0110], made[0x0112] = "SecretMaker", "SecretModel", orientation
    block = made.get_ifd(0x8769)
    block[0x9003], block[0x9011], block[0x927C], block[0xA431] = taken, offset, b"SecretNote", "SecretSerial"
    made.get_ifd(0x8825).update({1: "N", 2: (30.0, 17.0, 24.0), 3: "E", 4: (120.0, 9.0, 36.0)})
    return made


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, *, depth: int = 8, colour: int = 0, rows: bytes = b"", extra: bytes = b"") -> bytes:
    """A PNG with any header and any compressed rows."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", header)
        + extra
        + png_chunk(b"IDAT", zlib.compress(rows, 9))
        + png_chunk(b"IEND", b"")
    )


def flood(side: int = 13_000) -> bytes:
    """About 20 kB that are 169 megapixels of one bit each."""
    return png(side, side, depth=1, rows=bytes((side // 8 + 1) * side))


def segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def with_segment(jpeg: bytes, marker: int, body: bytes) -> bytes:
    return jpeg[:2] + segment(marker, body) + jpeg[2:]


def jpeg_of_size(width: int, height: int) -> bytes:
    """A small JPEG whose header claims another size."""
    jpeg = bytearray(saved(scene(64, 64)))
    at = jpeg.index(b"\xff\xc0")
    jpeg[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(jpeg)


def webp_of_size(width: int, height: int) -> bytes:
    body = b"\x10\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = b"VP8X" + struct.pack("<I", 10) + body
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


def animated(kind: str, frames: int = 60) -> bytes:
    pictures = [scene(64, 64).rotate(angle * 6) for angle in range(frames)]
    return saved(pictures[0], kind, save_all=True, append_images=pictures[1:], duration=10, loop=0)


def gif_bomb() -> bytes:
    """A GIF whose header claims 65,535 × 65,535."""
    return b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + saved(scene(8, 8), "GIF")[10:]


def text_bomb(kind: str) -> bytes:
    """A PNG whose compressed text unfolds to 60 MB."""
    info = PngImagePlugin.PngInfo()
    add = info.add_text if kind == "zTXt" else info.add_itxt
    add("Comment", "A" * 60_000_000, zip=True)
    return saved(scene(16, 16), "PNG", pnginfo=info)


def damaged(data: bytes, seed: int, places: int = 30) -> bytes:
    """The file with some of its bytes changed, its magic left alone."""
    dice = random.Random(seed)
    bad = bytearray(data)
    for _ in range(places):
        bad[dice.randrange(12, len(bad))] = dice.randrange(256)
    return bytes(bad)


def icc_bomb() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(scene(), "JPEG", icc_profile=profile[:128] + b"\xff" * 60_000)


def bad_exif() -> bytes:
    """EXIF whose entries point past its end and around in circles."""
    entries = b"".join(struct.pack("<HHII", 0x8769, 4, 0xFFFFFFFF, 8) for _ in range(200))
    body = b"Exif\0\0II*\0" + struct.pack("<I", 8) + struct.pack("<H", 200) + entries + struct.pack("<I", 8)
    return with_segment(saved(scene()), 0xE1, body)


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("not_a_picture", lambda: b""),
    "one byte": ("not_a_picture", lambda: b"\xff"),
    "html called jpg": ("not_a_picture", lambda: SCRIPT),
    "php": ("not_a_picture", lambda: b"<?php system($_GET['c']); ?>"),
    "zip": ("not_a_picture", lambda: b"PK\3\4" + bytes(200)),
    "program": ("not_a_picture", lambda: b"MZ" + bytes(200)),
    "elf": ("not_a_picture", lambda: b"\x7fELF" + bytes(200)),
    "zeros": ("not_a_picture", lambda: bytes(100_000)),
    "noise": ("not_a_picture", lambda: random.Random(1).randbytes(100_000)),
    "text in Chinese": ("not_a_picture", lambda: "这不是照片".encode() * 100),
    "video": ("not_a_picture", lambda: b"\0\0\0\x20ftypmp42" + bytes(200)),
    "jpeg with a byte before": ("not_a_picture", lambda: b"\n" + saved(scene())),
    "gif": ("unsupported", lambda: saved(scene(), "GIF")),
    "gif bomb": ("unsupported", gif_bomb),
    "gif film": ("unsupported", lambda: animated("GIF")),
    "tiff": ("unsupported", lambda: saved(scene(), "TIFF")),
    "tiff, other end first": ("unsupported", lambda: b"MM\0*" + bytes(100)),
    "bmp": ("unsupported", lambda: saved(scene(), "BMP")),
    "ico": ("unsupported", lambda: saved(scene(64, 64), "ICO")),
    "avif": ("unsupported", lambda: saved(scene(), "AVIF")),
    "svg with script": ("unsupported", lambda: b"<?xml version='1.0'?><svg onload='alert(1)'><script>1</script></svg>"),
    "pdf": ("unsupported", lambda: b"%PDF-1.7\n" + bytes(200)),
    "photoshop": ("unsupported", lambda: b"8BPS" + bytes(200)),
    "pixel flood png": ("too_many_pixels", flood),
    "png of four billion": ("too_many_pixels", lambda: png(2**31 - 1, 2**31 - 1)),
    "flood in a line": ("too_many_pixels", lambda: png(60_000_000, 1, depth=1, rows=bytes(7_500_001))),
    "jpeg of 65,535": ("too_many_pixels", lambda: jpeg_of_size(65_500, 65_500)),
    "webp of 16 million": ("too_many_pixels", lambda: webp_of_size(1 << 24, 1 << 24)),
    "webp of 268 MP": ("too_many_pixels", lambda: webp_of_size(16_383, 16_383)),
    "webp lossless flood": (
        "too_many_pixels",
        lambda: b"RIFF\x30\0\0\0WEBPVP8L\x20\0\0\0\x2f\xff\xff\xff\x0f" + bytes(40),
    ),
    "13 MB": ("too_large", lambda: saved(scene()) + bytes(13 << 20)),
    "jpeg cut in half": ("broken", lambda: saved(scene())[: len(saved(scene())) // 2]),
    "jpeg cut in its header": ("broken", lambda: saved(scene())[:40]),
    "jpeg, magic only": ("broken", lambda: b"\xff\xd8\xff\xe0"),
    "jpeg of no width": ("broken", lambda: jpeg_of_size(0, 64)),
    "jpeg of zeros": ("broken", lambda: b"\xff\xd8\xff" + bytes(5000)),
    "jpeg of markers": ("broken", lambda: b"\xff\xd8" + segment(0xFE, bytes(60_000)) * 100),
    "png cut in half": ("broken", lambda: saved(scene(), "PNG")[:500]),
    "png with a wrong checksum": ("broken", lambda: saved(scene(), "PNG").replace(b"IDAT", b"IDAT\x01", 1)),
    "png of no width": ("broken", lambda: png(0, 10)),
    "png without rows": ("broken", lambda: png(1000, 1000)),
    "png of depth 7": ("broken", lambda: png(10, 10, depth=7, rows=bytes(200))),
    "png text bomb": ("broken", lambda: text_bomb("zTXt")),
    "png text bomb, other kind": ("broken", lambda: text_bomb("iTXt")),
    "webp cut": ("broken", lambda: saved(scene(), "WEBP")[:60]),
    "webp, magic only": ("broken", lambda: b"RIFF\x04\0\0\0WEBP"),
    "webp of an unknown chunk": ("broken", lambda: b"RIFF\x20\0\0\0WEBPEVIL" + bytes(40)),
    "webp header without a picture": ("broken", lambda: webp_of_size(100, 100)),
    "heic cut": ("broken", lambda: heic()[:400]),
    "heic, magic only": ("broken", lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
    "heic of noise": ("broken", lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + random.Random(2).randbytes(9000)),
}

TAKEN: dict[str, Callable[[], bytes]] = {
    "jpeg that claims 6000 × 6000": lambda: jpeg_of_size(6000, 6000),
    "html after the end of a jpeg": lambda: saved(scene()) + SCRIPT,
    "html in a comment": lambda: with_segment(saved(scene()), 0xFE, SCRIPT),
    "html in the EXIF segment": lambda: with_segment(saved(scene()), 0xE1, b"Exif\0\0" + SCRIPT),
    "zip after the end of a png": lambda: saved(scene(), "PNG") + b"PK\3\4" + SCRIPT,
    "html in a png text": lambda: png(8, 8, rows=bytes(72), extra=png_chunk(b"tEXt", b"Comment\0" + SCRIPT)),
    "thumbnail of 60 kB": lambda: with_segment(saved(scene()), 0xE1, b"Exif\0\0" + exif().tobytes() + SCRIPT * 1500),
    "EXIF in circles": bad_exif,
    "colour profile of nonsense": icc_bomb,
    "maker's notes and a place": lambda: saved(scene(), "JPEG", exif=exif()),
    "place in a png": lambda: saved(scene(), "PNG", exif=exif()),
    "place in a webp": lambda: saved(scene(), "WEBP", exif=exif()),
    "place in a heic": lambda: heic(exif=exif().tobytes()),
    "webp film": lambda: animated("WEBP"),
    "png film": lambda: animated("PNG"),
    "16 bits a channel": lambda: saved(Image.new("I;16", (64, 64), 30_000), "PNG"),
    "one pixel": lambda: saved(Image.new("RGB", (1, 1)), "PNG"),
    "a thread of 40,000": lambda: saved(Image.new("L", (40_000, 1)), "PNG"),
    "four colours of print": lambda: saved(scene().convert("CMYK"), "JPEG"),
    "grey": lambda: saved(scene().convert("L"), "JPEG"),
    "progressive": lambda: saved(scene(), "JPEG", progressive=True),
    "two pictures in one": lambda: saved(scene(), "MPO", save_all=True, append_images=[scene(64, 64)]),
}
