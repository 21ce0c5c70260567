"""Plans of known areas in every format: read, zones taken from them, areas compared; and what is refused or told."""

import io
import json
import zlib
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from services.plans import Drawing, PlanRefused, from_bytes, propose_zones, read_drawing, to_bytes
from services.plans.apart import let_go, make_ready
from services.plans.drawing import on_floor
from services.plans.reading import told_length

HALL = {"Store": (0, 0, 12.5, 8.0), "Press shop": (12.5, 0, 20.0, 8.0), "Office": (0, 8.0, 20.0, 6.4)}  # x, y, w, h
WHOLE = (32.5, 14.4)
REAL_SVG = Path(__file__).resolve().parents[4] / "shared" / "plans" / "westport_house_floor_gf.svg"


def svg_hall(unit_m: float = 0.001) -> bytes:
    """The hall, its rooms as closed paths with a text in each; y runs downwards."""
    rooms = []
    for name, (x, y, w, h) in HALL.items():
        left, top, wide, high = x / unit_m, (WHOLE[1] - y - h) / unit_m, w / unit_m, h / unit_m
        rooms.append(f'<path d="M{left} {top} h{wide} v{high} h{-wide} z" fill="none" stroke="#333"/>')
        rooms.append(f'<text x="{left + wide / 2}" y="{top + high / 2}" font-size="{0.6 / unit_m}">{name}</text>')
    box = f"0 0 {WHOLE[0] / unit_m} {WHOLE[1] / unit_m}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><g id="Rooms">{"".join(rooms)}</g></svg>'.encode()


def pdf_hall(plot: int = 200) -> bytes:
    """The same on the second page of an A3 sheet, as plotted."""
    out, per_m = io.BytesIO(), 1000 / plot * mm
    canvas = Canvas(out, pagesize=(420 * mm, 297 * mm))
    canvas.drawString(50, 50, "Cover")
    canvas.rect(60, 60, 100, 100)
    canvas.showPage()
    canvas.drawString(50, 20, f"Scale 1:{plot}")
    for name, (x, y, w, h) in HALL.items():
        canvas.rect(20 * mm + x * per_m, 30 * mm + y * per_m, w * per_m, h * per_m)
        canvas.drawString(20 * mm + (x + w / 3) * per_m, 30 * mm + (y + h / 2) * per_m, name)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def geojson_hall() -> bytes:
    features = []
    for name, (x, y, w, h) in HALL.items():
        ring = [[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"name": name, "class": "B"}, "geometry": geometry})
    about = {"coordinates": "metres", "width_m": WHOLE[0], "height_m": WHOLE[1]}
    return json.dumps({"type": "FeatureCollection", "anhuan": about, "features": features}).encode()


def picture(kind: str, size: tuple[int, int], **how: object) -> bytes:
    out = io.BytesIO()
    Image.new("L", size, 255).save(out, kind, **how)
    return out.getvalue()


def areas(drawing: Drawing) -> dict[str, float]:
    return {proposal.name: proposal.area_m2 for proposal in propose_zones(drawing)}


def codes(drawing: Drawing) -> list[str]:
    return [warning.code for warning in drawing.warnings]


@pytest.mark.parametrize("kind", ["svg", "svg in cm", "pdf", "geojson"])
def test_rooms_of_known_areas_become_zones_of_these_areas(kind: str) -> None:
    if kind.startswith("svg"):
        drawing = read_drawing(svg_hall(0.01), "cm") if kind.endswith("cm") else read_drawing(svg_hall(), "mm")
    elif kind == "pdf":
        drawing = read_drawing(pdf_hall(), page=1)
    else:
        drawing = read_drawing(geojson_hall())
    found = areas(drawing)
    for name, (_, _, wide, high) in HALL.items():
        assert found[name] == pytest.approx(wide * high, rel=0.005), found


def test_every_drawing_goes_through_its_blob() -> None:
    scan = read_drawing(picture("PNG", (320, 200)))
    for drawing in (read_drawing(svg_hall(), "mm"), scan):
        again = from_bytes(to_bytes(drawing))
        assert to_bytes(again) == to_bytes(drawing)
        assert again.pictures == drawing.pictures
    assert scan.pictures[0].jpeg.startswith(b"\xff\xd8\xff")


def test_the_page_of_a_pdf_is_chosen_and_its_plot_scale_taken_from_the_sheet() -> None:
    first, second = read_drawing(pdf_hall()), read_drawing(pdf_hall(), page=1)
    assert codes(first) == ["scale_guessed"]
    assert codes(second) == ["scale_from_sheet"]
    assert first.entities < second.entities
    with pytest.raises(PlanRefused) as caught:
        read_drawing(pdf_hall(), page=2)
    assert (caught.value.code, caught.value.facts) == ("no_such_page", {"page": 3, "count": 2})


