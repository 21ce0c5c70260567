"""Pages of labels to a printer of this computer, dot by dot, so that nobody scales them on the way."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from services.core.refused import Refused

if TYPE_CHECKING:
    from services.reports.label_sheets import Template

MM_PER_INCH = 25.4
BROKEN = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


def printer_names() -> list[str]:
    """The printers of this computer, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))


def print_on(name: str, pdf: Path, template: "Template") -> None:
    """All pages of a PDF. Raises Refused: label.printer_gone, label.printer_failed."""
    put_on(printer_called(name), name, pdf, template)


def put_on(printer: QPrinter, name: str, pdf: Path, template: "Template") -> None:
    """Paints each page in the size it has. Raises Refused: label.printer_failed when the printer takes no page, or
    breaks off."""
    printer.setDocName(pdf.stem)
    printer.setPageSize(QPageSize(QSizeF(*template.page_mm), QPageSize.Unit.Millimeter))
    printer.setResolution(template.printer_dpi)
    paint_pages(printer, name, template.page_mm, _pages(pdf, template))


def paint_pages(printer: QPrinter, name: str, size_mm: tuple[float, float], pages: Iterable[QImage]) -> None:
    """Paints pages of this size, edge to edge, on a printer whose paper is set. Raises Refused:
    label.printer_failed."""
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(printer):
        raise Refused("label.printer_failed", name=name)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    dots = printer.resolution() / MM_PER_INCH
    page = QRectF(0, 0, size_mm[0] * dots, size_mm[1] * dots)
    for number, image in enumerate(pages, 1):
        if number > 1 and not printer.newPage():
            break
        painter.drawImage(page, image)
    else:
        if painter.end() and printer.printerState() not in BROKEN:
            return
    raise Refused("label.printer_failed", name=name)


def printer_called(name: str) -> QPrinter:
    """A printer of this computer. Raises Refused: label.printer_gone."""
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise Refused("label.printer_gone", name=name)
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _pages(pdf: Path, template: "Template") -> Iterator[QImage]:
    from services.reports.label_raster import dpi_of
    from services.reports.pages import page_count, page_image

    data = pdf.read_bytes()
    for number in range(1, page_count(data) + 1):
        yield QImage.fromData(page_image(data, number, dpi_of(template)))
