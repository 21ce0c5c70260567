"""What a file is by its first bytes, before any decoder sees it."""

from services.photos.picture import PhotoRefused

HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
OTHER_PICTURES = [
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"\0\0\1\0", "ICO"),
    (b"8BPS", "PSD"),
    (b"%PDF", "PDF"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
]


def format_of(data: bytes) -> str:
    """One of JPEG, PNG, WEBP, HEIF. Raises PhotoRefused: unsupported for other pictures, not_a_picture for the rest."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp" and data[8:12] in HEIF_BRANDS:
        return "HEIF"
    raise refusal_of(data)


def refusal_of(data: bytes) -> PhotoRefused:
    """Why a file that is none of the four is refused."""
    if data[4:12] == b"ftypavif":
        return PhotoRefused("unsupported", {"format": "AVIF"})
    if b"<svg" in data[:1024].lower():
        return PhotoRefused("unsupported", {"format": "SVG"})
    for magic, name in OTHER_PICTURES:
        if data.startswith(magic):
            return PhotoRefused("unsupported", {"format": name})
    return PhotoRefused("not_a_picture")


def webp_size(data: bytes) -> tuple[int, int]:
    """Width and height of a WEBP in pixels. Its decoder takes memory for the whole canvas when it opens the file, so
    the header is read here first. Raises PhotoRefused("broken")."""
    chunk, body = data[12:16], data[20:30]
    if len(body) == 10 and chunk == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if len(body) == 10 and chunk == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if len(body) == 10 and chunk == b"VP8 ":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    raise PhotoRefused("broken")
