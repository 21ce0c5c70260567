"""Labels to where they are wanted: the ending of a file's name or a printer's address says in which form."""

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from services.core.refused import Refused
from services.reports.label_face import LabelFacts
from services.reports.label_sheets import Template, load_template, template_names
from services.reports.labels import Laid, Place, Printed, Sheet, approved, document, print_labels, put

if TYPE_CHECKING:
    from services.reports.label_raster import DotPage
    from services.reports.preflight import Finding

ENDINGS = (".pdf", ".png", ".zpl", ".tspl")
NETWORK = "tcp://"
OFFICE_TEMPLATE, ROLL_TEMPLATE = "L7163", "roll-60x40"


def is_for_rolls(out: str) -> bool:
    """Whether what is wanted goes to a label printer."""
    return out.startswith(NETWORK) or Path(out).suffix.lower() in (".zpl", ".tspl")


def paper(name: str | None, out: str, dpi: int | None = None) -> Template:
    """The template, or the usual one for this output; `dpi` is that of the printer's head. Raises Refused:
    label.template_unknown, label.template_invalid, label.output_unknown, label.not_for_rolls."""
    if not out.startswith(NETWORK) and Path(out).suffix.lower() not in ENDINGS:
        raise Refused("label.output_unknown", file=out, known=" ".join(ENDINGS))
    template = load_template(name or (ROLL_TEMPLATE if is_for_rolls(out) else OFFICE_TEMPLATE))
    if is_for_rolls(out) and template.per_page > 1:
        raise Refused("label.not_for_rolls", name=template.name, known=", ".join(_rolls()))
    return replace(template, printer_dpi=dpi) if dpi else template


def _rolls() -> list[str]:
    return [name for name in template_names() if name.startswith("roll-")]


def print_out(
    template: Template, labels: Sequence[LabelFacts], out: str, language: str = "zpl", **sheet: Unpack[Sheet]
) -> Printed:
    """Prints what can be read back from the pages as they come out, and keeps back the rest (see print_labels).

    `out` is a file ending in .pdf, .png, .zpl or .tspl, or tcp://HOST[:9100] of a printer that speaks `language`.
    Pages of a .png after the first go into files of their own: NAME-2.png, NAME-3.png. Raises Refused as print_labels,
    and label.printer_address, label.printer_away, label.printer_broke_off."""
    if out.startswith(NETWORK):
        from services.reports.raw_port import printer_at, send

        host, port = printer_at(out)
        return _for_rolls(template, labels, language, lambda data: send(host, port, data), sheet)
    ending = Path(out).suffix.lower()
    if ending == ".pdf":
        return print_labels(template, labels, Path(out), **sheet)
    if ending == ".png":
        return _pictures(template, labels, Path(out), sheet)
    return _for_rolls(template, labels, ending[1:], lambda data: put(Path(out), data), sheet)


def _for_rolls(
    template: Template,
    labels: Sequence[LabelFacts],
    language: str,
    deliver: Callable[[bytes], None],
    sheet: Sheet,
) -> Printed:
    from services.reports.label_printers import commands
    from services.reports.label_raster import dot_pages, dpi_of
    from services.reports.preflight import check_pages

    def draw(laid: list[Laid]) -> "list[DotPage]":
        return list(dot_pages(template, laid, sheet.get("lang", "zh")))

    def check(pages: "list[DotPage]", places: list[Place]) -> "list[Finding]":
        return check_pages(((page.number, dpi_of(template), page.whole()) for page in pages), places)

    def tell(pages: "list[DotPage]") -> None:
        deliver(b"".join(commands(language, template, page) for page in pages))

    return approved(template, labels, sheet, draw, check, tell)


def deliver(out: str, template: Template, page: bytes, language: str = "zpl") -> None:
    """One page without codes, a PDF, to where labels of this paper go. Raises Refused as print_out does."""
    from services.reports.label_printers import commands
    from services.reports.label_raster import dpi_of, page_of_words
    from services.reports.pages import page_image
    from services.reports.raw_port import printer_at, send

    ending = Path(out).suffix.lower()
    if out.startswith(NETWORK):
        send(*printer_at(out), commands(language, template, page_of_words(template, page)))
    elif ending in (".zpl", ".tspl"):
        put(Path(out), commands(ending[1:], template, page_of_words(template, page)))
    else:
        put(Path(out), page_image(page, 1, dpi_of(template)) if ending == ".png" else page)


def _pictures(template: Template, labels: Sequence[LabelFacts], out: Path, sheet: Sheet) -> Printed:
    from services.reports.label_raster import dpi_of
    from services.reports.pages import grey_picture, page_image
    from services.reports.preflight import check_pages

    dpi = dpi_of(template)

    def draw(laid: list[Laid]) -> list[bytes]:
        data = document(template, laid, sheet.get("lang", "zh"))
        return [page_image(data, number, dpi) for number in range(1, laid[-1].place.page + 1)]

    def check(pages: list[bytes], places: list[Place]) -> "list[Finding]":
        greys = (grey_picture(BytesIO(page), dpi) for page in pages)
        return check_pages(((number, used, grey) for number, (used, grey) in enumerate(greys, 1)), places)

    return approved(template, labels, sheet, draw, check, lambda pages: _put_all(out, pages))


def _put_all(out: Path, pages: list[bytes]) -> None:
    """All pages are written before the first takes its name."""
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.stem}") as folder:
        parts = [Path(folder) / str(number) for number in range(len(pages))]
        for part, page in zip(parts, pages, strict=True):
            part.write_bytes(page)
            os.chmod(part, 0o644)
        for number, part in enumerate(parts, 1):
            os.replace(part, out if number == 1 else out.with_name(f"{out.stem}-{number}{out.suffix}"))
