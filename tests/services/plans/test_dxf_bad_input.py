"""Whatever bytes come, the answer is a drawing or a PlanRefused; and what is odd about a drawing is said."""

import random
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from ezdxf.filemanagement import new

from services.plans import Drawing, PlanRefused, dxf_content, dxf_file, read_dxf
from tests.services.plans.conftest import written


def nothing(plan: Any) -> None:
    """Only the frame."""


def refusal(source: bytes | Path | str, **options: Any) -> PlanRefused:
    with pytest.raises(PlanRefused) as caught:
        read_dxf(source, **options)
    return caught.value


def codes(drawing: Drawing) -> list[str]:
    return [warning.code for warning in drawing.warnings]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b" \r\n\r\n", "file_empty"),
        (b"AC1032\x00\x00\x00rest of a drawing", "file_is_dwg"),
        (b"PK\x03\x04 ...", "file_is_other"),
        (b"GIF89a ...", "file_is_other"),
        (b"hello, this is no drawing", "not_dxf"),
        (bytes(range(256)) * 50, "not_dxf"),
        (b"0\nSECTION\n2\nENTITIES\n0\nLINE\n", "file_truncated"),
        (b"0\nSECTION\nnonsense\nnonsense\n0\nEOF\n", "file_damaged"),
        (b"0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n", "nothing_to_draw"),
        (b"AutoCAD Binary DXF\r\n\x1a\x00\x00SECTION\x00\x02\x99\x99\x00EOF\x00", "file_damaged"),
    ],
)
def test_what_is_no_drawing(data: bytes, code: str) -> None:
    assert refusal(data).code == code


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.dxf").code == "file_unreadable"
    assert refusal(tmp_path).code == "file_unreadable"
    assert refusal("nul\x00byte.dxf").code == "file_unreadable"


def test_a_file_larger_than_may_be(monkeypatch: pytest.MonkeyPatch, sample_file: Path) -> None:
    monkeypatch.setattr(dxf_file, "MOST_BYTES", 1000)
    assert refusal(sample_file).code == "file_too_large"


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.8, 0.99])
def test_a_truncated_file(sample_file: Path, share: float) -> None:
    data = sample_file.read_bytes()
    assert refusal(data[: int(len(data) * share)]).code == "file_truncated"


def outcome(data: bytes) -> str:
    try:
        read_dxf(data)
    except PlanRefused as refused:
        return refused.code
    return "read"


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused(sample_file: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(sample_file.read_bytes())
    for _ in range(chance.choice([1, 5, 50])):
        place = chance.randrange(len(data) - 20)
        kind = chance.randrange(3)
        if kind == 0:
            data[place] = chance.randrange(256)
        elif kind == 1:
            del data[place : place + chance.randrange(1, 400)]
        else:
            data[place:place] = chance.choice([b"9" * 40, b"\n", b"-1e999\n", b"\xff\xfe", b"0\nSECTION\n", b"nan"])
    assert outcome(bytes(data)) in {"read", "file_damaged", "file_truncated", "nothing_to_draw", "block_recursion"}


def test_a_broken_structure_is_repaired_and_said(sample_file: Path) -> None:
    data = sample_file.read_bytes().replace(b"  0\nENDSEC\n  0\nSECTION\n  2\nBLOCKS", b"  0\nSECTION\n  2\nBLOCKS")
    drawing = read_dxf(data)
    assert "file_repaired" in codes(drawing)
    assert drawing.width_m == pytest.approx(63.6, rel=0.005)


def test_a_binary_file(sample: Drawing, sample_file: Path) -> None:
    from ezdxf.filemanagement import readfile

    out = BytesIO()
    readfile(sample_file).write(out, fmt="bin")
    drawing = read_dxf(out.getvalue())
    assert (drawing.width_m, len(drawing.paths)) == (sample.width_m, len(sample.paths))


def test_blocks_that_contain_themselves() -> None:
    def draw(plan: Any) -> None:
        plan.doc.blocks.new("A").add_blockref("B", (0, 0))
        plan.doc.blocks.new("B").add_blockref("a", (0, 0))
        plan.add_blockref("A", (0, 0))

    refused = refusal(written(draw))
    assert (refused.code, refused.facts["block"]) == ("block_recursion", "a")


def test_blocks_that_multiply_are_stopped_before_they_fill_the_memory() -> None:
    def draw(plan: Any) -> None:
        plan.doc.blocks.new("L0").add_line((0, 0), (1, 1))
        for level in range(1, 12):
            block = plan.doc.blocks.new(f"L{level}")
            for _ in range(10):
                block.add_blockref(f"L{level - 1}", (0, 0))
        plan.add_blockref("L11", (0, 0))

    assert refusal(written(draw)).code == "too_much"


def test_a_reference_of_a_billion_rows() -> None:
    def draw(plan: Any) -> None:
        plan.doc.blocks.new("B").add_line((0, 0), (1, 1))
        plan.add_blockref("B", (0, 0), dxfattribs={"row_count": 32767, "column_count": 32767})

    assert refusal(written(draw)).code == "too_much"


def test_more_entities_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dxf_content, "MOST_STROKES", 50)

    def draw(plan: Any) -> None:
        for n in range(60):
            plan.add_line((0, 0), (1, n))

    refused = refusal(written(draw))
    assert (refused.code, refused.facts) == ("too_much", {"most": 50})


