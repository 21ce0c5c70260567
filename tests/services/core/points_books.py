"""The ledger read once more from its entries alone, as an auditor would."""

from collections import Counter
from typing import Any


def replayed(look: Any) -> Counter[str]:
    """Balances from nothing, entry by entry in the order of time. No account but the plant's own is ever below zero."""
    found: Counter[str] = Counter()
    for one in in_order(look):
        assert one.points > 0
        assert one.payer != one.payee
        found[one.payer] -= one.points
        found[one.payee] += one.points
        assert one.payer == "budget" or found[one.payer] >= 0
    return found


def in_order(look: Any) -> list[Any]:
    """The entries as they came."""
    return sorted(look.find("points_entry"), key=lambda entry: (entry.at, entry.place))


def check_books(look: Any) -> None:
    """All accounts together are zero, each is what its entries give, none but the budget is below zero, and what was
    earned in all is what came from the budget for good."""
    accounts = look.find("points_account")
    assert sum(one.balance for one in accounts) == 0
    found = replayed(look)
    assert {one.id: one.balance for one in accounts if one.balance} == {id_: n for id_, n in found.items() if n}
    entries = look.find("points_entry")
    for one in accounts:
        assert one.holder == "budget" or one.balance >= 0
        if one.holder == "person":
            given = sum(e.points for e in entries if e.payee == one.id and e.meaning in ("earned", "adjusted"))
            taken = sum(
                e.points for e in entries if e.payer == one.id and e.meaning in ("taken_back", "adjusted", "owed")
            )
            assert one.lifetime == given - taken - one.owed
            assert one.owed >= 0
    for one in look.find("earning"):
        assert 0 <= one.points <= one.due <= one.full
