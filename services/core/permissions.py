"""Who may issue an operation, as a plant has set it: within what the operation itself allows and what separation of
duties leaves."""

from dataclasses import dataclass
from typing import Annotated, Any

from services.core.operation import OPERATIONS, Change, Changed, Context, Look, OperationKind, Put, Way, operation
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, LEADERS, PEOPLES_ROLES, Role, in_order
from services.core.shape import Text

PEOPLES = frozenset(PEOPLES_ROLES)
# What two people decide, what is about accounts, the review (whose table is one), and reporting, which is everybody's
# right (Work Safety Law art. 54): no plant changes who does that.
LOCKED_GROUPS = frozenset(
    {"permissions", "grants", "emergency_grants", "unmaskings", "adjustments", "devices", "people"}
)
LOCKED = frozenset({"hazards.approve", "hazards.report", "plant.restored", "grant_policies.set"})
# Where goods and points are handled nobody is added: who hands out neither approves nor redeems.
AS_DECLARED = frozenset(
    {"points", "points_rules", "redemptions", "rewards", "stock", "stock_counts", "score_rules", "labels"}
)


@record("permission", indexed=("kind",), called="kind", few=True)
@dataclass(frozen=True, kw_only=True)
class Permission:
    """The people's roles that may issue the operations of one `kind` in this plant."""

    id: str
    kind: str
    roles: tuple[Role, ...]


def locked(spec: OperationKind) -> bool:
    """Whether no plant changes who may issue this."""
    group = spec.name.partition(".")[0]
    return group in LOCKED_GROUPS or spec.name in LOCKED or not spec.roles & PEOPLES


def reach(spec: OperationKind) -> frozenset[Role]:
    """The roles that a plant may give it to: those it names itself and leaders. Never who only looks, or administers
    people, computers or goods, where it does not name them; and what is administration's alone stays so."""
    if locked(spec):
        return frozenset()
    named = spec.roles & PEOPLES
    fixed = spec.name.partition(".")[0] in AS_DECLARED or named <= ADMINISTRATION | {Role.HR}
    return named if fixed else named | LEADERS


def stay(spec: OperationKind) -> frozenset[Role]:
    """The roles that can't be taken from it: a plant does not lock out its EHS manager."""
    return spec.roles & {Role.EHS_MANAGER}


def changeable() -> list[str]:
    """The kinds whose roles a plant may change."""
    return sorted(name for name, spec in OPERATIONS.items() if not locked(spec))


@operation("permissions.set", roles=frozenset({Role.EHS_MANAGER}), offline=False, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetPermission:
    """Who may issue the operations of a kind from now on. Raises Refused: unknown_kind, rights_locked, rights_empty,
    rights_beyond, rights_manager_stays."""

    kind: Annotated[str, Text(most=60)]
    roles: tuple[Role, ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        spec = OPERATIONS.get(self.kind)
        if spec is None:
            raise Refused("unknown_kind", kind=self.kind)
        if locked(spec):
            raise Refused("rights_locked")
        wanted = frozenset(self.roles)
        if not wanted:
            raise Refused("rights_empty")
        if not wanted <= reach(spec):
            raise Refused("rights_beyond")
        if not stay(spec) <= wanted:
            raise Refused("rights_manager_stays")
        present = look.find("permission", kind=self.kind)
        id_ = present[0].id if present else context.id
        return [Put(Permission(id=id_, kind=self.kind, roles=in_order(wanted)))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """The roles of before; where the plant had set none, those that the operation names."""
        before: Any = changes[0]["before"] if changes else None
        spec = OPERATIONS.get(self.kind)
        roles = before["roles"] if before else in_order(spec.roles & PEOPLES if spec else frozenset())
        return "permissions.set", {"kind": self.kind, "roles": list(roles)}
