"""Templates: ours are right to the tenth of a millimetre, and a wrong one says where it is wrong."""

import json

import pytest

from services.core.refused import Refused
from services.reports.label_sheets import FOLDER, load_template, template_names


def test_the_papers_that_come_with_the_program():
    series_l = ["7159", "7160", "7161", "7162", "7163", "7164", "7165", "7166", "7168", "7169", "7173", "7651", "7654"]
    sheets = [*["3422", "3424", "3425", "3427", "3474", "3475"], *(f"L{number}" for number in series_l)]
    rolls = [f"roll-{size}" for size in ["100x150", "100x80", "40x30", "50x30", "60x40", "70x50", "80x60"]]
    assert template_names() == [*sheets, "door-A4", "door-A5", *rolls]


@pytest.mark.parametrize("name", template_names())
def test_each_loads_under_its_own_name_and_fills_its_page(name):
    template = load_template(name)
    assert template.name == name
    last = template.cell(template.per_page - 1)
    assert last.right <= template.page_mm[0] + 0.01
    assert last.bottom <= template.page_mm[1] + 0.01


@pytest.mark.parametrize(
    ("name", "last", "right", "bottom"),
    [
        ("L7159", 23, 202.79, 284.1),
        ("L7160", 20, 202.79, 281.85),
        ("L7161", 17, 202.79, 288.3),
        ("L7162", 15, 205.35, 284.1),
        ("L7163", 13, 205.35, 281.85),
        ("L7164", 11, 202.79, 292.5),
        ("L7165", 7, 205.35, 283.9),
        ("L7166", 5, 205.35, 288.15),
        ("L7168", 1, 204.8, 292.0),
        ("L7169", 3, 205.35, 287.5),
        ("L7173", 9, 205.35, 291.0),
        ("L7651", 64, 205.33, 286.3),
        ("L7654", 39, 200.24, 275.5),
        ("3422", 23, 210.0, 288.5),
        ("3424", 11, 210.0, 292.5),
        ("3425", 9, 210.0, 291.0),
        ("3427", 7, 210.0, 296.5),
        ("3474", 23, 210.0, 296.5),
        ("3475", 23, 210.0, 292.5),
    ],
)
def test_the_last_label_ends_where_the_maker_says(name, last, right, bottom):
    box = load_template(name).cell(last)
    assert (box.right, box.bottom) == pytest.approx((right, bottom), abs=0.01)


def test_cells_go_along_the_rows_and_follow_the_correction():
    template = load_template("L7160")
    assert template.cell(4).x == pytest.approx(7.21 + 66.04)
    assert template.cell(4).y == pytest.approx(15.15 + 38.1)
    moved = template.cell(4, offset_mm=(1.5, -0.5), scale=1.01)
    assert moved.x == pytest.approx((7.21 + 66.04) * 1.01 + 1.5)
    assert moved.y == pytest.approx((15.15 + 38.1) * 1.01 - 0.5)
    assert moved.width == pytest.approx(63.5 * 1.01)


def changed(tmp_path, **members):
    content = json.loads((FOLDER / "L7163.json").read_text("utf-8")) | members
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({key: value for key, value in content.items() if value is not None}), "utf-8")
    return path


def test_a_users_own_template_is_taken_from_its_path(tmp_path):
    assert load_template(changed(tmp_path, name="mine", rows=3)).per_page == 6


@pytest.mark.parametrize(
    ("members", "where", "rule"),
    [
        ({"rows": None}, "rows", "required"),
        ({"rows": "7"}, "rows", "type"),
        ({"rows": True}, "rows", "type"),
        ({"rows": 0}, "rows", "minimum"),
        ({"colour": "red"}, "colour", "additionalProperties"),
        ({"printer_dpi": 299}, "printer_dpi", "enum"),
        ({"page_mm": [210]}, "page_mm", "minItems"),
        ({"name_pt": [9, "x"]}, "name_pt[1]", "type"),
        ({"name_pt": [20, 9]}, "name_pt[1]", "minimum"),
        ({"title": {"zh": "", "en": "x"}}, "title.zh", "minLength"),
        ({"rows": 8}, "page_mm", "minimum"),
        ({"pitch_mm": [90, 38.1]}, "pitch_mm[0]", "minimum"),
        ({"code_mm": 31}, "code_mm", "maximum"),
        ({"foot": [{"text": "{salary}", "pt": 8}]}, "foot[0].text", "enum"),
        ({"foot": [{"text": "{code!r}", "pt": 8}]}, "foot[0].text", "enum"),
        ({"foot": [{"text": "{code", "pt": 8}]}, "foot[0].text", "enum"),
        ({"foot": [{"text": "{code}", "pt": 40}]}, "label_mm[1]", "minimum"),
    ],
)
def test_a_wrong_template_says_where_and_which_rule(tmp_path, members, where, rule):
    with pytest.raises(Refused) as refused:
        load_template(changed(tmp_path, **members))
    assert refused.value.code == "label.template_invalid"
    assert (refused.value.facts["where"], refused.value.facts["rule"]) == (where, rule)


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', '{"rows": NaN}', "\xff"])
def test_a_file_that_is_no_template_is_refused(tmp_path, text):
    path = tmp_path / "broken.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(Refused, match="template_invalid"):
        load_template(path)


def test_an_unknown_name_tells_the_known_ones(tmp_path):
    with pytest.raises(Refused) as refused:
        load_template("L9999")
    assert refused.value.code == "label.template_unknown"
    assert "L7163" in refused.value.facts["known"]
    with pytest.raises(Refused, match="template_unknown"):
        load_template(tmp_path / "absent.json")