def test_reading_tells_how_far_it_is_and_can_be_stopped(sample_file: Path) -> None:
    shares: list[float] = []

    def watch(share: float) -> bool:
        shares.append(share)
        return True

    read_dxf(sample_file, progress=watch)
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.1
    assert 0.7 < shares[-1] <= 1
    assert refusal(sample_file, progress=lambda share: share < 0.5).code == "cancelled"
    assert refusal(sample_file, progress=lambda share: share < 0.8).code == "cancelled"


@pytest.mark.parametrize(
    ("insunits", "factor", "unit"),
    [(4, 1000, "mm"), (5, 100, "cm"), (6, 1, "m"), (1, 1 / 0.0254, "inch"), (2, 1 / 0.3048, "ft")],
)
def test_units_of_the_file(insunits: int, factor: float, unit: str) -> None:
    def draw(plan: Any) -> None:
        plan.query("LWPOLYLINE").first.scale(factor, factor, factor)

    drawing = read_dxf(written(draw, insunits))
    assert (drawing.unit, drawing.unit_known, drawing.warnings) == (unit, True, ())
    assert (drawing.width_m, drawing.height_m) == pytest.approx((20, 10))


@pytest.mark.parametrize(("factor", "unit"), [(1000, "mm"), (1, "m"), (150, "cm")])
def test_a_file_without_unit_is_guessed_by_its_size(factor: float, unit: str) -> None:
    drawing = read_dxf(written(lambda plan: plan.query("LWPOLYLINE").first.scale(factor, factor, factor), 0))
    assert (drawing.unit, drawing.unit_known, codes(drawing)) == (unit, False, ["unit_guessed"])


@pytest.mark.parametrize(("unit", "width", "better"), [("mm", 0.02, "m"), ("m", 20, None), ("ft", 6.096, None)])
def test_a_unit_that_is_given_goes_before_the_file(unit: str, width: float, better: str | None) -> None:
    drawing = read_dxf(written(nothing), unit=unit)
    assert drawing.width_m == pytest.approx(width)
    assert [warning.facts["better"] for warning in drawing.warnings] == ([better] if better else [])


def test_an_unknown_unit(sample_file: Path) -> None:
    assert refusal(sample_file, unit="cubit").code == "unit_unknown"


@pytest.mark.parametrize(
    ("insunits", "factor", "facts"),
    [
        (4, 1, {"width_m": 0.02, "height_m": 0.01, "unit": "mm", "better": "m", "better_width_m": 20.0}),
        (4, 50, {"width_m": 1.0, "unit": "mm", "better": "cm", "better_width_m": 10.0, "better_height_m": 5.0}),
        (6, 1000, {"width_m": 20_000.0, "unit": "m", "better": "mm", "better_width_m": 20.0}),
        (6, 500, {"width_m": 10_000.0, "unit": "m", "better": "mm", "better_width_m": 10.0}),
    ],
)
def test_units_that_lie(insunits: int, factor: float, facts: dict[str, Any]) -> None:
    drawing = read_dxf(written(lambda plan: plan.query("LWPOLYLINE").first.scale(factor, factor, factor), insunits))
    said = {warning.code: warning.facts for warning in drawing.warnings}["size_implausible"]
    assert said.items() >= facts.items()


