"""Zone labels on paper: a PDF, the places of all labels in it, and the way that prints only what can be read back."""

import os
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack

from services.core.refused import Refused
from services.reports.canvas import begun
from services.reports.label_face import Face, LabelFacts, face_of
from services.reports.label_pen import Pen
from services.reports.label_sheets import MM_PER_PT, Box, Template
from services.reports.qr import QUIET_MODULES, mask_bits
from services.words import say

if TYPE_CHECKING:
    from services.reports.preflight import Finding

Drawn = TypeVar("Drawn")
MOST_OFFSET_MM = 20.0
SCALES = (0.9, 1.1)


class Sheet(TypedDict, total=False):
    """How the first sheet lies in the printer: the first `skip` places and the places `used` (from 0, along the rows)
    are gone; `offset_mm` (right, down) and `scale` correct what this printer does to a page. `lang` is "zh" or "en"."""

    skip: int
    used: Collection[int]
    offset_mm: tuple[float, float]
    scale: float
    lang: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label came to stand: `page` from 1, `cell` on the page from 0, boxes in mm from the page's top left.

    `box` is the label, `code_box` the symbol without quiet zone. `notes`: name_cut, foot_cut; `lacking` holds the
    characters that the font does not have and that stand on the label as 〓."""

    page: int
    cell: int
    box: Box
    code_box: Box
    url: str
    code: str
    module_mm: float
    quiet_modules: int
    level: str
    notes: tuple[str, ...]
    lacking: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A label in its place: what is drawn, and the modules of its code as `mask_bits` gives them."""

    label: LabelFacts
    place: Place
    face: Face
    bits: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A label that was not printed: `why` are codes with words under `label.why.`; `finding` is what was measured."""

    label: LabelFacts
    why: tuple[str, ...]
    finding: "Finding | None" = None


@dataclass(slots=True)
class Printed:
    """The `places` in the file and what was `kept_back`; when nothing could be printed there is no new file."""

    places: list[Place] = field(default_factory=list)
    kept_back: list[Kept] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Proof:
    """All labels as they would be printed: the PDF, where each of `labels` stands in it (`places`, in the same order),
    what was measured there (`findings`, likewise), and what cannot be drawn at all (`undrawn`)."""

    pdf: bytes
    labels: tuple[LabelFacts, ...]
    places: tuple[Place, ...]
    findings: "tuple[Finding, ...]"
    undrawn: tuple[Kept, ...]


def draw_labels(template: Template, labels: Sequence[LabelFacts], out: Path, **sheet: Unpack[Sheet]) -> list[Place]:
    """Writes `labels` to the PDF `out` in their order and answers where each stands.

    Raises Refused: label.skip_too_many, label.offset_too_far, label.scale_out_of_range, label.address_too_long,
    label.address_not_ascii, label.no_room."""
    laid = laid_out(template, labels, sheet)
    put(out, document(template, laid, sheet.get("lang", "zh")))
    return [each.place for each in laid]


def print_labels(template: Template, labels: Sequence[LabelFacts], out: Path, **sheet: Unpack[Sheet]) -> Printed:
    """Draws, reads every code back from the rendered pages, and draws again without the labels that failed.

    `out` is only written when every code in it was read. Refusals of the whole job as for draw_labels; what is wrong
    with one label keeps only that label back."""
    from services.reports.preflight import check_pdf

    def draw(laid: list[Laid]) -> bytes:
        return document(template, laid, sheet.get("lang", "zh"))

    def check(data: bytes, places: list[Place]) -> "list[Finding]":
        return check_pdf(data, expected=places, dpi=max(template.printer_dpi, 300))

    return approved(template, labels, sheet, draw, check, lambda data: put(out, data))


def approved(
    template: Template,
    labels: Sequence[LabelFacts],
    sheet: Sheet,
    draw: "Callable[[list[Laid]], Drawn]",
    check: "Callable[[Drawn, list[Place]], list[Finding]]",
    deliver: "Callable[[Drawn], None]",
) -> Printed:
    """Draws in whatever form, has every code read back from it, and draws again without the labels that failed. Only
    a drawing in which all codes were read is delivered."""
    kept: list[Kept] = []
    good = list(labels)
    while good:
        laid = laid_out(template, good, sheet, kept)
        if not laid:
            break
        drawn, places = draw(laid), [each.place for each in laid]
        findings = check(drawn, places)
        failed = {each.place: each for each in findings if each.place is not None and not each.ok}
        if not failed:
            deliver(drawn)
            return Printed(places, kept)
        kept += [Kept(laid[number].label, finding.why, finding) for number, finding in sorted(failed.items())]
        good = [each.label for number, each in enumerate(laid) if number not in failed]
    return Printed([], kept)


def proof_labels(template: Template, labels: Sequence[LabelFacts], **sheet: Unpack[Sheet]) -> Proof:
    """What printing would measure, with the labels that fail left in their places; nothing is written. Refusals of
    the whole job as for draw_labels."""
    from services.reports.preflight import check_pdf

    kept: list[Kept] = []
    laid = laid_out(template, labels, sheet, kept)
    data, places = document(template, laid, sheet.get("lang", "zh")), [each.place for each in laid]
    found = check_pdf(data, expected=places, dpi=max(template.printer_dpi, 300)) if places else []
    return Proof(data, tuple(each.label for each in laid), tuple(places), tuple(found[: len(places)]), tuple(kept))


def laid_out(
    template: Template, labels: Sequence[LabelFacts], sheet: Sheet, kept: list[Kept] | None = None
) -> list[Laid]:
    """Each label in its place. What cannot be drawn joins `kept`, or is refused if there is none."""
    lang = sheet.get("lang", "zh")
    offset, scale = sheet.get("offset_mm", (0.0, 0.0)), sheet.get("scale", 1.0)
    _check_correction(offset, scale)
    cells = _free_cells(template, sheet.get("skip", 0), sheet.get("used", ()))
    laid: list[Laid] = []
    page, cell = next(cells)
    for label in labels:
        try:
            face = face_of(template, label, template.cell(cell, offset, scale), lang)
            bits = mask_bits(label.url, face.size)
        except Refused as refused:
            if kept is None:
                raise
            kept.append(Kept(label, (refused.code.removeprefix("label."),)))
            continue
        laid.append(Laid(label, _place(template, face, label, page, cell), face, bits))
        page, cell = next(cells)
    return laid


def document(template: Template, laid: Sequence[Laid], lang: str, *, words_only: bool = False) -> bytes:
    """The PDF. `words_only` leaves the codes out and has no colours, for printers that draw codes themselves."""
    canvas = begun_on(template, lang)
    pen = Pen(canvas, template.page_mm[1], black_only=words_only)
    page = 1
    for each in laid:
        if each.place.page != page:
            canvas.showPage()
            page = each.place.page
        pen.draw(each.face, None if words_only else each.bits)
    data: bytes = canvas.getpdfdata()
    return data


def _check_correction(offset: tuple[float, float], scale: float) -> None:
    if not all(abs(way) <= MOST_OFFSET_MM for way in offset):
        raise Refused("label.offset_too_far", most_mm=MOST_OFFSET_MM)
    if not SCALES[0] <= scale <= SCALES[1]:
        raise Refused("label.scale_out_of_range", least=SCALES[0], most=SCALES[1])


def _free_cells(template: Template, skip: int, used: Collection[int]) -> Iterator[tuple[int, int]]:
    """Page and place of one free label after the other, without end."""
    taken = {*range(skip), *used}
    first = [cell for cell in range(template.per_page) if cell not in taken]
    if skip < 0 or not taken <= set(range(template.per_page)) or not first:
        raise Refused("label.skip_too_many", per_page=template.per_page)
    return _numbered(first, range(template.per_page))


def _numbered(first: list[int], whole: range) -> Iterator[tuple[int, int]]:
    page, cells = 1, iter(first)
    while True:
        for cell in cells:
            yield page, cell
        page, cells = page + 1, iter(whole)


def begun_on(template: Template, lang: str) -> Any:
    """A canvas of this paper."""
    from io import BytesIO

    canvas = begun(BytesIO(), say("label.document", lang), lang)
    canvas.setPageSize((template.page_mm[0] / MM_PER_PT, template.page_mm[1] / MM_PER_PT))
    return canvas


def _place(template: Template, face: Face, label: LabelFacts, page: int, cell: int) -> Place:
    return Place(
        page=page,
        cell=cell,
        box=face.cell,
        code_box=face.code,
        url=label.url,
        code=label.code,
        module_mm=face.size.dots * template.dot_mm,
        quiet_modules=QUIET_MODULES,
        level=face.size.level,
        notes=face.notes,
        lacking=face.lacking,
    )


def put(out: Path, data: bytes) -> None:
    """The whole file or none: a printer never gets half of one."""
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=out.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(data)
        os.chmod(name, 0o644)
        os.replace(name, out)
    finally:
        Path(name).unlink(missing_ok=True)
