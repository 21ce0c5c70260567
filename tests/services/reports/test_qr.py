"""Codes: bit for bit what the library makes, and the most robust level that the room allows."""

import random
import string

import numpy as np
import pytest
from qrcode.main import QRCode
from qrcode.util import MODE_8BIT_BYTE, QRData

from services.core.refused import Refused
from services.reports.qr import LEVELS, MASK, CodeSize, best_size, mask_bits, smallest_version

DOT = 25.4 / 300


def by_the_library(text: str, size: CodeSize) -> bytes:
    code = QRCode(version=size.version, error_correction=LEVELS[size.level], mask_pattern=MASK, border=0)
    code.add_data(QRData(text.encode(), mode=MODE_8BIT_BYTE), optimize=0)
    code.make(fit=False)
    return np.packbits(np.array(code.modules, dtype=bool), axis=1).tobytes()


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("length", [1, 17, 18, 33, 58, 60, 61, 107, 151, 230, 231, 272, 700])
def test_modules_are_those_of_the_library(level, length):
    text = "".join(random.Random(length).choices(string.ascii_letters + string.digits + ":/.-_", k=length))
    version = smallest_version(length, level)
    assert version is not None
    for size in (CodeSize(version, level, 1), CodeSize(version + 1, level, 1)):
        assert mask_bits(text, size) == by_the_library(text, size)


@pytest.mark.parametrize(
    ("level", "lengths"),
    [
        ("L", (17, 32, 53, 78, 106, 134, 154, 192, 230, 271)),
        ("M", (14, 26, 42, 62, 84, 106, 122, 152, 180, 213)),
        ("Q", (11, 20, 32, 46, 60, 74, 86, 108, 130, 151)),
        ("H", (7, 14, 24, 34, 44, 58, 64, 84, 98, 119)),
    ],
)
def test_capacities_are_those_of_the_standard(level, lengths):
    for version, length in enumerate(lengths, start=1):
        assert smallest_version(length, level) == version
        assert smallest_version(length + 1, level) == version + 1


def test_level_q_as_long_as_modules_stay_comfortable():
    assert best_size(58, 30, 38, DOT) == CodeSize(5, "Q", 9)


def test_level_m_where_q_would_be_too_fine():
    size = best_size(84, 16.5, 22, DOT)
    assert (size.level, size.version) == ("M", 5)
    assert size.dots * DOT >= 0.4


def test_the_largest_modules_where_no_level_is_comfortable():
    assert best_size(100, 10, 14, DOT).level == "L"


def test_the_quiet_zone_counts_too():
    assert best_size(58, 30, 30, DOT).dots * DOT * (37 + 8) <= 30
    assert best_size(58, 30, 30, DOT).dots < best_size(58, 30, 38, DOT).dots


def test_no_room_and_no_capacity_are_refused():
    with pytest.raises(Refused, match="no_room"):
        best_size(2000, 8, 8, DOT)
    with pytest.raises(Refused, match="address_too_long"):
        best_size(3000, 300, 300, DOT)


def test_only_ascii_goes_into_a_code():
    with pytest.raises(Refused, match="address_not_ascii"):
        mask_bits("https://工厂.example/z/Z-4X8B", CodeSize(5, "Q", 9))
