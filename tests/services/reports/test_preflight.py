"""Preflight sees what a phone would stumble over, and says which label it is."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from services.core.refused import Refused
from services.reports.command import labels_check
from services.reports.label_sheets import Box, load_template
from services.reports.labels import Place, draw_labels
from services.reports.pages import grey_pages, page_image
from services.reports.preflight import Finding, check_image, check_pdf
from services.words import has
from tests.services.reports.made import label, labels, painted, shrunk


@pytest.fixture
def sheet(tmp_path) -> tuple[Path, list[Place]]:
    pdf = tmp_path / "sheet.pdf"
    return pdf, draw_labels(load_template("L7163"), labels(14), pdf)


def failing(findings: list[Finding]) -> dict[int | None, tuple[str, ...]]:
    return {finding.place: finding.why for finding in findings if not finding.ok}


def test_a_good_sheet_is_measured_and_passes(sheet):
    pdf, places = sheet
    findings = check_pdf(pdf, places)
    assert [finding.url for finding in findings] == [place.url for place in places]
    assert [finding.zone for finding in findings] == [place.code for place in places]
    first = findings[0]
    assert first.module_mm == pytest.approx(9 * 25.4 / 300, rel=0.01)
    assert first.reading_mm == pytest.approx(10 * first.side_mm, rel=0.01)
    assert (first.quiet, first.contrast, first.spare, first.level) == (6.0, 1.0, 1.0, "Q")


@pytest.mark.parametrize(
    ("gap_modules", "why"), [(0.6, ("quiet_zone",)), (2.6, ("quiet_zone",)), (3.5, ("quiet_zone",)), (4.3, ())]
)
@pytest.mark.parametrize("side", ["left", "right", "above", "below", "corner"])
def test_ink_in_the_quiet_zone_is_found_and_measured(sheet, tmp_path, gap_modules, why, side):
    pdf, places = sheet
    code, module = places[5].code_box, places[5].module_mm
    gap = gap_modules * module
    box = {
        "left": Box(code.x - gap - 0.3, code.y + 9, 0.3, 6),
        "right": Box(code.right + gap, code.y + 9, 0.3, 6),
        "above": Box(code.x + 9, code.y - gap - 0.3, 6, 0.3),
        "below": Box(code.x + 9, code.bottom + gap, 6, 0.3),
        "corner": Box(code.right + gap, code.bottom + gap, 0.5, 0.5),
    }[side]
    findings = check_pdf(painted(pdf, tmp_path / "bad.pdf", box), places)
    assert failing(findings) == ({5: why} if why else {})
    assert findings[5].quiet == pytest.approx(gap_modules, abs=0.25)


def test_a_pale_code_is_found_and_measured(sheet, tmp_path):
    pdf, places = sheet
    veil = places[3].code_box.shrunk(-4)
    bad = painted(pdf, tmp_path / "bad.pdf", veil, grey=255, alpha=128)
    findings = check_pdf(bad, places)
    assert failing(findings) == {3: ("contrast",)}
    assert findings[3].contrast == pytest.approx(0.5, abs=0.03)


def test_a_code_on_grey_paper_is_found(sheet, tmp_path):
    pdf, places = sheet
    bad = painted(pdf, tmp_path / "bad.pdf", places[3].code_box.shrunk(-6), alpha=120)
    assert failing(check_pdf(bad, places)) == {3: ("contrast",)}


def test_a_page_printed_too_small_is_found(tmp_path):
    pdf = tmp_path / "sheet.pdf"
    draw_labels(load_template("L7160"), labels(21), pdf)
    findings = check_pdf(shrunk(pdf, tmp_path / "bad.pdf", 0.45))
    assert {finding.url for finding in findings} == {each.url for each in labels(21)}
    assert {finding.why for finding in findings} == {("too_small",)}
    assert findings[0].module_mm == pytest.approx(0.45 * 8 * 25.4 / 300, rel=0.02)


def test_a_scratched_code_still_reads_but_has_no_reserve(sheet, tmp_path):
    pdf, places = sheet
    code = places[0].code_box
    bad = painted(pdf, tmp_path / "bad.pdf", Box(code.x + 9, code.y + 10, 8.5, 8.5))
    findings = check_pdf(bad, places)
    assert failing(findings) == {0: ("damaged",)}
    assert findings[0].url == places[0].url


def test_a_destroyed_code_is_found_by_itself_and_missed_at_its_place(sheet, tmp_path):
    pdf, places = sheet
    code = places[9].code_box
    wounded = painted(pdf, tmp_path / "wounded.pdf", Box(code.x + 8, code.y + 8, 16, 16))
    alone = [finding for finding in check_pdf(wounded) if not finding.ok]
    assert [(finding.url, finding.zone) for finding in alone] == [("", None)]
    assert "unreadable" in alone[0].why
    assert set(failing(check_pdf(wounded, places))) == {9}
    gone = painted(pdf, tmp_path / "gone.pdf", code.shrunk(-1), grey=255)
    assert failing(check_pdf(gone, places)) == {9: ("not_found",)}


def test_another_text_at_a_place_is_found(sheet, tmp_path):
    pdf, places = sheet
    swapped = [label(number + 1 if number < 13 else 0) for number in range(14)]
    draw_labels(load_template("L7163"), swapped, tmp_path / "other.pdf")
    assert set(failing(check_pdf(tmp_path / "other.pdf", places)).values()) == {("other_text",)}
    assert failing(check_pdf(pdf, places)) == {}


def test_a_code_that_nobody_expects_is_reported_without_a_place(sheet):
    pdf, places = sheet
    findings = check_pdf(pdf, places[:13])
    assert [finding.place for finding in findings] == [*range(13), None]


@pytest.mark.parametrize("angle", [90, 180, 270, 12, 45])
def test_a_turned_picture_is_measured_alike(sheet, tmp_path, angle):
    pdf, places = sheet
    _, _, pixels = next(grey_pages(pdf, 300))
    code, dot = places[0].code_box.shrunk(-5), 25.4 / 300
    cut = pixels[round(code.y / dot) : round(code.bottom / dot), round(code.x / dot) : round(code.right / dot)]
    turned = Image.fromarray(np.ascontiguousarray(cut)).rotate(angle, Image.Resampling.BICUBIC, True, fillcolor=255)
    turned.save(tmp_path / "turned.png")
    (finding,) = check_image(tmp_path / "turned.png", 300)
    assert finding.why == ()
    assert finding.module_mm == pytest.approx(9 * dot, rel=0.02)


def test_the_edge_of_the_paper_ends_the_quiet_zone(sheet, tmp_path):
    pdf, places = sheet
    _, _, pixels = next(grey_pages(pdf, 300))
    code, dot = places[0].code_box, 25.4 / 300
    left = round((code.x - 2 * places[0].module_mm) / dot)
    Image.fromarray(np.ascontiguousarray(pixels[: round((code.bottom + 5) / dot), left : left + 420])).save(
        tmp_path / "a.png"
    )
    (finding,) = check_image(tmp_path / "a.png", 300)
    assert finding.why == ("quiet_zone",)
    assert finding.quiet == pytest.approx(2, abs=0.2)


def test_light_on_dark_is_found(sheet, tmp_path):
    _, _, pixels = next(grey_pages(sheet[0], 300))
    Image.fromarray(255 - pixels).save(tmp_path / "a.png", dpi=(300, 300))
    findings = check_image(tmp_path / "a.png")
    assert len(findings) == 14
    assert all("inverted" in finding.why for finding in findings)


def test_a_picture_tells_its_own_resolution_and_may_be_transparent(tmp_path):
    draw_labels(load_template("roll-60x40"), [label()], tmp_path / "a.pdf")
    (tmp_path / "a.png").write_bytes(page_image(tmp_path / "a.pdf", 1, dpi=406))
    (finding,) = check_image(tmp_path / "a.png")
    assert finding.module_mm == pytest.approx(0.625, rel=0.02)
    with Image.open(tmp_path / "a.png") as picture:
        ink = picture.convert("L").point(lambda grey: 255 - grey)
    clear = Image.new("RGBA", ink.size)
    clear.putalpha(ink)
    clear.save(tmp_path / "clear.png", dpi=(406, 406))
    assert check_image(tmp_path / "clear.png")[0].url == label().url


def test_the_preview_is_a_png_of_the_page_asked_for(tmp_path):
    draw_labels(load_template("L7163"), labels(15), tmp_path / "a.pdf")
    (tmp_path / "2.png").write_bytes(page_image(tmp_path / "a.pdf", 2, dpi=100))
    with Image.open(tmp_path / "2.png") as picture:
        assert picture.size == (827, 1170)
    assert [finding.url for finding in check_image(tmp_path / "2.png", 100)] == [label(14).url]
    for page in (0, 3):
        with pytest.raises(Refused, match="no_such_page"):
            page_image(tmp_path / "a.pdf", page)


def test_the_command_answers_plain_json(sheet):
    rows = json.loads(json.dumps(labels_check(sheet[0])))
    assert len(rows) == 14
    assert rows[0]["url"] == label(0).url
    assert {row["verdict"] for row in rows} == {"ok"}
    assert {"zone", "page", "x_mm", "y_mm", "module_mm", "quiet", "contrast", "why"} <= set(rows[0])


@pytest.mark.parametrize("name", ["a.pdf", "a.png"])
@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n broken", b"\xff" * 300])
def test_a_file_that_is_none_is_refused(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused, match="file_unreadable"):
        labels_check(tmp_path / name)


@pytest.mark.parametrize("name", ["a.zpl", "a.TSPL"])
def test_commands_for_a_printer_are_no_page(tmp_path, name):
    (tmp_path / name).write_text("^XA^XZ")
    with pytest.raises(Refused, match="commands_not_pages"):
        labels_check(tmp_path / name)


def test_an_absent_file_is_refused(tmp_path):
    for name in ("a.pdf", "a.png"):
        with pytest.raises(Refused, match="file_unreadable"):
            labels_check(tmp_path / name)


def test_a_monstrous_page_is_read_at_a_resolution_that_memory_allows(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(14400, 14400))
    canvas.rect(10, 10, 10, 10)
    canvas.save()
    (_, used, pixels), *_ = grey_pages(tmp_path / "a.pdf", 300)
    assert used < 100
    assert pixels.size <= 81_000_000


def test_every_reason_and_note_has_words():
    reasons = ("unreadable", "not_found", "other_text", "too_small", "quiet_zone", "contrast", "inverted", "damaged")
    kept = ("no_room", "address_too_long", "address_not_ascii")
    for code in reasons + kept:
        assert has(f"label.why.{code}")
    for code in ("name_cut", "foot_cut", "lacking"):
        assert has(f"label.note.{code}")


def test_every_refusal_of_this_room_has_words():
    room = Path(labels_check.__code__.co_filename).parent
    codes = {
        code
        for path in room.glob("*.py")
        for code in re.findall(r'Refused\(\s*"(label\.\w+)"', path.read_text("utf-8"))
    }
    assert {"label.no_room", "label.template_invalid"} <= codes
    assert [code for code in codes if not has(f"refused.{code}")] == []
