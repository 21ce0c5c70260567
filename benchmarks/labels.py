"""A thousand zone labels on L7163: this program, with and without its preflight, beside the way most scripts do it
(qrcode's own picture, placed by reportlab) and, where it is installed, beside gLabels' batch program.

    python -m benchmarks.labels [LABELS] [ROUNDS]

All four print the same addresses and the same three lines in the same font. Before any figure counts, every code of
every file is read back. Rounds are interleaved and the median counts; fonts and modules are loaded before.
"""

import csv
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
LEAST_BESIDE_SCRIPT = 10
LEAST_BESIDE_GLABELS = 3

Way = Callable[[Template, list[LabelFacts], Path], None]


def made(count: int) -> list[LabelFacts]:
    return [
        LabelFacts(
            url=f"https://safety.plant.example/z/Z-{number:05d}.1.1.{number * 2654435761 % 2**32:08x}vUw3xQ8p",
            code=f"Z-{number:05d}",
            name=f"{PLACES[number % len(PLACES)]}",
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


def measured(ways: dict[str, Way], labels: list[LabelFacts], rounds: int, folder: Path) -> dict[str, list[float]]:
    template = load_template("L7163")
    wanted = {label.url for label in labels}
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for name, way in ways.items():
        way(template, labels, folder / f"{name}.pdf")
        read = {finding.url for finding in check_pdf(folder / f"{name}.pdf")}
        print(f"{name:14} {len(read & wanted):5} of {len(wanted)} codes read back")
        if name.startswith("ours") and read != wanted:
            raise SystemExit(f"{name} printed codes that cannot be read")
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.perf_counter()
            way(template, labels, folder / f"{name}.pdf")
            seconds[name].append(time.perf_counter() - start)
    return seconds


def main(count: int = 1000, rounds: int = 3) -> int:
    ways: dict[str, Way] = {"ours": ours, "ours_checked": ours_checked, "script": script}
    if shutil.which("glabels-3-batch") and shutil.which("xvfb-run"):
        ways["glabels"] = glabels
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lend_fonts(folder)
        seconds = measured(ways, made(count), rounds, folder)
        size = {name: (folder / f"{name}.pdf").stat().st_size / count / 1000 for name in ways}
    middle = {name: statistics.median(times) for name, times in seconds.items()}
    print(f"{'':14} {'labels/s':>9} {'kB/label':>9} {'x script':>9} {'x glabels':>9}   seconds")
    for name, each in middle.items():
        beside = f"{middle['glabels'] / each:9.1f}" if "glabels" in middle else f"{'-':>9}"
        spread = f"{min(seconds[name]):.2f}-{max(seconds[name]):.2f}"
        print(f"{name:14} {count / each:9.0f} {size[name]:9.2f} {middle['script'] / each:9.1f} {beside}   {spread}")
    good = middle["script"] / middle["ours"] >= LEAST_BESIDE_SCRIPT
    if "glabels" in middle:
        good = good and middle["glabels"] / middle["ours_checked"] >= LEAST_BESIDE_GLABELS
    else:
        print("gLabels is not installed (Debian: glabels, xvfb), so it was not measured")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
