"""A thousand zone labels on L7163: this program, with and without its preflight, beside the way most scripts do it
(qrcode's own picture, placed by reportlab), beside gLabels' batch program, and beside the limit: libqrencode's codes
without a page and reportlab's text without codes, one after the other.

    python -m benchmarks.labels [LABELS] [ROUNDS]

All print the same addresses and the same three lines in the same font. Before any figure counts, every code of every
file is read back: of ours by two readers (zxing-cpp, zbar) from pages of another program at 203, 300 and 600 dpi.
Rounds are interleaved and the median counts; fonts and modules are loaded before, gLabels starts as for any user. From
Debian: glabels, xvfb, libqrencode4, zbar-tools, poppler-utils; what is not there is said and not measured.
"""

import csv
import ctypes
import ctypes.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import quoteattr

from services.reports.fonts import FAMILY, font_file
from services.reports.label_face import LabelFacts
from services.reports.label_sheets import MM_PER_PT, Template, load_template
from services.reports.labels import draw_labels, print_labels
from services.reports.preflight import check_pdf
from services.reports.typeset import face_name

PLACES = ("冲压车间", "机加车间", "危险化学品库一号防火分区（东侧）", "涂装车间调漆间", "空压机房", "成品仓库 3")
PEOPLE = ("陈志强", "吴敏", "欧阳晓东", "孙梅", "何军")
LEAST_BESIDE_SCRIPT = 30.0
LEAST_BESIDE_GLABELS, LEAST_CHECKED = 20.0, 3.0
LEAST_OF_LIMIT = 0.5
MOST_BYTES_OF_GLABELS = 1 / 6
RESOLUTIONS = (203, 300, 600)

Way = Callable[[Template, list[LabelFacts], Path], None]


def made(count: int) -> list[LabelFacts]:
    return [
        LabelFacts(
            url=f"https://safety.plant.example/z/Z-{number:05d}.1.1.{number * 2654435761 % 2**32:08x}vUw3xQ8p",
            code=f"Z-{number:05d}",
            name=f"{PLACES[number % len(PLACES)]}{number}",
            zone_class="ABCD"[number % 4],
            class_word=("高危", "中危", "低危", "一般")[number % 4],
            supervisor=PEOPLE[number % len(PEOPLE)],
            phone=f"{8100 + number % 90}",
        )
        for number in range(count)
    ]


def ours(template: Template, labels: list[LabelFacts], out: Path) -> None:
    draw_labels(template, labels, out)


def ours_checked(template: Template, labels: list[LabelFacts], out: Path) -> None:
    kept = print_labels(template, labels, out).kept_back
    if kept:
        raise SystemExit(f"{len(kept)} labels were kept back: {kept[0].why}")


def script(template: Template, labels: list[LabelFacts], out: Path) -> None:
    """What one writes first: let the library choose everything, save a PNG, place the picture, write the text."""
    import qrcode
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    height = template.page_mm[1] / MM_PER_PT
    canvas = Canvas(str(out), pagesize=(template.page_mm[0] / MM_PER_PT, height), pageCompression=1)
    for number, label in enumerate(labels):
        cell = template.cell(number % template.per_page)
        if number and number % template.per_page == 0:
            canvas.showPage()
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, box_size=10, border=4)
        code.add_data(label.url)
        code.make(fit=True)
        picture = BytesIO()
        code.make_image().save(picture, "PNG")
        picture.seek(0)
        x, bottom = cell.x / MM_PER_PT, height - cell.bottom / MM_PER_PT
        canvas.drawImage(ImageReader(picture), x + 180, bottom + 6, 96, 96)
        canvas.setFont(face_name(700), 16 if len(label.name) < 9 else 10)
        canvas.drawString(x + 12, bottom + 55, label.name)
        canvas.setFont(face_name(400), 8)
        canvas.drawString(x + 12, bottom + 85, f"{label.zone_class} {label.class_word}")
        canvas.drawString(x + 12, bottom + 15, f"{label.supervisor} {label.phone} · {label.code}")
    canvas.save()


def glabels_text(y: int, size: int, weight: str, field: str) -> str:
    return (
        f'<Object-text x="12pt" y="{y}pt" w="165pt" h="{size + 8}pt" justify="left" valign="top" auto_shrink="true" '
        'a0="1" a1="0" a2="0" a3="1" a4="0" a5="0">'
        f'<Span font_family="{FAMILY}" font_size="{size}" font_weight="{weight}" font_italic="False" '
        f'color="0x000000ff" line_spacing="1"><Field name="{field}"/></Span></Object-text>'
    )


