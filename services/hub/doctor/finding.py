"""What the doctor says of one thing."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Level = Literal["good", "look", "bad"]


@dataclass(frozen=True)
class Finding:
    """`code` has the words `doctor.<code>`, filled with `facts`; unless it is `good`, what to do stands in
    `doctor.<code>.do`. `bad`: it does not work, or soon will not. `look`: somebody should know of it."""

    code: str
    level: Level = "good"
    facts: dict[str, Any] = field(default_factory=dict)


def shown(moment: datetime) -> str:
    """A moment by the machine's clock, as it stands in findings."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
