"""Labels on paper: what is printed, where it stands, and what is kept back."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from services.core.refused import Refused
from services.reports.label_face import face_of
from services.reports.label_sheets import load_template, template_names
from services.reports.labels import draw_labels, print_labels
from services.reports.preflight import check_pdf
from tests.services.reports.made import label, labels, page_texts, rendered


def ink(page: Path, left: float, right: float) -> tuple[float, float, float, float]:
    """What is inked between two x of a page at 300 dpi, in mm: left, top, right, bottom."""
    dot = 25.4 / 300
    with Image.open(page) as picture:
        strip = picture.convert("L").crop((round(left / dot), 0, round(right / dot), picture.height))
    box = strip.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert box is not None
    return box[0] * dot + left, box[1] * dot, box[2] * dot + left, box[3] * dot


def test_ink_begins_at_the_labels_inset_and_keeps_it(tmp_path):
    pdf = tmp_path / "labels.pdf"
    draw_labels(load_template("L7163"), labels(14), pdf)
    page = rendered(pdf, 300)[0]
    left, top, right, bottom = ink(page, 104, 210)
    assert left == pytest.approx(4.65 + 101.6 + 4, abs=0.3)
    assert top == pytest.approx(15.15 + 4, abs=0.3)
    assert right == pytest.approx(205.35 - 4, abs=0.3)
    assert bottom <= 281.85 - 4 + 0.3


def test_paper_without_margins_keeps_ink_off_the_printers_border(tmp_path):
    pdf = tmp_path / "labels.pdf"
    draw_labels(load_template("3474"), labels(24), pdf)
    left, top, right, bottom = ink(rendered(pdf, 300)[0], 0, 210)
    assert min(left, top, 210 - right, 297 - bottom) >= 5 - 0.1


def test_labels_flow_round_what_is_gone_from_the_first_sheet(tmp_path):
    template = load_template("L7163")
    places = draw_labels(template, labels(14), tmp_path / "a.pdf", skip=4, used={6, 9, 13})
    assert [place.cell for place in places if place.page == 1] == [4, 5, 7, 8, 10, 11, 12]
    assert [place.cell for place in places if place.page == 2] == [0, 1, 2, 3, 4, 5, 6]
    found = check_pdf(tmp_path / "a.pdf", places)
    assert [finding.ok for finding in found] == [True] * 14


def test_a_full_last_sheet_adds_no_empty_page(tmp_path):
    draw_labels(load_template("L7163"), labels(14), tmp_path / "a.pdf")
    assert len(pypdfium2.PdfDocument(tmp_path / "a.pdf")) == 1


def test_offset_and_scale_move_what_is_printed(tmp_path):
    template = load_template("L7160")
    plain = check_pdf(tmp_path / "a.pdf", draw_labels(template, labels(21), tmp_path / "a.pdf"))
    moved = check_pdf(
        tmp_path / "b.pdf", draw_labels(template, labels(21), tmp_path / "b.pdf", offset_mm=(1.5, -2.0), scale=1.01)
    )
    assert moved[0].x_mm - plain[0].x_mm == pytest.approx(1.5 + 0.01 * (7.21 + 63.5), abs=0.3)
    assert moved[20].y_mm - plain[20].y_mm == pytest.approx(-2.0 + 0.01 * 260, abs=0.35)
    assert all(finding.ok for finding in moved)


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        ({"skip": 14}, "label.skip_too_many"),
        ({"skip": -1}, "label.skip_too_many"),
        ({"used": {14}}, "label.skip_too_many"),
        ({"offset_mm": (21, 0)}, "label.offset_too_far"),
        ({"offset_mm": (float("nan"), 0)}, "label.offset_too_far"),
        ({"scale": 0.5}, "label.scale_out_of_range"),
        ({"scale": float("nan")}, "label.scale_out_of_range"),
    ],
)
def test_impossible_settings_are_refused_and_leave_no_file(tmp_path, sheet, code):
    for way in (draw_labels, print_labels):
        with pytest.raises(Refused) as refused:
            way(load_template("L7163"), labels(2), tmp_path / "a.pdf", **sheet)
        assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_modules_are_whole_dots_of_the_printer(tmp_path):
    for name in template_names():
        template = load_template(name)
        place = draw_labels(template, [label()], tmp_path / "a.pdf")[0]
        for length in (place.module_mm, place.code_box.x, place.code_box.y):
            assert length / template.dot_mm == pytest.approx(round(length / template.dot_mm), abs=1e-6)


def test_the_viewer_is_told_not_to_scale_and_fonts_are_inside(tmp_path):
    draw_labels(load_template("L7163"), labels(3), tmp_path / "a.pdf")
    assert b"/PrintScaling /None" in (tmp_path / "a.pdf").read_bytes()
    shown = subprocess.run(["pdffonts", tmp_path / "a.pdf"], capture_output=True, text=True, check=True).stdout
    rows = shown.splitlines()[2:]
    assert rows
    assert all("NotoSansSC" in row and row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_the_words_stand_on_the_label(tmp_path):
    facts = label(name="危险化学品库", supervisor="陈志强", phone="8126")
    for lang, hint in (("zh", "扫码上报隐患"), ("en", "Scan to report a hazard")):
        draw_labels(load_template("L7163"), [facts], tmp_path / "a.pdf", lang=lang)
        text = page_texts(tmp_path / "a.pdf")[0]
        for word in ("A", "高危", "危险化学品库", "陈志强 8126", facts.code, "safety.plant.example", hint):
            assert word in text


def test_what_is_empty_leaves_no_lonely_separator(tmp_path):
    draw_labels(load_template("L7163"), [label(supervisor="", phone="")], tmp_path / "a.pdf")
    lines = page_texts(tmp_path / "a.pdf")[0].splitlines()
    assert label().code in lines


def test_what_could_not_be_shown_is_reported(tmp_path):
    facts = [label(name="王𠮷的车间"), label(name="汉字" * 60), label(supervisor="某" * 80)]
    places = draw_labels(load_template("L7160"), facts, tmp_path / "a.pdf")
    assert [(place.lacking, place.notes) for place in places] == [
        ("𠮷", ()),
        ("", ("name_cut",)),
        ("", ("foot_cut",)),
    ]
    text = page_texts(tmp_path / "a.pdf")[0]
    assert "王〓的车间" in text


@pytest.mark.parametrize(("paper", "there"), [("roll-40x30", False), ("roll-80x60", True)])
def test_a_class_word_is_whole_or_not_there(paper, there):
    template = load_template(paper)
    face = face_of(template, replace(label(), class_word="high danger"), template.cell(0), "en")
    assert [line.text for line in face.lines if line.text.startswith("hi")] == ["high danger"] * there


def test_a_text_that_takes_one_line_of_two_leaves_no_gap():
    template = load_template("door-A5")
    facts = [replace(label(), risk_word="一般风险", emergency=text) for text in ("撤离", "撤离并报告" * 14)]
    faces = [face_of(template, each, template.cell(0), "zh") for each in facts]
    rises = [[line.baseline for line in face.lines] for face in faces]
    assert len(rises[0]) + 1 == len(rises[1])
    assert rises[0][-2:] == rises[1][-2:], "what stands below stays"
    assert rises[0][-3] == rises[1][-3], "the last line of it stands right above"


def test_printing_keeps_back_what_cannot_be_read_and_closes_the_gap(tmp_path):
    good = labels(4)
    long_path = "https://safety.plant.example/" + "p" * 600 + "/z/Z-9999.1.1.aaaaaaaaaaaaaaaa"
    fine = label(7, url=long_path)
    hanzi = label(8, url="https://工厂.example/z/Z-9998.1.1.aaaaaaaaaaaaaaaa")
    endless = label(9, url="https://safety.plant.example/" + "p" * 3000)
    job = [good[0], fine, good[1], hanzi, good[2], endless, good[3]]
    printed = print_labels(load_template("3474"), job, tmp_path / "a.pdf")
    assert [place.url for place in printed.places] == [each.url for each in good]
    assert [place.cell for place in printed.places] == [0, 1, 2, 3]
    reasons = {kept.label.url: kept.why for kept in printed.kept_back}
    assert reasons == {fine.url: ("too_small",), hanzi.url: ("address_not_ascii",), endless.url: ("address_too_long",)}
    measured = next(kept.finding for kept in printed.kept_back if kept.label is fine)
    assert measured is not None
    assert 0 < measured.module_mm < 0.33
    assert [finding.url for finding in check_pdf(tmp_path / "a.pdf")] == [each.url for each in good]


def test_a_job_without_a_single_good_label_writes_nothing(tmp_path):
    printed = print_labels(load_template("L7163"), [label(url="ü")], tmp_path / "a.pdf")
    assert printed.places == []
    assert [kept.why for kept in printed.kept_back] == [("address_not_ascii",)]
    assert list(tmp_path.iterdir()) == []


def test_a_failed_job_leaves_the_older_file_alone(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"older")
    print_labels(load_template("L7163"), [label(url="ü")], tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"older"
