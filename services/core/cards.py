"""A card's number, as readers show it. The same card comes as 8 digits (facility and card), as 10 digits (the whole
number), byte by byte from behind, in hex, or as the raw Wiegand bits with their parity: people are matched by a table
of all these forms, and where a form could be two people's card, by a person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from services.core.refused import Refused

W26, W34 = 26, 34
CARD_BITS, FACILITY_BITS = 16, 8
MOST_24, MOST_32 = 2**24 - 1, 2**32 - 1
MOST_LETTERS = 40


def number_of_bits(bits: str) -> int:
    """The number in Wiegand bits: 26 (8 of facility, 16 of card) or 34 (32 of number), between an even parity bit over
    the first half and an odd one over the second. Raises Refused: card_bits_wrong."""
    if len(bits) not in (W26, W34) or set(bits) - {"0", "1"}:
        raise Refused("card_bits_wrong")
    half = len(bits) // 2
    if bits[:half].count("1") % 2 or not bits[half:].count("1") % 2:
        raise Refused("card_bits_wrong")
    return int(bits[1:-1], 2)


def bits_of(number: int, length: int = W34) -> str:
    """The Wiegand bits of a number. Raises Refused: card_bits_wrong, for one that does not fit."""
    if length not in (W26, W34) or not 0 <= number < 2 ** (length - 2):
        raise Refused("card_bits_wrong")
    inner = format(number, f"0{length - 2}b")
    half = (length - 2) // 2
    even, odd = inner[:half].count("1") % 2, 1 - inner[half:].count("1") % 2
    return f"{even}{inner}{odd}"


def forms_of(number: int) -> frozenset[str]:
    """All ways in which readers show a number of up to 32 bits, without leading zeros."""
    found = {str(number), str(int.from_bytes(number.to_bytes(4, "big"), "little")), f"{number:X}"}
    if number <= MOST_24:
        facility, card = number >> CARD_BITS, number & (2**CARD_BITS - 1)
        found |= {str(facility * 100_000 + card), str(int.from_bytes(number.to_bytes(3, "big"), "little"))}
        found.add(format(int(bits_of(number, W26), 2), "X"))
    return frozenset(one.lstrip("0") or "0" for one in found)


def shown(text: str) -> str:
    """A number as it is kept and compared: without blanks and leading zeros, capital letters."""
    return "".join(text.split()).upper()[:MOST_LETTERS].lstrip("0") or ("0" if text.strip() else "")


def readings_of(text: str) -> frozenset[int]:
    """The numbers that a text may stand for: as decimal, as facility and card, as hex, or as Wiegand bits."""
    bare = "".join(text.split()).upper()
    if len(bare) in (W26, W34) and not set(bare) - {"0", "1"}:
        try:
            return frozenset({number_of_bits(bare)})
        except Refused:
            return frozenset()
    found: set[int] = set()
    if bare.isascii() and bare.isdigit():
        number = int(bare[:MOST_LETTERS])
        found.add(number)
        facility, card = divmod(number, 100_000)
        if len(bare) <= 8 and facility < 2**FACILITY_BITS and card < 2**CARD_BITS:
            found.add(facility << CARD_BITS | card)
    elif bare and not set(bare) - set("0123456789ABCDEF") and len(bare) <= 8:
        found.add(int(bare, 16))
    return frozenset(one for one in found if one <= MOST_32)


class CardTable:
    """People by the forms of their cards: `person` says whose card a reader shows."""

    def __init__(self, cards: Mapping[str, str]) -> None:
        self._exact = {shown(number): person for number, person in cards.items()}
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        for number, person in cards.items():
            for one in _all_forms(readings_of(number)):
                self._forms[one].add(person)

    def person(self, text: str) -> str | None:
        """The one person whose card this is: by the number as it was told, else by its other forms. None for nobody's,
        and for one that could be two people's."""
        if not text.strip():
            return None
        found = self._exact.get(shown(text))
        if found is not None:
            return found
        people = self._forms.get(shown(text), set()).copy()
        if not people:
            people = set().union(*(self._forms.get(one, set()) for one in _all_forms(readings_of(text))))
        return people.pop() if len(people) == 1 else None


def _all_forms(numbers: Iterable[int]) -> frozenset[str]:
    return frozenset().union(*(forms_of(number) for number in numbers))
