"""Codes of accident types as dated data: each edition of the standard with its own codes and names, joined by the types
that incidents are recorded under. What is not certain is kept as such, and is never printed as a fact."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from services.core.incidents import AccidentType
from services.core.operation import Change, Context, Look, Put, operation
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Text


@dataclass(frozen=True, kw_only=True)
class TypeCode:
    """What an edition calls a type."""

    type: AccidentType
    code: Annotated[str, Text(most=20)]
    name: Annotated[str, Text(most=60)]


@record("accident_edition", indexed=("edition",), called="edition", few=True)
@dataclass(frozen=True, kw_only=True)
class AccidentEdition:
    """`edition` as people cite it. In force from `since` on; not `certain` while its date or its codes have not been
    checked against the published text."""

    id: str
    edition: str
    since: date | None
    certain: bool
    codes: tuple[TypeCode, ...] = ()


def _codes(*rows: tuple[AccidentType, str, str]) -> tuple[TypeCode, ...]:
    return tuple(TypeCode(type=of, code=code, name=name) for of, code, name in rows)


# The types of the 1986 edition that a works above ground can have. Of the 2025 edition sources contradict each other on
# the day from which it holds and on how many types it has, so it comes without both until somebody has its text.
USUAL: tuple[AccidentEdition, ...] = (
    AccidentEdition(
        id="gb6441-1986",
        edition="GB/T 6441-1986",
        since=date(1987, 2, 1),
        certain=True,
        codes=_codes(
            ("object_strike", "01", "物体打击"),
            ("vehicle", "02", "车辆伤害"),
            ("machinery", "03", "机械伤害"),
            ("lifting", "04", "起重伤害"),
            ("electric_shock", "05", "触电"),
            ("drowning", "06", "淹溺"),
            ("burn", "07", "灼烫"),
            ("fire", "08", "火灾"),
            ("fall_from_height", "09", "高处坠落"),
            ("collapse", "10", "坍塌"),
            ("boiler_explosion", "16", "锅炉爆炸"),
            ("vessel_explosion", "17", "容器爆炸"),
            ("other_explosion", "18", "其他爆炸"),
            ("poisoning", "19", "中毒和窒息"),
            ("other", "20", "其他伤害"),
        ),
    ),
    AccidentEdition(id="gb6441-2025", edition="GB 6441-2025", since=None, certain=False),
)


def editions(look: Look) -> tuple[AccidentEdition, ...]:
    """All editions, the plant's own word before what comes with the program; the oldest first."""
    own: dict[str, AccidentEdition] = {one.edition: one for one in look.find("accident_edition")}
    known = {one.edition: one for one in USUAL} | own
    return tuple(sorted(known.values(), key=lambda one: (one.since is None, one.since or date.max, one.edition)))


def code_on(look: Look, of: AccidentType, day: date) -> tuple[AccidentEdition, TypeCode] | None:
    """What the edition that was in force on a day calls a type; None where no certain one does."""
    held = [one for one in editions(look) if one.certain and one.since is not None and one.since <= day]
    for edition in reversed(held):
        for code in edition.codes:
            if code.type == of:
                return edition, code
    return None


def crosswalk(look: Look) -> tuple[tuple[AccidentType, tuple[TypeCode | None, ...]], ...]:
    """Every type with what each edition calls it, in the order of `editions`."""
    from typing import get_args

    known = [{code.type: code for code in one.codes} for one in editions(look)]
    return tuple((of, tuple(codes.get(of) for codes in known)) for of in get_args(AccidentType))


@operation("accident_editions.set", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class SetEdition:
    """What is known of an edition; it is certain only with the day from which it holds, and with codes."""

    edition: Annotated[str, Text(most=40)]
    since: date | None = None
    certain: bool = False
    codes: tuple[TypeCode, ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.certain and (self.since is None or not self.codes):
            raise Refused("edition_unsure")
        types, codes = [one.type for one in self.codes], [one.code for one in self.codes]
        if len(set(types)) != len(types) or len(set(codes)) != len(codes):
            raise Refused("edition_code_twice")
        before = look.find("accident_edition", edition=self.edition)
        made = AccidentEdition(
            id=before[0].id if before else context.id,
            edition=self.edition,
            since=self.since,
            certain=self.certain,
            codes=self.codes,
        )
        return [Put(made)]
