"""Labels for label printers, pictures and the network: what a printer of another make puts out can be read."""

import socket
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from services.core.refused import Refused
from services.reports.label_output import paper, print_out
from services.reports.label_sheets import Template, template_names
from services.reports.preflight import check_image
from services.reports.raw_port import printer_at
from tests.services.reports.label_printer import Listener, Paper, picture, tspl_labels, zpl_labels
from tests.services.reports.made import label, labels, read_by_zbar

ROLLS = [name for name in template_names() if name.startswith("roll-")]
TWO = [label(2), label(5)]


def put_out(template: Template, data: bytes, language: str) -> list[Paper]:
    return zpl_labels(data) if language == "zpl" else tspl_labels(data, 1 / template.dot_mm)


@pytest.mark.parametrize("language", ["zpl", "tspl"])
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("name", ROLLS)
def test_a_printer_of_another_make_puts_out_what_can_be_read(tmp_path, name, dpi, language):
    out = tmp_path / f"a.{language}"
    template = paper(name, str(out), dpi)
    printed = print_out(template, TWO, str(out))
    assert [place.url for place in printed.places] == [each.url for each in TWO]
    came_out = put_out(template, out.read_bytes(), language)
    assert len(came_out) == 2
    pictures = []
    for number, (dots, place, wanted) in enumerate(zip(came_out, printed.places, TWO, strict=True)):
        assert dots.shape[::-1] == tuple(round(side / template.dot_mm) for side in template.page_mm)
        pictures.append(tmp_path / f"{number}.png")
        picture(dots).save(pictures[-1])
        (finding,) = check_image(pictures[-1], 25.4 / template.dot_mm)
        assert (finding.url, finding.why) == (wanted.url, ())
        assert finding.module_mm == pytest.approx(place.module_mm, rel=0.02)
        assert (finding.x_mm, finding.y_mm) == pytest.approx((place.code_box.x, place.code_box.y), abs=0.2)
    assert read_by_zbar(pictures) == [each.url for each in TWO]


def test_words_are_black_where_the_pdf_has_them(tmp_path):
    template = paper("roll-60x40", "a.zpl")
    print_out(template, [label()], str(tmp_path / "a.zpl"))
    print_out(template, [label()], str(tmp_path / "a.png"))
    (dots,) = zpl_labels((tmp_path / "a.zpl").read_bytes())
    with Image.open(tmp_path / "a.png") as page:
        seen = np.asarray(page.convert("L")) < 128
    words = slice(None), slice(0, 200)
    assert dots[words].sum() > 1500
    assert (dots[words] & seen[words]).sum() / seen[words].sum() > 0.9


def test_a_door_sign_on_a_label_printer_has_no_grey_ground(tmp_path):
    template = paper("door-A5", "a.zpl")
    print_out(template, [label()], str(tmp_path / "a.zpl"))
    (dots,) = zpl_labels((tmp_path / "a.zpl").read_bytes())
    band = dots[round(10 * 11.811) : round(28 * 11.811), round(10 * 11.811) : round(138 * 11.811)]
    assert 0.02 < band.mean() < 0.35


def test_a_picture_has_all_pages_and_each_is_read(tmp_path):
    printed = print_out(paper("L7163", "a.png"), labels(30), str(tmp_path / "a.png"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2.png", "a-3.png", "a.png"]
    pages = [tmp_path / name for name in ("a.png", "a-2.png", "a-3.png")]
    found = [finding for page in pages for finding in check_image(page)]
    assert [finding.url for finding in found] == [each.url for each in labels(30)]
    assert found[0].module_mm == pytest.approx(printed.places[0].module_mm, rel=0.01)


@pytest.mark.parametrize("out", ["a.zpl", "a.tspl", "a.png"])
def test_what_cannot_be_read_is_kept_back_here_too(tmp_path, out):
    fine = label(7, url="https://safety.plant.example/" + "p" * 600 + "/z/Z-9999.1.1.aaaaaaaaaaaaaaaa")
    hanzi = label(8, url="https://工厂.example/z/1")
    printed = print_out(paper("roll-60x40", out), [fine, label(), hanzi], str(tmp_path / out))
    assert [place.url for place in printed.places] == [label().url]
    assert {kept.label.url for kept in printed.kept_back} == {fine.url, hanzi.url}
    (tmp_path / out).unlink()
    assert print_out(paper("roll-60x40", out), [hanzi], str(tmp_path / out)).places == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["zpl", "tspl"])
def test_a_network_printer_gets_what_a_file_would_hold(tmp_path, language):
    template = paper(None, "tcp://x")
    with Listener() as printer:
        printed = print_out(template, labels(5), f"tcp://127.0.0.1:{printer.port}", language)
        assert printer.finished.wait(10)
    assert len(printed.places) == 5
    print_out(template, labels(5), str(tmp_path / f"a.{language}"))
    assert printer.received == (tmp_path / f"a.{language}").read_bytes()


def test_a_printer_that_breaks_off_has_not_printed():
    with Listener(breaks_after=9000) as printer, pytest.raises(Refused) as refused:
        print_out(paper(None, "tcp://x"), labels(5), f"tcp://127.0.0.1:{printer.port}")
    assert refused.value.code == "label.printer_broke_off"
    assert refused.value.facts["of"] > 9000


def test_a_printer_that_is_not_there_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Refused) as refused:
        print_out(paper(None, "tcp://x"), TWO, f"tcp://127.0.0.1:{port}")
    assert (refused.value.code, refused.value.facts["port"]) == ("label.printer_away", port)


def test_addresses_of_printers():
    assert printer_at("tcp://10.0.0.7") == ("10.0.0.7", 9100)
    assert printer_at("tcp://zebra.plant:6101/") == ("zebra.plant", 6101)
    for odd in ("tcp://", "tcp://:9100", "tcp://a:b", "tcp://a:99999", "tcp://a/b", "tcp://u@a", "tcp://a b"):
        with pytest.raises(Refused, match="printer_address"):
            printer_at(odd)


@pytest.mark.parametrize(
    ("name", "out", "code"),
    [
        ("L7163", "a.zpl", "label.not_for_rolls"),
        ("L7163", "tcp://x", "label.not_for_rolls"),
        ("L9999", "a.pdf", "label.template_unknown"),
        (None, "a.doc", "label.output_unknown"),
        (None, "a", "label.output_unknown"),
    ],
)
def test_what_does_not_go_together_is_refused(name, out, code):
    with pytest.raises(Refused) as refused:
        paper(name, out)
    assert refused.value.code == code


def test_the_usual_paper_follows_from_the_output():
    usual = {out: paper(None, out).name for out in ("a.PDF", "a.png", "a.zpl", "a.tspl", "tcp://x")}
    assert usual == {"a.PDF": "L7163", "a.png": "L7163", "a.zpl": "roll-60x40", "a.tspl": "roll-60x40"} | {
        "tcp://x": "roll-60x40"
    }
    assert paper("roll-60x40", "a.zpl", 300).dot_mm == pytest.approx(25.4 / 300)


def test_a_file_that_cannot_be_written_leaves_the_older_one(tmp_path):
    (tmp_path / "a.zpl").write_bytes(b"older")
    print_out(paper(None, "a.zpl"), [label(url="ü")], str(tmp_path / "a.zpl"))
    assert (tmp_path / "a.zpl").read_bytes() == b"older"
    with pytest.raises(OSError, match="No such file"):
        print_out(paper(None, "a.zpl"), TWO, str(Path(tmp_path / "gone" / "a.zpl")))
