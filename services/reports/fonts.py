"""The one font of screen, PDF and label bitmaps: Noto Sans SC, cut from its variable source into two static weights.

HarfBuzz does the cutting (0.2 s a weight, where pure Python needs some ten), so all of the font's characters are kept.
"""

import os
import tempfile
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

Weight = Literal[400, 700]

FAMILY = "Noto Sans SC"
RECIPE = 1  # raise it when the cutting changes, so that old files in caches are not taken
STAND_IN = "〓"  # what is drawn in place of a character that the font lacks
_STYLE: dict[Weight, str] = {400: "Regular", 700: "Bold"}
_UNWANTED = ("BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "vhea", "vmtx")


def font_file(weight: Weight) -> Path:
    """A static TrueType file (10 MB), made at first use in the user's cache folder.

    Two processes that come at once may both make it; each moves a whole file into place, so neither sees half of one.
    Raises FileNotFoundError when the font package is not there and OSError when the cache folder cannot be written."""
    source = _source()
    target = _folder() / f"NotoSansSC-{_STYLE[weight]}-{source.stat().st_size:x}-{RECIPE}.ttf"
    if not target.exists():
        _put(target, _static(source, weight))
    return target


def missing(text: str, weight: Weight = 400) -> set[str]:
    """The characters of `text` that the font cannot draw; white space and control characters do not count."""
    covered = _covered(weight)
    return {sign for sign in text if ord(sign) not in covered and sign.isprintable() and not sign.isspace()}


@lru_cache(maxsize=4096)  # the same people, classes and hints stand on label after label
def drawable(text: str, weight: Weight = 400) -> str:
    """`text` on one line, with a stand-in for every character that the font lacks."""
    lacking = missing(text, weight)
    one_line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return "".join(STAND_IN if sign in lacking else sign for sign in one_line) if lacking else one_line


def _source() -> Path:
    import justmytype_intl_cjk

    path = Path(justmytype_intl_cjk.__file__).parent / "fonts/ofl/notosanssc/NotoSansSC[wght].ttf"
    if not path.exists():
        raise FileNotFoundError(f"the font is missing from this installation: {path}")
    return path


def _folder() -> Path:
    from platformdirs import user_cache_dir

    folder = Path(user_cache_dir("anhuan", appauthor=False)) / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _static(source: Path, weight: Weight) -> bytes:
    import uharfbuzz as hb

    face = hb.Face(hb.Blob.from_file_path(str(source)))
    cut = hb.SubsetInput()
    cut.sets(hb.SubsetInputSets.UNICODE).update(set(face.unicodes))
    cut.layout_feature_tag_set.clear()
    cut.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNWANTED)
    cut.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.SET_OVERLAPS_FLAG | hb.SubsetFlags.NOTDEF_OUTLINE
    cut.pin_axis_location(face, "wght", weight)
    static = hb.subset(face, cut)
    if static is None:
        raise OSError(f"the font could not be cut to weight {weight}: {source}")
    return _named(static.blob.data, weight)


def _named(data: bytes, weight: Weight) -> bytes:
    """The source calls itself Thin: without right names the screen would take both files for one and the same face."""
    from io import BytesIO

    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(data), lazy=True)
    style, bold = _STYLE[weight], weight == 700
    names = {1: FAMILY, 2: style, 3: f"{FAMILY} {style}; Anhuan {RECIPE}", 4: f"{FAMILY} {style}"}
    for number, text in (names | {6: f"NotoSansSC-{style}"}).items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = int(bold)
    out = BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def _put(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(data)
        os.replace(name, target)
    except PermissionError:
        if not target.exists():  # Windows: another process has put its own there and is using it
            raise
    finally:
        Path(name).unlink(missing_ok=True)


@cache
def _covered(weight: Weight) -> frozenset[int]:
    import uharfbuzz as hb

    return frozenset(hb.Face(hb.Blob.from_file_path(str(font_file(weight)))).unicodes)
