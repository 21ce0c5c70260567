"""Preflight: every code of a page, read back by a reader that did not draw it and measured where it stands.

What fails here would have failed on the wall, with a worker standing before it.
"""

import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services.reports.label_sheets import MM_PER_INCH
from services.reports.pages import grey_pages, grey_picture
from services.reports.symbol import Corners, measured

if TYPE_CHECKING:
    from services.reports.label_sheets import Template
    from services.reports.labels import Place
    from services.reports.pages import Grey

LEAST_MODULE_MM = 0.33
LEAST_QUIET = 4.0
LEAST_CONTRAST = 0.7
LEAST_SPARE = 0.5
READING_DISTANCE = 10  # a phone reads a symbol from about ten times its width
GATE_MM = 950  # a sign on a gate is scanned from about 1 m: a code of 9.5 cm still does
_PAGES_IN_MEMORY = 3
_ROUNDING_MM = 0.005
_ROUNDING_PX = 1.5  # corners are read to a pixel, and edges are blurred by one
_ZONE_CODE = re.compile(r"/z/([^./?#]+)\.")


@dataclass(frozen=True, slots=True)
class Finding:
    """One code as it stands on the rendered page; lengths in mm from the page's top left, without quiet zone.

    `url` is empty when the code cannot be decoded; `zone` is the zone's short code if the text is a label's; `quiet` in
    modules on the worst side (6 is the most that is measured), `contrast` 0 to 1, `spare` the share of error correction
    still unused, `reading_mm` from how far a phone reads it. `why` holds the codes of what is wrong, with words under
    `label.why.`; `place` is the number of the expected place that this answers."""

    url: str
    zone: str | None
    page: int
    x_mm: float
    y_mm: float
    side_mm: float
    module_mm: float
    quiet: float
    contrast: float
    spare: float
    level: str
    reading_mm: float
    why: tuple[str, ...]
    place: int | None = None

    @property
    def ok(self) -> bool:
        return not self.why

    @property
    def token(self) -> str:
        """What stands behind `/z/` in a label's address; empty for any other text."""
        return self.url.partition("/z/")[2] if self.zone else ""

    def as_json(self) -> dict[str, Any]:
        """Plain JSON values, with the token and the verdict."""
        verdict = "ok" if self.ok else "fail"
        return {"token": self.token} | asdict(self) | {"why": list(self.why), "verdict": verdict}


def too_near(template: "Template", code_mm: float) -> bool:
    """Whether a code of this width on a sign for a gate is read from nearer only than people stand before it."""
    return template.for_gate and READING_DISTANCE * code_mm < GATE_MM


def check_pdf(source: Path | bytes, expected: "Sequence[Place] | None" = None, dpi: float = 300) -> list[Finding]:
    """Every code of a PDF in reading order; with `expected` also what is missing or differs at each of these places.

    Raises Refused: label.file_unreadable."""
    return check_pages(grey_pages(source, dpi), expected)


def check_pages(pages: "Iterable[tuple[int, float, Grey]]", expected: "Sequence[Place] | None" = None) -> list[Finding]:
    """The same for pages as they come: each with its number from 1 and its dots per inch."""
    on_page = Counter(place.page for place in expected or ())
    found: list[Finding] = []
    with ThreadPoolExecutor(max_workers=2) as pool:  # PDFium draws the next page while this one is read
        waiting: deque[Future[list[Finding]]] = deque()
        for page, used, image in pages:
            if len(waiting) == _PAGES_IN_MEMORY:
                found += waiting.popleft().result()
            waiting.append(pool.submit(_codes, page, used, image, on_page[page]))
        for job in waiting:
            found += job.result()
    return found if expected is None else _compared(found, expected)


def check_image(path: Path, dpi: float | None = None) -> list[Finding]:
    """Every code of a picture; without `dpi` the file's own figure counts. Raises Refused: label.file_unreadable."""
    used, image = grey_picture(path, dpi)
    return _codes(1, used, image)