def glabels_document(template: Template, source: Path) -> str:
    width, height = (side / MM_PER_PT for side in template.label_mm)
    across, down = (pitch / MM_PER_PT for pitch in template.pitch_mm)
    left, top = (side / MM_PER_PT for side in template.first_mm)
    return f"""<?xml version="1.0"?>
<Glabels-document xmlns="http://glabels.org/xmlns/3.0/">
 <Template brand="bench" part="sheet" size="A4" description="sheet">
  <Label-rectangle id="0" width="{width}pt" height="{height}pt" round="0pt" x_waste="0pt" y_waste="0pt">
   <Markup-margin size="3pt"/>
   <Layout nx="{template.columns}" ny="{template.rows}" x0="{left}pt" y0="{top}pt" dx="{across}pt" dy="{down}pt"/>
  </Label-rectangle>
 </Template>
 <Objects id="0" rotate="False">
  <Object-barcode x="188pt" y="12pt" w="84pt" h="84pt" backend="libqrencode" style="IEC18004" text="False"
   checksum="True" color="0x000000ff" field="url" format="0" a0="1" a1="0" a2="0" a3="1" a4="0" a5="0"/>
  {glabels_text(12, 8, "Regular", "kind")}{glabels_text(36, 14, "Bold", "name")}{glabels_text(84, 8, "Regular", "foot")}
 </Objects>
 <Merge type="Text/Comma/Line1Keys" src={quoteattr(str(source))}/>
</Glabels-document>"""


