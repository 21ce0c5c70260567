"""Sheets of a plan to a printer of this computer, in their true size."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from desktop.tasks import Cancelled
from desktop.views.labels.paper_printer import paint_pages, printer_called

if TYPE_CHECKING:
    from services.reports.plan_sheet import Sheets

DPI = {"A4": 300, "A3": 300, "A2": 200, "A1": 150}  # a page as a picture must fit into memory


def print_sheets(name: str, title: str, sheets: "Sheets", step: Callable[[float], bool]) -> None:
    """All pages. Raises Refused: label.printer_gone, label.printer_failed; Cancelled, with what was sent taken back."""
    put_sheets(printer_called(name), name, title, sheets, step)


def put_sheets(printer: QPrinter, name: str, title: str, sheets: "Sheets", step: Callable[[float], bool]) -> None:
    """The same on a printer that is there."""
    page = sheets.page
    printer.setDocName(title)
    printer.setPageSize(QPageSize(getattr(QPageSize.PageSizeId, page.paper)))
    ways = QPageLayout.Orientation
    printer.setPageOrientation(ways.Landscape if page.landscape else ways.Portrait)
    printer.setResolution(DPI[page.paper])
    try:
        paint_pages(printer, name, (page.width, page.height), _pages(sheets, step))
    except Cancelled:
        printer.abort()
        raise


def _pages(sheets: "Sheets", step: Callable[[float], bool]) -> Iterator[QImage]:
    from services.reports.pages import page_image

    for number in range(1, sheets.pages + 1):
        if not step((number - 1) / sheets.pages):
            raise Cancelled
        yield QImage.fromData(page_image(sheets.pdf, number, DPI[sheets.page.paper]))
