"""Asking the hub what only it knows: consoles have no swipes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.workbench import Workbench

Done = Callable[[dict[str, Any]], object]
Failed = Callable[[Refused], object]


def ask_hub(workbench: "Workbench", path: str, done: Done, failed: Failed) -> None:
    """The hub's answer to a GET, on the GUI thread; else why there is none."""
    client = workbench.opened.client
    if client is None:
        failed(Refused("needs_hub"))
        return
    workbench.tasks.run(
        lambda: client.call("GET", path),
        done,
        lambda error: failed(error if isinstance(error, Refused) else Refused("hub_unreachable")),
    )
