"""What kind of hazard a sentence speaks of, by what was said of earlier ones."""

from collections import Counter
from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from services.store.records import Records
from services.store.tables import hazards

LOOKED_AT = 1000  # the newest; older words are mostly said again
ENOUGH = 1.0  # what the pairs of signs must come to: one pair that was always of one kind is chance

Said = Mapping[str, Counter[str]]


def said_before(look: Records) -> Said:
    """How often each pair of signs stood in the newest hazards of each category."""
    columns = (hazards.c.category, hazards.c.description)
    newest = sa.select(*columns).order_by(hazards.c.reported_at.desc()).limit(LOOKED_AT)
    return counted((category, text or "") for category, text in look.connection.execute(newest))


def counted(said: Iterable[tuple[str, str]]) -> Said:
    """Categories by the pairs of the texts that belong to them."""
    found: dict[str, Counter[str]] = {}
    for category, text in said:
        for pair in pairs(text):
            found.setdefault(pair, Counter())[category] += 1
    return found


def likely_category(said: Said, text: str) -> str | None:
    """The category that the pairs of a text speak for, each by its share of where it stood; None where they say too
    little."""
    shares: dict[str, float] = {}
    for pair in pairs(text):
        stood = said.get(pair, Counter())
        for category, times in stood.items():
            shares[category] = shares.get(category, 0.0) + times / (stood.total() + 1)
    best = max(sorted(shares), key=lambda one: shares[one], default=None)
    return best if best is not None and shares[best] >= ENOUGH else None


def pairs(text: str) -> frozenset[str]:
    """Each two signs that follow each other, without blanks: what words are to Chinese."""
    plain = "".join(one for one in text.casefold() if one.isalnum())
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))
