"""Labels and damaged pages for the tests of this room."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

from services.reports.label_face import LabelFacts
from services.reports.label_sheets import MM_PER_PT, Box

NAMES = (
    "冲压车间",
    "危险化学品库一号防火分区（东侧）",
    "二号联合厂房三层东南角有限空间作业准备区与应急物资存放点",
    "甲醇-乙醇混合罐区 Tank farm No. 3 (north)",
    "35℃ 恒温间 12 ㎡ Ⅴ 级",
    "仓库",
    "涂装车间调漆间、喷漆室、流平室及烘干室联合防爆区域（含地下管沟）",
    "Solvent recovery and waste water treatment building",
)
LEVELS = {"A": ("red", "重大风险"), "B": ("orange", "较大风险"), "C": ("yellow", "一般风险"), "D": ("blue", "低风险")}
WORDS = {"A": "高危", "B": "中危", "C": "低危", "D": "一般"}


def label(number: int = 0, **other: str) -> LabelFacts:
    zone_class = "ABCD"[number % 4]
    facts = {
        "url": f"https://safety.plant.example/z/Z-{number + 4096:04X}.1.1.q0Zs8pXrYt1uV{number:03x}",
        "code": f"Z-{number + 4096:04X}",
        "name": NAMES[number % len(NAMES)],
        "zone_class": zone_class,
        "class_word": WORDS[zone_class],
        "supervisor": ("陈志强", "吴敏", "欧阳晓东")[number % 3],
        "phone": ("8126", "138 0000 8131", "")[number % 3],
        "plant": "华东精密机械厂",
        "risk": LEVELS[zone_class][0],
        "risk_word": LEVELS[zone_class][1],
        "emergency": ("切断电源，沿疏散标志撤离到东门集合点 8110", "")[number % 2],
    }
    return LabelFacts(**(facts | other))


def labels(count: int) -> list[LabelFacts]:
    return [label(number) for number in range(count)]


def painted(source: Path, target: Path, box: Box, *, grey: int = 0, alpha: int = 255) -> Path:
    """The PDF with a rectangle, in mm from the top left of its first page, painted over it."""
    document = pypdfium2.PdfDocument(source)
    page = document[0]
    bottom = page.get_height() - box.bottom / MM_PER_PT
    size = (box.width / MM_PER_PT, box.height / MM_PER_PT)
    rectangle = raw.FPDFPageObj_CreateNewRect(box.x / MM_PER_PT, bottom, *size)
    raw.FPDFPageObj_SetFillColor(rectangle, grey, grey, grey, alpha)
    raw.FPDFPath_SetDrawMode(rectangle, raw.FPDF_FILLMODE_ALTERNATE, False)
    raw.FPDFPage_InsertObject(page, rectangle)
    return _saved(document, page, target)


def shrunk(source: Path, target: Path, factor: float) -> Path:
    """The PDF with the content of its first page made smaller, as a printer's "fit to page" does."""
    document = pypdfium2.PdfDocument(source)
    page = document[0]
    matrix = raw.FS_MATRIX(factor, 0, 0, factor, 0, 0)
    everything = raw.FS_RECTF(0, page.get_height(), page.get_width(), 0)
    raw.FPDFPage_TransFormWithClip(page, matrix, everything)
    return _saved(document, page, target)


def _saved(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, target: Path) -> Path:
    page.gen_content()
    document.save(target)
    document.close()
    return target


def rendered(pdf: Path, dpi: int) -> list[Path]:
    """Its pages as another program draws them."""
    to = pdf.with_name(f"{pdf.stem}-{dpi}")
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", pdf, to], check=True)
    return sorted(pdf.parent.glob(f"{to.name}-*.pgm"))


def page_texts(pdf: Path | bytes) -> list[str]:
    """What can be read on its pages, with the line ends that PDFium gives."""
    document = pypdfium2.PdfDocument(pdf)
    told = [str(page.get_textpage().get_text_bounded()) for page in document]
    document.close()
    return told


def read_by_zbar(pictures: Iterable[Path]) -> list[str]:
    """What the other reader finds, picture by picture."""
    command = ["zbarimg", "-q", "--nodbus", "--raw", "-Sdisable", "-Sqrcode.enable", *map(str, pictures)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