def _codes(page: int, dpi: float, image: "Grey", expected: int = 0) -> list[Finding]:
    symbols = _symbols(image, thorough=False) if expected else []
    if len(symbols) < expected or not expected or not all(code.valid for code in symbols):
        symbols = _symbols(image, thorough=True)
    findings: list[Finding] = []
    for finding in (_finding(page, dpi, image, code) for code in symbols):
        if not any(_same_spot(finding, each) for each in findings):  # a damaged one may be met more than once
            findings.append(finding)
    return sorted(findings, key=lambda finding: (finding.y_mm, finding.x_mm))


def _symbols(image: "Grey", thorough: bool) -> list[Any]:
    """All that looks like a code, the readable ones first. Without `thorough` in half the time: not inverted, not
    again at half size."""
    import zxingcpp

    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    read: list[Any] = zxingcpp.read_barcodes(
        image, formats=formats, try_invert=thorough, try_downscale=thorough, return_errors=True
    )
    return sorted((code for code in read if "Version" in (code.extra or {})), key=lambda code: not code.valid)


def _same_spot(one: Finding, other: Finding) -> bool:
    apart = max(abs(one.x_mm - other.x_mm), abs(one.y_mm - other.y_mm))
    return apart < min(one.side_mm, other.side_mm) / 2


def _finding(page: int, dpi: float, image: "Grey", code: Any) -> Finding:
    at = code.position
    corners: Corners = tuple(
        (corner.x, corner.y) for corner in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    )
    modules = 17 + 4 * int(code.extra["Version"])
    mm = MM_PER_INCH / dpi
    seen = measured(image, corners, modules)
    text = code.text if code.valid else ""
    zone = _ZONE_CODE.search(text)
    finding = Finding(
        url=text,
        zone=zone[1] if zone else None,
        page=page,
        x_mm=round(min(x for x, _ in corners) * mm, 2),
        y_mm=round(min(y for _, y in corners) * mm, 2),
        side_mm=round(seen.module_px * modules * mm, 2),
        module_mm=round(seen.module_px * mm, 3),
        quiet=round(seen.quiet, 1),
        contrast=round(seen.contrast, 2),
        spare=round(float(code.extra.get("UEC", 0)), 2),
        level=code.ec_level,
        reading_mm=round(READING_DISTANCE * seen.module_px * modules * mm),
        why=(),
    )
    slack = _ROUNDING_PX / seen.module_px
    return replace(finding, why=tuple(_faults(finding, slack, code.valid)))


def _faults(finding: Finding, slack: float, valid: bool) -> Iterable[str]:
    if not valid:
        yield "unreadable"
    if finding.module_mm < LEAST_MODULE_MM - _ROUNDING_MM:
        yield "too_small"
    if finding.quiet < LEAST_QUIET - slack:
        yield "quiet_zone"
    if finding.contrast < 0:
        yield "inverted"
    elif finding.contrast < LEAST_CONTRAST:
        yield "contrast"
    if valid and finding.spare < LEAST_SPARE:
        yield "damaged"


def _compared(found: list[Finding], expected: "Sequence[Place]") -> list[Finding]:
    """Findings with the number of their place; a place without a code is a finding of its own."""
    left = list(found)
    answers = []
    for number, place in enumerate(expected):
        here = next((each for each in left if _stands_at(each, place)), None)
        if here is None:
            answers.append(_absent(place, number))
            continue
        left.remove(here)
        other = () if here.url == place.url or "unreadable" in here.why else ("other_text",)
        answers.append(replace(here, place=number, why=here.why + other))
    return answers + left


def _stands_at(finding: Finding, place: "Place") -> bool:
    box = place.code_box
    apart = max(
        abs(finding.x_mm + finding.side_mm / 2 - box.x - box.width / 2),
        abs(finding.y_mm + finding.side_mm / 2 - box.y - box.height / 2),
    )
    return finding.page == place.page and apart < box.width / 2


def _absent(place: "Place", number: int) -> Finding:
    box = place.code_box
    return Finding(
        url=place.url,
        zone=place.code,
        page=place.page,
        x_mm=round(box.x, 2),
        y_mm=round(box.y, 2),
        side_mm=round(box.width, 2),
        module_mm=round(place.module_mm, 3),
        quiet=0.0,
        contrast=0.0,
        spare=0.0,
        level=place.level,
        reading_mm=0,
        why=("not_found",),
        place=number,
    )