def test_a_scan_is_scaled_by_a_length_that_is_told() -> None:
    scan = read_drawing(picture("JPEG", (3000, 1500)))
    assert codes(scan) == ["scale_unknown"]
    settled = told_length(scan, 10.0, 8.0)
    assert settled.width_m == pytest.approx(scan.width_m * 0.8)
    assert (settled.warnings, settled.unit_known) == ((), True)
    assert settled.pictures[0].width_m == pytest.approx(settled.width_m)
    assert read_drawing(picture("JPEG", (3000, 1500)), length_m=90).width_m == pytest.approx(90)


def test_a_drawing_follows_its_floor_that_was_rescaled() -> None:
    drawing = read_drawing(geojson_hall())
    larger = on_floor(drawing, drawing.width_m * 2, drawing.height_m * 2)
    assert larger.width_m == pytest.approx(drawing.width_m * 2)
    assert on_floor(drawing, drawing.width_m * 2, drawing.height_m) is drawing


def test_a_scan_of_200_megapixels_is_made_smaller_and_says_so() -> None:
    drawing = read_drawing(picture("JPEG", (20_000, 10_000)))
    kept = drawing.pictures[0]
    assert max(kept.width_px, kept.height_px) <= 5_000
    told = {warning.code: warning.facts for warning in drawing.warnings}
    assert told["made_smaller"]["width"] == 20_000


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    head = picture("PNG", (8, 8))
    grown = head[:16] + (60_000).to_bytes(4, "big") * 2 + head[24:]
    grown = grown[:29] + zlib.crc32(grown[12:29]).to_bytes(4, "big") + grown[33:]
    with pytest.raises(PlanRefused) as caught:
        read_drawing(grown)
    assert caught.value.code == "too_many_pixels"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\nnothing", "file_damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "file_damaged"),
        (b"<svg><g>", "file_damaged"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "nothing_to_draw"),
        (b"<?xml version='1.0'?><html><svg/></html>", "not_svg"),
        (b'{"type": "FeatureCollection", "features": [{"geometry": 7}]}', "file_damaged"),
        (b'{"type": "Topology"}', "not_geojson"),
        (b'{"type": "FeatureCollection", "features": []}', "nothing_to_draw"),
        (b"\x1f\x8b" + bytes(30), "file_damaged"),
    ],
)
def test_what_is_broken_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(PlanRefused) as caught:
        read_drawing(data)
    assert caught.value.code == code


def test_reading_apart_is_given_up_when_the_person_does() -> None:
    with pytest.raises(PlanRefused) as caught:
        read_drawing(pdf_hall(), progress=lambda share: False)
    assert caught.value.code == "cancelled"


def test_a_reader_that_got_ready_reads_the_drawing_that_comes_next() -> None:
    square = b"0\nSECTION\n2\nENTITIES\n0\nLINE\n8\n0\n10\n0\n20\n0\n11\n9\n21\n6\n0\nENDSEC\n0\nEOF\n"
    make_ready()
    make_ready()  # as one who opens the dialog again
    assert read_drawing(square, "m").width_m == pytest.approx(9.0)
    make_ready()
    assert read_drawing(svg_hall()).width_m > 0, "another kind of file has its usual reader"
    make_ready()
    let_go()
    let_go()
    assert read_drawing(square, "m").height_m == pytest.approx(6.0)


def test_an_entity_that_swells_is_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f'<!ENTITY {name} "{f"&{before};" * 10}">'
    with pytest.raises(PlanRefused) as caught:
        read_drawing((bomb + "]><svg><rect width='9' height='9'/><text>&i;</text></svg>").encode())
    assert caught.value.code == "file_damaged"


def test_a_symbol_is_shown_where_it_is_used_and_nowhere_else() -> None:
    drawing = read_drawing(
        b"<svg xmlns='http://www.w3.org/2000/svg'><symbol id='s'><rect width='2' height='2'/></symbol>"
        b"<rect width='20' height='10'/><use href='#s' x='4' y='4'/><use href='#s' x='9' y='4'/></svg>",
        "m",
    )
    outlines = [path for path in drawing.paths if not path.filled]
    assert len(outlines) == 3


def test_the_shared_svg_plan_is_read() -> None:
    if not REAL_SVG.exists():
        pytest.skip("the shared plans are not here")
    drawing = read_drawing(REAL_SVG.read_bytes())
    assert len(drawing.paths) > 20
    assert propose_zones(drawing)
