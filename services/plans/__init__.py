"""Drawing files become one neutral drawing in metres; nothing here knows of screens or of the store.

What others call is named here and loaded at its first use, so that the console's start never waits for ezdxf.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from services.plans.command import plan_import
    from services.plans.drawing import Drawing, Layer, Path, Picture, PlanRefused, Text, Warning, from_bytes, to_bytes
    from services.plans.dxf import read_dxf
    from services.plans.proposals import Proposal, propose_zones
    from services.plans.reading import read_drawing
    from services.plans.sample import write_sample

__all__ = [
    "Drawing",
    "Layer",
    "Path",
    "Picture",
    "PlanRefused",
    "Proposal",
    "Text",
    "Warning",
    "from_bytes",
    "plan_import",
    "propose_zones",
    "read_drawing",
    "read_dxf",
    "to_bytes",
    "write_sample",
]

_HOMES = {
    "Proposal": "proposals",
    "plan_import": "command",
    "propose_zones": "proposals",
    "read_drawing": "reading",
    "read_dxf": "dxf",
    "write_sample": "sample",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'drawing')}"), name)
