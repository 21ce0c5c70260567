"""Which open hazards of a zone are proposed as perhaps one."""

import pytest

from services.core.hazard_twins import Seen, least_apart, maybe_one, pairs, words_shared

LOOKS = 0x0123_4567_89AB_CDEF


def one(id_, words="", *bits, zone="z"):
    return Seen(id_, zone, words, tuple(LOOKS ^ (1 << bit) - 1 for bit in bits))


@pytest.mark.parametrize(
    ("bits", "shared", "expected"),
    [
        (6, 0.0, True),
        (7, 0.33, False),
        (7, 0.34, True),
        (10, 0.34, True),
        (None, 0.59, False),
        (None, 0.6, True),
    ],
)
def test_how_alike_is_enough(bits, shared, expected):
    assert maybe_one(bits, shared) is expected


def test_the_same_photo_in_the_same_zone_is_a_pair_the_older_first():
    found = pairs([one("b", "", 3), one("a", "", 0), one("c", "", 40)])
    assert [(pair.older, pair.newer, pair.bits) for pair in found] == [("a", "b", 3)]


def test_never_across_zones():
    assert pairs([one("a", "光幕被遮挡", 0), one("b", "光幕被遮挡", 0, zone="y")]) == ()


def test_the_same_words_do_without_a_photo():
    found = pairs([one("a", "2号冲床光幕被胶带遮挡"), one("b", "2号冲床光幕被遮挡"), one("c", "地面有油")])
    assert [(pair.older, pair.newer, pair.bits) for pair in found] == [("a", "b", None)]
    assert found[0].words > 0.6


def test_the_most_alike_come_first():
    found = pairs([one("a", "", 0), one("b", "", 5), one("c", "", 2)])
    assert [pair.bits for pair in found] == [2, 3, 5]


def test_photos_far_apart_tell_nothing():
    assert least_apart([LOOKS], [LOOKS ^ 0x7FF]) is None
    assert least_apart([LOOKS], [LOOKS ^ 0x3FF, LOOKS ^ 1]) == 1
    assert least_apart([], [LOOKS]) is None


def test_words_shared():
    assert words_shared("光幕被遮挡", "光幕，被遮挡！") == 1
    assert words_shared("光幕", "油污") == 0
    assert words_shared("", "") == 0
