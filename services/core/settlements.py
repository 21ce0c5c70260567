"""What people decided about operations that the hub had refused: the override itself is in the journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from services.core.operation import Change, Context, Look, Put, operation
from services.core.record import record
from services.core.roles import CONSOLE_ROLES, STAFF
from services.core.shape import Text

How = Literal["again", "changed", "let_go"]


@record("settlement", indexed=("operation",), called="", group="conflicts")
@dataclass(frozen=True, kw_only=True)
class Settlement:
    """`operation` was refused (it was of kind `refused_kind`, for the reason `code`) and then done again on what is so
    now, done in another way, or let go. What was done instead is the same person's entry just before this one."""

    id: str
    operation: str
    refused_kind: str
    code: str
    how: How
    decided_by: str | None = None
    decided_at: datetime


@operation("conflicts.settle", roles=STAFF | CONSOLE_ROLES)
@dataclass(frozen=True, kw_only=True)
class Settle:
    """Somebody has decided about what was refused."""

    operation: Annotated[str, Text(most=60)]
    refused_kind: Annotated[str, Text(most=60)]
    code: Annotated[str, Text(most=60)]
    how: How

    def decide(self, context: Context, look: Look) -> list[Change]:
        made = Settlement(
            id=context.id,
            operation=self.operation,
            refused_kind=self.refused_kind,
            code=self.code,
            how=self.how,
            decided_by=context.actor.person,
            decided_at=context.now,
        )
        return [Put(made)]
