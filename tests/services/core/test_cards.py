"""One card in all the forms that readers show it in."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.cards import CardTable, bits_of, forms_of, number_of_bits, shown
from services.core.refused import Refused

FACTS = Path("/work/shared/facts/doors/wiegand_vectors.json")


@given(st.integers(0, 2**24 - 1))
def test_the_bits_of_a_small_number_come_back(number):
    for length in (26, 34):
        assert number_of_bits(bits_of(number, length)) == number
    facility, card = number >> 16, number & 0xFFFF
    assert shown(f"{facility:03}{card:05}") in forms_of(number)


@given(st.integers(0, 2**32 - 1), st.integers(0, 33))
def test_one_turned_bit_is_found(number, place):
    bits = bits_of(number)
    turned = bits[:place] + str(1 - int(bits[place])) + bits[place + 1 :]
    with pytest.raises(Refused, match="card_bits_wrong"):
        number_of_bits(turned)


@given(st.integers(1, 2**32 - 1))
def test_whoever_s_card_it_is_is_found_by_every_form(number):
    table = CardTable({f"{number:010}": "a"})
    assert {table.person(form) for form in forms_of(number)} == {"a"}
    assert table.person(bits_of(number)) == "a"


def test_facility_and_card_are_the_number_that_is_written_out():
    # 200 << 16 | 4660
    table = CardTable({"20004660": "a"})
    assert table.person("0013111860") == "a"
    assert table.person(bits_of(13111860, 26)) == "a"


def test_what_could_be_two_people_s_is_nobody_s():
    """12345678 is facility 123 and card 45678, or the whole number."""
    table = CardTable({"0008106606": "a", "0012345678": "b"})
    assert table.person("12345678") == "b", "as it was told"
    assert CardTable({"8106606": "a", "00BC614E": "b"}).person("12345678") is None
    assert table.person("") is table.person("no card") is table.person("99") is None
    assert CardTable({"E2003411": "c"}).person("e200 3411") == "c"


def test_bits_that_are_none_are_refused():
    for bits in ("", "1", "2" * 26, "1" * 27):
        with pytest.raises(Refused):
            number_of_bits(bits)


@pytest.mark.skipif(not FACTS.exists(), reason="the facts are not here")
def test_all_vectors_are_one_card_each():
    for one in json.loads(FACTS.read_text())["vectors"]:
        number = number_of_bits(one["bits"])
        table = CardTable({one["decimal10"]: "a"})
        named = [
            one[name] for name in ("decimal8", "byte_reversed_decimal10", "bits", "hex26", "uid_hex") if name in one
        ]
        assert int(one["decimal10"]) == number
        assert [table.person(form) for form in named] == ["a"] * len(named), one
