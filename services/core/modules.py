"""Parts of the program that a plant may do without, one at a time. People, zones, the map, hazards and the journal are
always there."""

from collections.abc import Iterable
from typing import Literal, get_args

from services.core.operation import Look

Module = Literal[
    "inspections",
    "alerts",
    "rules",
    "labels",
    "incidents",
    "points",
    "training",
    "contractors",
    "equipment",
    "access",
    "reports",
]
MODULES: tuple[Module, ...] = get_args(Module)
NEEDS: dict[str, tuple[Module, ...]] = {"rules": ("alerts",)}
FIRST: tuple[Module, ...] = ("inspections", "labels")  # what a plant begins with, beside hazards


def all_off(off: Iterable[str]) -> tuple[Module, ...]:
    """The parts that are not used where these are not: with one go those that need it."""
    gone = set(off)
    return tuple(one for one in MODULES if one in gone or gone.intersection(NEEDS.get(one, ())))


def uses(look: Look, module: Module) -> bool:
    """Whether the plant uses a part."""
    found = look.find("plant")
    return bool(found) and module not in found[0].modules_off
