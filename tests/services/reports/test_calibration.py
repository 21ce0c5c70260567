"""Calibration: what a printer does to a page is measured on the ruler page, and labels then stand where they should."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.refused import Refused
from services.reports.calibration import Correction, Ruler, correction, print_ruler, ruler_of
from services.reports.label_sheets import load_template, template_names
from services.reports.pages import grey_pages
from tests.services.reports.label_printer import Listener, zpl_labels

SHEET = load_template("L7163")


def as_printed(ruler: Ruler, scale: float, shift: tuple[float, float]) -> Ruler:
    """What a person would measure on the paper of a printer that scales and shifts."""
    return Ruler(ruler.left * scale + shift[0], ruler.top * scale + shift[1], ruler.across * scale, ruler.down * scale)


@given(
    scale=st.floats(0.95, 1.05),
    x=st.floats(-5, 5),
    y=st.floats(-5, 5),
    cell=st.integers(0, SHEET.per_page - 1),
)
def test_a_corrected_label_comes_out_where_the_paper_has_it(scale, x, y, cell):
    found = correction(SHEET, as_printed(ruler_of(SHEET), scale, (x, y)))
    sent, wanted = SHEET.cell(cell, found.offset_mm, found.scale), SHEET.cell(cell)
    assert sent.x * scale + x == pytest.approx(wanted.x, abs=0.05)
    assert sent.y * scale + y == pytest.approx(wanted.y, abs=0.05)
    assert sent.right * scale + x == pytest.approx(wanted.right, abs=0.05)


def test_a_faithful_printer_needs_no_correction():
    for name in template_names():
        template = load_template(name)
        assert correction(template, ruler_of(template)) == Correction()
        assert Correction().plain


@pytest.mark.parametrize(
    ("measured", "code"),
    [
        (Ruler(20, 20, 100, 100), "label.scale_out_of_range"),
        (Ruler(20, 20, float("nan"), 270), "label.scale_out_of_range"),
        (Ruler(60, 20, 180, 270), "label.offset_too_far"),
        (Ruler(20, float("nan"), 180, 270), "label.offset_too_far"),
    ],
)
def test_measures_that_no_printer_gives_are_refused(measured, code):
    with pytest.raises(Refused) as refused:
        correction(SHEET, measured)
    assert refused.value.code == code


@pytest.mark.parametrize("name", ["L7163", "door-A5", "roll-40x30", "roll-100x150"])
def test_the_lines_of_the_page_are_as_long_as_they_say(tmp_path, name):
    template = load_template(name)
    print_ruler(template, str(tmp_path / "a.pdf"))
    ((_, dpi, grey),) = grey_pages(tmp_path / "a.pdf", 600)
    dark, ruler, mm = grey < 128, ruler_of(template), 25.4 / dpi
    level = np.flatnonzero(dark[round(ruler.top / mm)]) * mm
    upright = np.flatnonzero(dark[:, round(ruler.left / mm)]) * mm
    assert (level[0], level[-1] - level[0]) == pytest.approx((ruler.left, ruler.across), abs=0.2)
    assert (upright[0], upright[-1] - upright[0]) == pytest.approx((ruler.top, ruler.down), abs=0.2)
    assert dark[:, -round(2 / mm) :].sum() == 0


def test_a_label_printer_gets_it_too(tmp_path):
    template = load_template("roll-60x40")
    with Listener() as printer:
        print_ruler(template, f"tcp://127.0.0.1:{printer.port}")
        assert printer.finished.wait(10)
    (dots,) = zpl_labels(printer.received)
    row = dots[(8 * 8) - 1 : (8 * 8) + 2].any(axis=0)
    assert np.flatnonzero(row)[[0, -1]] / 8 == pytest.approx([8, 48], abs=0.3)
    print_ruler(template, str(tmp_path / "a.zpl"))
    assert (tmp_path / "a.zpl").read_bytes() == printer.received
