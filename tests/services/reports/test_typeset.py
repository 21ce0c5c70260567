"""Names into rooms: broken where a reader would, as large as fits, cut only when nothing else is left."""

import pytest

from services.reports.typeset import LEADING, broken, cut_to, fitted, width_em


def test_chinese_characters_are_one_em_wide():
    assert width_em("冲压车间", 700) == pytest.approx(4.0)
    assert 0 < width_em("il", 400) < 1


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("冲压车间", 4, ["冲压车间"]),
        ("冲压车间", 2, ["冲压", "车间"]),
        ("一号库（东）", 4, ["一号库", "（东）"]),
        ("一号库，东", 3, ["一号", "库，东"]),
        ("Tank farm north", 6, ["Tank farm", "north"]),
        ("仓库 A", 2, ["仓库", "A"]),
        ("", 3, []),
    ],
)
def test_lines_break_where_a_reader_would(text, room, lines):
    assert broken(text, room, 700) == lines


def test_a_word_wider_than_the_room_is_broken_inside():
    lines = broken("Supercalifragilistic", 3, 400)
    assert "".join(lines) == "Supercalifragilistic"
    assert all(width_em(line, 400) <= 3 for line in lines)


def test_a_short_name_takes_the_largest_letters_on_one_line():
    fit = fitted("仓库", (200, 60), (9, 22), 2, 700)
    assert fit.lines == ("仓库",)
    assert fit.size == 22


@pytest.mark.parametrize(
    "name", ["危险化学品库一号防火分区（东侧）", "Solvent recovery and waste water treatment", "汉" * 30]
)
@pytest.mark.parametrize("room", [(150, 50), (90, 40), (60, 80)])
def test_what_fits_stays_inside_its_room(name, room):
    fit = fitted(name, room, (6, 22), 3, 700)
    assert max(width_em(line, 700) for line in fit.lines) * fit.size <= room[0] + 0.01
    assert len(fit.lines) * fit.size * LEADING <= room[1] + 0.01
    assert 6 <= fit.size <= 22
    if not fit.cut:
        assert "".join(fit.lines).replace(" ", "") == name.replace(" ", "")


def test_two_lines_come_out_alike():
    fit = fitted("危险化学品库一号防火分区西侧", (110, 60), (9, 22), 2, 700)
    assert [len(line) for line in fit.lines] == [7, 7]


def test_a_name_too_long_even_for_the_smallest_letters_says_that_it_was_cut():
    fit = fitted("汉字 " * 40, (60, 30), (9, 22), 2, 700)
    assert fit.cut
    assert fit.lines[-1].endswith("…")
    assert len(fit.lines) == 2
    assert width_em(fit.lines[-1], 700) * fit.size <= 60.01


def test_cut_leaves_what_fits_alone():
    assert cut_to("仓库", 2, 400) == "仓库"
    assert cut_to("危险化学品库", 4, 400) == "危险化…"
