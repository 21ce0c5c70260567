"""A checklist made one's own: a ready one, or a copy, under a name that is still free."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.language import language
from desktop.views.checklists.draft import as_args
from services.library import ready_checklist, ready_checklists

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.store.replica import Local

READY = "ready:"  # what stands before the key of a ready checklist among the plant's own


def make_own(workbench: "Workbench", name: str, items: Sequence[dict[str, object]], source: str) -> "tuple[Local, str]":
    """Makes it under this name, or the next one that is free; the outcome, and the name."""
    taken = {one.name for one in workbench.ask(lambda look: look.find("checklist")) if one.retired_at is None}
    number, called = 1, name
    while called in taken:
        number += 1
        called = f"{name[:54]} ({number})"
    return workbench.run("checklists.make", name=called, items=items, source=source), called


def ready_options(workbench: "Workbench", said: str) -> list[tuple[str, str]]:
    """The ready ones of which the plant has none yet, as (text, READY + key); `said` marks them: "{name} (ready)"."""
    have = {one.source for one in workbench.ask(lambda look: look.find("checklist")) if one.retired_at is None}
    found = [one for one in ready_checklists(language.name) if one.key not in have]
    return [(said.format(name=one.name), READY + one.key) for one in found]


def own_of(workbench: "Workbench", chosen: str) -> str | None:
    """The id of the plant's checklist that was chosen; a ready one is made the plant's own first. None where that was
    refused."""
    if not chosen.startswith(READY):
        return chosen
    ready = ready_checklist(chosen.removeprefix(READY), language.name)
    local, _ = make_own(workbench, ready.name, as_args(ready.items), ready.key)
    return local.id if local.ok else None