def glabels(template: Template, labels: list[LabelFacts], out: Path) -> None:
    """The batch program on the same rows, with our font lent to it; its own process start counts, as for any user."""
    source, document = out.with_suffix(".csv"), out.with_suffix(".glabels")
    with source.open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(("url", "kind", "name", "foot"))
        for label in labels:
            kind, foot = f"{label.zone_class} {label.class_word}", f"{label.supervisor} {label.phone} · {label.code}"
            rows.writerow((label.url, kind, label.name, foot))
    document.write_text(glabels_document(template, source), "utf-8")
    pages = -(-len(labels) // template.per_page)
    command = ["xvfb-run", "-a", "glabels-3-batch", "-s", str(pages), "-o", str(out), str(document)]
    environment = os.environ | {"XDG_DATA_HOME": str(out.parent / "share")}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def lend_fonts(folder: Path) -> None:
    fonts = folder / "share" / "fonts"
    fonts.mkdir(parents=True)
    for weight in (400, 700):
        shutil.copy(font_file(weight), fonts)


def limit_codes(template: Template, labels: list[LabelFacts], out: Path) -> None:
    """The fastest encoder we know of, at the level that ours has; nothing is drawn."""
    library = ctypes.CDLL(ctypes.util.find_library("qrencode"))
    library.QRcode_encodeString8bit.restype = ctypes.c_void_p
    library.QRcode_encodeString8bit.argtypes = (ctypes.c_char_p, ctypes.c_int, ctypes.c_int)
    library.QRcode_free.argtypes = (ctypes.c_void_p,)
    for label in labels:
        library.QRcode_free(library.QRcode_encodeString8bit(label.url.encode(), 0, 2))
    out.write_bytes(b"")


def limit_text(template: Template, labels: list[LabelFacts], out: Path) -> None:
    """A page library's plain way with the words alone."""
    from reportlab.pdfgen.canvas import Canvas

    height = template.page_mm[1] / MM_PER_PT
    canvas = Canvas(str(out), pagesize=(template.page_mm[0] / MM_PER_PT, height), pageCompression=1)
    for number, label in enumerate(labels):
        cell = template.cell(number % template.per_page)
        if number and number % template.per_page == 0:
            canvas.showPage()
        x, bottom = cell.x / MM_PER_PT, height - cell.bottom / MM_PER_PT
        canvas.setFont(face_name(700), 14)
        canvas.drawString(x + 12, bottom + 55, label.name)
        canvas.setFont(face_name(400), 8)
        canvas.drawString(x + 12, bottom + 85, f"{label.zone_class} {label.class_word}")
        canvas.drawString(x + 12, bottom + 15, f"{label.supervisor} {label.phone} · {label.code}")
    canvas.save()


def read_twice(file: Path, wanted: set[str]) -> None:
    """Both readers have to find every code at every resolution, in pictures that poppler made."""
    import zxingcpp
    from PIL import Image

    for dpi in RESOLUTIONS:
        with tempfile.TemporaryDirectory() as name:
            subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", str(file), f"{name}/p"], check=True)
            pages = sorted(map(str, Path(name).glob("*.pgm")))
            zbar = ["zbarimg", "-q", "--nodbus", "--raw", "-Sdisable", "-Sqrcode.enable", *pages]
            by_zbar = set(subprocess.run(zbar, capture_output=True, text=True, check=True).stdout.split())
            by_zxing = {code.text for page in pages for code in zxingcpp.read_barcodes(Image.open(page))}
        print(f"{dpi} dpi: zxing-cpp {len(by_zxing & wanted)}, zbar {len(by_zbar & wanted)} of {len(wanted)}")
        if by_zxing != wanted or by_zbar != wanted:
            raise SystemExit(f"not every code is read at {dpi} dpi")


def measured(ways: dict[str, Way], labels: list[LabelFacts], rounds: int, folder: Path) -> dict[str, list[float]]:
    template = load_template("L7163")
    wanted = {label.url for label in labels}
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for name, way in ways.items():
        way(template, labels, folder / f"{name}.pdf")
        if name.startswith("limit"):
            continue
        read = {finding.url for finding in check_pdf(folder / f"{name}.pdf")}
        print(f"{name:14} {len(read & wanted):5} of {len(wanted)} codes read back")
        if name.startswith("ours") and read != wanted:
            raise SystemExit(f"{name} printed codes that cannot be read")
    if shutil.which("pdftoppm") and shutil.which("zbarimg"):
        read_twice(folder / "ours.pdf", wanted)
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.perf_counter()
            way(template, labels, folder / f"{name}.pdf")
            seconds[name].append(time.perf_counter() - start)
    return seconds


def goals(middle: dict[str, float], size: dict[str, float]) -> list[tuple[str, float, float]]:
    """What is to be reached: said, measured, at least."""
    found = [("beside the script, x", middle["script"] / middle["ours"], LEAST_BESIDE_SCRIPT)]
    found.append(("the script's bytes, x", size["script"] / size["ours"], LEAST_BESIDE_SCRIPT))
    if "glabels" in middle:
        found += [
            ("beside gLabels, x", middle["glabels"] / middle["ours"], LEAST_BESIDE_GLABELS),
            ("checked, beside gLabels, x", middle["glabels"] / middle["ours_checked"], LEAST_CHECKED),
            ("gLabels' bytes, x", size["glabels"] / size["ours"], 1 / MOST_BYTES_OF_GLABELS),
        ]
    if "limit_codes" in middle:
        limit = middle["limit_codes"] + middle["limit_text"]
        found.append(("of the limit", limit / middle["ours"], LEAST_OF_LIMIT))
    return found


def main(count: int = 1000, rounds: int = 3) -> int:
    ways: dict[str, Way] = {"ours": ours, "ours_checked": ours_checked, "script": script}
    if shutil.which("glabels-3-batch") and shutil.which("xvfb-run"):
        ways["glabels"] = glabels
    else:
        print("gLabels is not installed (Debian: glabels, xvfb), so it was not measured")
    if ctypes.util.find_library("qrencode"):
        ways |= {"limit_codes": limit_codes, "limit_text": limit_text}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lend_fonts(folder)
        seconds = measured(ways, made(count), rounds, folder)
        size = {name: (folder / f"{name}.pdf").stat().st_size / count / 1000 for name in ways}
    middle = {name: statistics.median(times) for name, times in seconds.items()}
    print(f"{'':14} {'labels/s':>9} {'kB/label':>9}   seconds")
    for name, each in middle.items():
        print(f"{name:14} {count / each:9.0f} {size[name]:9.3f}   {min(seconds[name]):.2f}-{max(seconds[name]):.2f}")
    missed = 0
    for said, found, least in goals(middle, size):
        missed += found < least
        print(f"{said:28} {found:6.2f} (goal {least:.4g}){'' if found >= least else ' NOT REACHED'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