def test_a_stray_line_far_away_does_not_count() -> None:
    def draw(plan: Any) -> None:
        for n in range(60):
            plan.add_line((n / 3, 1), (n / 3, 9))
        plan.add_line((500_000, 4_000_000), (500_001, 4_000_000))
        plan.add_line((0, 0), (1e7, 5))

    drawing = read_dxf(written(draw))
    assert (drawing.width_m, drawing.height_m, codes(drawing)) == (20, 10, ["strays_ignored"])
    assert drawing.warnings[0].facts == {"count": 2}


def test_a_plan_in_the_coordinates_of_the_country_loses_nothing() -> None:
    def draw(plan: Any) -> None:
        plan.query("LWPOLYLINE").first.translate(500_000, 4_000_000, 0)

    drawing = read_dxf(written(draw))
    assert drawing.paths[0].points == pytest.approx((0, 0, 20, 0, 20, 10, 0, 10), abs=1e-6)


def test_two_buildings_are_both_the_plan() -> None:
    drawing = read_dxf(written(lambda plan: plan.add_lwpolyline([(60, 0), (80, 0), (80, 10)], close=True)))
    assert (drawing.width_m, drawing.warnings) == (80, ())


def test_references_to_other_files_and_missing_blocks_are_said() -> None:
    def draw(plan: Any) -> None:
        plan.doc.add_xref_def("site.dwg", "SITE")
        plan.add_blockref("SITE", (0, 0))
        plan.add_blockref("GONE", (0, 0))

    said = {warning.code: warning.facts for warning in read_dxf(written(draw)).warnings}
    assert said == {"xref_ignored": {"count": 1, "names": "SITE"}, "block_missing": {"count": 1, "names": "GONE"}}


def test_kinds_that_are_not_drawn_are_said() -> None:
    def draw(plan: Any) -> None:
        picture = plan.doc.add_image_def("photo.jpg", size_in_pixel=(640, 480))
        plan.add_image(picture, (1, 1), (4, 3))

    said = [(warning.code, warning.facts) for warning in read_dxf(written(draw)).warnings]
    assert said == [("kinds_skipped", {"count": 1, "kinds": "IMAGE"})]


def old_file(codepage: str, encoding: str) -> bytes:
    """A file of the year 2000, whose texts are in an encoding that it may or may not declare."""
    document = new("R2000", units=6)
    document.modelspace().add_lwpolyline([(0, 0), (20, 0), (20, 10)], close=True, dxfattribs={"layer": "WALLS"})
    document.modelspace().add_text("ROOM", height=0.5)
    out = BytesIO()
    text = TextIOWrapper(out, "ascii")
    document.write(text)
    text.flush()
    data = out.getvalue().replace(b"ANSI_1252", codepage.encode())
    return data.replace(b"ROOM", "冲压车间".encode(encoding)).replace(b"WALLS", "墙体".encode(encoding))


@pytest.mark.parametrize(
    ("codepage", "encoding", "warnings"),
    [
        ("ANSI_936", "gbk", []),
        ("ANSI_1252", "gbk", ["encoding_guessed"]),
        ("ANSI_1252", "utf-8", ["encoding_guessed"]),
        ("ANSI_936", "utf-8", ["encoding_guessed"]),
    ],
)
def test_chinese_in_old_files(codepage: str, encoding: str, warnings: list[str]) -> None:
    drawing = read_dxf(old_file(codepage, encoding))
    assert drawing.texts[0].text == "冲压车间"
    assert [path.layer for path in drawing.paths] == ["墙体"]
    assert codes(drawing) == warnings


def test_gbk_in_a_file_that_must_be_utf8() -> None:
    data = written(lambda plan: plan.add_text("ROOM", height=0.5)).replace(b"ROOM", "焊接车间".encode("gbk"))
    drawing = read_dxf(data)
    assert (drawing.texts[0].text, codes(drawing)) == ("焊接车间", ["encoding_guessed"])


def test_bytes_that_no_encoding_explains() -> None:
    data = written(lambda plan: plan.add_text("ROOM", height=0.5)).replace(b"ROOM", b"A\xff\xfe\x81B")
    drawing = read_dxf(data)
    assert codes(drawing) == ["text_unreadable"]
    assert drawing.texts[0].text.startswith("A\N{REPLACEMENT CHARACTER}")


def test_a_guessed_encoding_survives_a_repair() -> None:
    between = b"  0\nSECTION\n  2\nBLOCKS"
    drawing = read_dxf(old_file("ANSI_1252", "gbk").replace(b"  0\nENDSEC\n" + between, between))
    assert (drawing.texts[0].text, codes(drawing)) == ("冲压车间", ["encoding_guessed", "file_repaired"])
