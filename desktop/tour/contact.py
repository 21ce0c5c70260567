"""All pictures on one sheet: as a page of HTML, and as one picture."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

STYLE = (
    "body{font:14px sans-serif;margin:24px;background:#888;color:#fff}section{display:flex;flex-wrap:wrap;gap:12px}"
    "figure{margin:0}img{height:240px;display:block}figcaption{padding:4px 0}"
)
HIGH, GAP, CAPTION, ACROSS = 240, 12, 22, 5


def write_contact(out: Path, pictures: Sequence[Path]) -> None:
    """Writes `contact.html` and `contact.png` beside the pictures' folders."""
    folders: dict[str, list[Path]] = {}
    for picture in pictures:
        folders.setdefault(picture.parent.name, []).append(picture)
    parts = [f"<!doctype html><meta charset=utf-8><title>{escape(out.name)}</title><style>{STYLE}</style>"]
    for name, inside in folders.items():
        parts.append(f"<h2>{escape(name)}</h2><section>")
        for picture in inside:
            link = f"{name}/{picture.name}"
            parts.append(f'<figure><a href="{link}"><img src="{link}" loading="lazy"></a>')
            parts.append(f"<figcaption>{escape(picture.stem)}</figcaption></figure>")
        parts.append("</section>")
    (out / "contact.html").write_text("\n".join(parts), encoding="utf-8")
    _mosaic([picture for inside in folders.values() for picture in inside], out / "contact.png")


def _mosaic(pictures: Sequence[Path], to: Path) -> None:
    from PIL import Image, ImageDraw, ImageFont

    from services.reports.fonts import font_file

    font = ImageFont.truetype(str(font_file(400)), 13)
    small = []
    for picture in pictures:
        with Image.open(picture) as image:
            small.append(image.convert("RGB").resize((round(image.width * HIGH / image.height), HIGH)))
    rows = [list(range(start, min(start + ACROSS, len(small)))) for start in range(0, len(small), ACROSS)]
    wide = max((sum(small[at].width + GAP for at in row) for row in rows), default=0) + GAP
    sheet = Image.new("RGB", (wide, len(rows) * (HIGH + CAPTION + GAP) + GAP), "#888888")
    pen = ImageDraw.Draw(sheet)
    for number, row in enumerate(rows):
        left, top = GAP, GAP + number * (HIGH + CAPTION + GAP)
        for at in row:
            sheet.paste(small[at], (left, top))
            pen.text((left, top + HIGH + 2), f"{pictures[at].parent.name}/{pictures[at].stem}", "#FFFFFF", font)
            left += small[at].width + GAP
    sheet.save(to, optimize=True)
