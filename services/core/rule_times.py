"""Conditions about the plant's time: its shifts and its calendar."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from services.core.rule_slots import Name


@dataclass(frozen=True, kw_only=True)
class OnShift:
    """It is the time of a shift, by its name."""

    kind: ClassVar[str] = "shift"
    shift: Name


@dataclass(frozen=True, kw_only=True)
class OnDay:
    """It is a working day, or a day of rest, by the plant's calendar with its holidays and make-up workdays."""

    kind: ClassVar[str] = "day"
    day: Literal["work", "rest"] = "work"
