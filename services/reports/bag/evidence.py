"""The clause map: which clause of a standard has what evidence in a bag's records, those without any first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from services.core.clauses import CLAUSES, Clause
from services.core.shape import utc_moment


@dataclass(frozen=True, slots=True)
class Evidence:
    """`found`: of each kind how many records there are; `newest` when anything on one of them was last done within the
    stretch of the journal, None where nothing was."""

    clause: Clause
    found: tuple[tuple[str, int], ...]
    newest: datetime | None

    @property
    def gap(self) -> bool:
        """Whether no record here is evidence."""
        return not self.found


def clause_map(newest: Mapping[str, tuple[int, str | None]]) -> tuple[Evidence, ...]:
    """Every clause with its evidence, gaps first, then in the order of the standards. `newest` has the count and the
    newest moment of each kind of record."""
    told = []
    for clause in CLAUSES:
        here = [(kind, *newest[kind]) for kind in clause.kinds if newest.get(kind, (0, None))[0]]
        moments = [at for _, _, at in here if at]
        last = utc_moment(max(moments)) if moments else None
        told.append(Evidence(clause, tuple((kind, count) for kind, count, _ in here), last))
    return tuple(sorted(told, key=lambda one: not one.gap))
