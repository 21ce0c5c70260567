"""Makes the pictures of the guide, the READMEs and the walk-through from those of a tour:
python -m docs.making.pictures TOUR

Which ones is said by the pages themselves: `pictures/<language>/<name>.png` is the tour's `<language>-light/<name>`.
Pictures that no page names any more are taken away.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "desktop" / "guide" / "pictures"
NAMED = re.compile(r"pictures/(zh|en)/([a-z0-9-]+)\.png")
WIDEST, MOST_BYTES = 1000, 110_000
COLOURS = (224, 160, 96, 64)


def pages() -> Iterator[Path]:
    """Every page that may name a picture."""
    yield from sorted((ROOT / "desktop" / "guide").glob("*/*.md"))
    yield from sorted(ROOT.glob("README*.md"))
    yield from sorted((ROOT / "docs").rglob("*.md"))


def wanted() -> set[tuple[str, str]]:
    """Language and name of every picture that a page shows."""
    found = (NAMED.findall(page.read_text("utf-8")) for page in pages())
    return {(lang, name) for some in found for lang, name in some}


def small(picture: Image.Image) -> bytes:
    """The picture as a PNG of few colours, narrower and poorer until it is small enough."""
    made = picture.convert("RGB")
    data = b""
    for width in (WIDEST, 900, 800):
        if made.width > width:
            made = made.resize((width, round(made.height * width / made.width)), Image.Resampling.LANCZOS)
        for colours in COLOURS:
            into = BytesIO()
            made.quantize(colours, dither=Image.Dither.NONE).save(into, "PNG", optimize=True)
            data = into.getvalue()
            if len(data) <= MOST_BYTES:
                return data
    return data


def write(tour: Path) -> list[str]:
    """Writes all of them; answers what the tour did not take."""
    names, missing = wanted(), []
    for lang, name in sorted(names):
        source = tour / f"{lang}-light" / f"{name}.png"
        if not source.exists():
            missing.append(f"{lang}/{name}")
            continue
        target = PLACE / lang / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(source) as picture:
            target.write_bytes(small(picture))
    for left in PLACE.rglob("*.png"):
        if (left.parent.name, left.stem) not in names:
            left.unlink()
    return missing


def main() -> int:
    """The command; 1 where a picture is missing."""
    missing = write(Path(sys.argv[1]))
    sys.stdout.write("".join(f"the tour has no {one}\n" for one in missing))
    sys.stdout.write(f"{len(wanted()) - len(missing)} pictures in {PLACE}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
