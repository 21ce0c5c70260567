"""The font is cut once, calls itself rightly, draws what plants write, and says what it cannot draw."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from fontTools.ttLib import TTFont

from services.reports.fonts import STAND_IN, drawable, font_file, missing


@pytest.mark.parametrize(("weight", "style"), [(400, "Regular"), (700, "Bold")])
def test_each_weight_is_a_static_face_of_one_family(weight, style):
    font = TTFont(font_file(weight), lazy=True)
    assert "fvar" not in font
    assert font["name"].getDebugName(1) == "Noto Sans SC"
    assert font["name"].getDebugName(2) == style
    assert font["OS/2"].usWeightClass == weight
    assert bool(font["head"].macStyle & 1) == (weight == 700)


def test_bold_is_bolder_than_regular():
    widths = {}
    for weight in (400, 700):
        font = TTFont(font_file(weight), lazy=True)
        outline = font["glyf"]["l" if "l" in font.getGlyphOrder() else font.getBestCmap()[ord("l")]]
        widths[weight] = outline.xMax - outline.xMin
    assert widths[700] > widths[400] * 1.3


def test_the_file_is_made_once():
    first = font_file(400)
    made_at = first.stat().st_mtime_ns
    assert font_file(400) == first
    assert first.stat().st_mtime_ns == made_at


def test_several_at_once_leave_one_whole_file_and_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with ThreadPoolExecutor(4) as pool:
        paths = set(pool.map(lambda _: font_file(700), range(4)))
    assert [entry.name for entry in (tmp_path / "anhuan" / "fonts").iterdir()] == [paths.pop().name]


def test_signs_and_rare_names_are_there():
    assert not missing("●▲■◌℃㎡㎥Ⅴ∅·…—①〓（）䶮㛃龘", 400)
    assert not missing("危险化学品库 ABC 0123", 700)


def test_what_is_lacking_is_named_and_drawn_as_a_stand_in():
    assert missing("王𠮷a\n\t", 700) == {"𠮷"}
    assert drawable("王𠮷", 700) == "王" + STAND_IN


def test_line_breaks_and_hidden_characters_never_reach_the_page():
    assert drawable(" 一号\n车\u200b间\t甲 ") == "一号 车 间 甲"


def test_the_room_costs_nothing_until_something_is_printed():
    heavy = "fontTools", "uharfbuzz", "platformdirs", "reportlab", "numpy", "PIL", "qrcode", "zxingcpp", "pypdfium2"
    names = ("fonts", "labels", "preflight", "label_sheets", "command")
    script = f"import sys; from services.reports import {', '.join(names)}; print({set(heavy)} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "set()"
