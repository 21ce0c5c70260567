"""What is taken along on this console: asked for, given up, and how much of it is here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.photos.guessing import mean_size
from services.store.along import Along, along_of, blobs_along, leave_here, take_along

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.store.looking_back import Reach


@dataclass(frozen=True, slots=True)
class Baggage:
    """How much belongs to a choice: photos and drawings, those of them that are here, and the bytes that are still to
    come, about; `reach` says how far the journal goes."""

    along: Along
    photos: int
    here: int
    to_come: float
    reach: "Reach"

    @property
    def complete(self) -> bool:
        """Whether all of it is here."""
        oldest = self.reach.oldest
        journal = self.reach.floor <= 1 or (oldest is not None and oldest <= self.along.since)
        return self.here == self.photos and (journal or bool(self.reach.ended))


def baggage(workbench: "Workbench", along: Along) -> Baggage:
    """Looks at what a choice comes to; not on the GUI thread, as it asks for every file."""
    wanted = workbench.ask(blobs_along, along=along)
    blobs = workbench.opened.blobs
    sizes = [blobs.place(sha256).stat().st_size for sha256 in wanted if blobs.has(sha256)]
    away = [sha256 for sha256 in wanted if not blobs.has(sha256)]
    to_come = mean_size(sizes, away, workbench.size_at_hub) * len(away)
    return Baggage(along, len(wanted), len(sizes), to_come, workbench.past.reach())


def taken(workbench: "Workbench") -> Along | None:
    """What is being taken along; None where nothing is."""
    found: Along | None = workbench.ask(along_of, now=workbench.opened.replica.clock.wall())
    return found


def take(workbench: "Workbench", along: Along) -> None:
    """Has it fetched from now on, as soon as the hub can be reached."""
    take_along(workbench.opened.replica, along)
    workbench.past.fetch(along.since, along.until)


def leave(workbench: "Workbench") -> None:
    """Fetches no more; what has come stays."""
    leave_here(workbench.opened.replica)
    workbench.past.cancel()
