"""Templates of a user's own: elements where somebody has put them, and files that go out and come back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from services.core.refused import Refused
from services.reports.free_face import freed
from services.reports.label_sheets import Element, load_template, my_folder, my_template_names, template_names
from services.reports.labels import draw_labels, print_labels
from services.reports.my_templates import as_file, bring_in, forget, logo_from, save_mine
from services.reports.pages import grey_pages
from services.reports.preflight import check_pdf
from tests.services.reports.made import label, page_texts


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("services.reports.label_sheets.my_folder", lambda: tmp_path / "mine")
    monkeypatch.setattr("services.reports.my_templates.my_folder", lambda: tmp_path / "mine")


@pytest.mark.parametrize("name", template_names())
def test_every_paper_may_be_freed_and_is_still_read(tmp_path, name):
    free = save_mine(freed(load_template(name), label()), "我的")
    assert free.arrangement == "free"
    wanted = [label(number) for number in (0, 5)][: free.per_page]
    (before,) = draw_labels(load_template(name), wanted[:1], tmp_path / "before.pdf")
    printed = print_labels(free, wanted, tmp_path / "a.pdf")
    assert [kept.why for kept in printed.kept_back] == []
    assert printed.places[0].module_mm == before.module_mm
    findings = check_pdf(tmp_path / "a.pdf", printed.places)
    assert [finding.why for finding in findings] == [()] * len(wanted)
    text = page_texts(tmp_path / "a.pdf")[0]
    assert "冲压车间" in "".join(text.split())
    assert label().code in text


def moved(free, kind, **members):
    place = next(number for number, one in enumerate(free.elements) if one.kind == kind)
    changed = replace(free.elements[place], **members)
    return replace(free, elements=(*free.elements[:place], changed, *free.elements[place + 1 :]))


def test_what_is_moved_stands_where_it_was_put(tmp_path):
    free = freed(load_template("L7163"), label())
    code = moved(free, "code", at_mm=(5.0, 4.0), size_mm=(25.0, 25.0))
    (place,) = draw_labels(code, [label()], tmp_path / "a.pdf")
    assert place.code_box.x + place.code_box.width / 2 - place.box.x == pytest.approx(17.5, abs=0.1)
    assert place.code_box.y + place.code_box.width / 2 - place.box.y == pytest.approx(16.5, abs=0.1)
    assert 20 < place.code_box.width <= 25
    assert place.module_mm / code.dot_mm == pytest.approx(round(place.module_mm / code.dot_mm))


def test_words_over_the_quiet_zone_keep_the_label_back(tmp_path):
    free = freed(load_template("L7163"), label())
    code = next(one for one in free.elements if one.kind == "code")
    over = Element(kind="line", at_mm=(code.at_mm[0] - 1.5, 5.0), size_mm=(0.5, 20.0))
    printed = print_labels(replace(free, elements=(*free.elements, over)), [label()], tmp_path / "a.pdf")
    assert [kept.why for kept in printed.kept_back] == [("quiet_zone",)]


def test_a_logo_is_drawn_goes_out_and_comes_back(tmp_path):
    Image.new("RGB", (900, 300), (200, 0, 0)).save(tmp_path / "logo.jpg")
    logo = Element(kind="logo", at_mm=(5, 2), size_mm=(12, 8), image=logo_from(tmp_path / "logo.jpg"))
    free = freed(load_template("roll-60x40"), label())
    mine = save_mine(replace(free, elements=(free.elements[0], logo)), "带标志")
    (tmp_path / "out.json").write_bytes(as_file(mine))
    assert bring_in(tmp_path / "out.json") == mine
    printed = print_labels(mine, [label()], tmp_path / "a.pdf")
    assert printed.kept_back == []
    (_, dpi, grey) = next(grey_pages(tmp_path / "a.pdf", 254))
    assert dpi == 254
    row = grey[60] < 200
    assert row[52:168].all(), "as wide as its room, in the middle of its height"
    assert not (grey[30, 52:168] < 200).any(), "its sides in proportion"
    with pytest.raises(Refused, match="file_unreadable"):
        logo_from(tmp_path / "out.json")


def test_a_template_goes_out_and_comes_back(tmp_path):
    mine = save_mine(freed(load_template("roll-60x40"), label()), "夹具 60")
    assert my_template_names() == ["夹具 60"]
    assert load_template("夹具 60") == mine
    (tmp_path / "out.json").write_bytes(as_file(mine))
    forget("夹具 60")
    with pytest.raises(Refused, match="template_unknown"):
        load_template("夹具 60")
    assert bring_in(tmp_path / "out.json") == mine
    assert load_template("夹具 60") == mine
    with pytest.raises(Refused, match="template_unknown"):
        forget("nobody")


@pytest.mark.parametrize("name", ["", " ", "L7163", "../x", "a/b", "schema", "sample", "x" * 50, "a\nb"])
def test_names_that_no_file_may_have_are_refused(name):
    with pytest.raises(Refused, match="template_name"):
        save_mine(load_template("L7163"), name)
    assert my_template_names() == []


@pytest.mark.parametrize(
    ("elements", "where", "rule"),
    [
        ([], "elements", "contains"),
        ([{"kind": "code", "at_mm": [80, 0], "size_mm": [30, 30]}], "elements[0].at_mm[0]", "maximum"),
        ([{"kind": "film", "at_mm": [0, 0], "size_mm": [30, 30]}], "elements[0].kind", "enum"),
        (
            [
                {"kind": "code", "at_mm": [0, 0], "size_mm": [30, 30]},
                {"kind": "logo", "at_mm": [0, 0], "size_mm": [30, 30], "image": "bm8gcGljdHVyZQ=="},
            ],
            "elements[1].image",
            "contentMediaType",
        ),
        ([{"kind": "code", "at_mm": [-1, 0], "size_mm": [30, 30]}], "elements[0].at_mm[0]", "minimum"),
        (
            [
                {"kind": "code", "at_mm": [0, 0], "size_mm": [30, 30]},
                {"kind": "text", "at_mm": [0, 0], "size_mm": [30, 30], "text": "{name.__class__}"},
            ],
            "elements[1].text",
            "enum",
        ),
    ],
)
def test_a_wrong_element_is_told_and_not_brought_in(tmp_path, elements, where, rule):
    content = json.loads(as_file(freed(load_template("L7163"), label()))) | {"name": "mine", "elements": elements}
    (tmp_path / "wrong.json").write_text(json.dumps(content))
    with pytest.raises(Refused) as refused:
        bring_in(tmp_path / "wrong.json")
    assert (refused.value.facts["where"], refused.value.facts["rule"]) == (where, rule)
    assert my_template_names() == []


def test_only_free_labels_have_elements():
    with pytest.raises(Refused) as refused:
        save_mine(replace(freed(load_template("L7163"), label()), arrangement="beside"), "mine")
    assert refused.value.facts["where"] == "elements"
    assert not any(Path(my_folder()).glob("mine*"))
