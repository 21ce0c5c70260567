"""Photos of a hazard that may go to outsiders: somebody of the safety office has looked at them and seen no face.
Papers for customers leave out all others."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.hazards import Hazard
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Blob, Ref


@record("photo_release", indexed=("hazard",), called="")
@dataclass(frozen=True, kw_only=True)
class PhotoRelease:
    """It has the hazard's id. `photos` are the hashes of those that were looked at; one that came later is not among
    them. Taken back, it holds for none."""

    id: str
    hazard: str
    photos: tuple[str, ...]
    at: datetime
    by: str | None = None
    withdrawn_at: datetime | None = None


def released(look: Look, hazard: str) -> frozenset[str]:
    """The hashes of a hazard's photos that may go to outsiders."""
    found: PhotoRelease | None = look.get("photo_release", hazard)
    return frozenset(found.photos) if found is not None and found.withdrawn_at is None else frozenset()


@operation("photo_releases.set", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetRelease:
    """These photos of a hazard show no face and may go to outsiders, and no others of it; without any, none may.
    Refused: photos_of_another."""

    hazard: Annotated[str, Ref("hazard")]
    photos: tuple[Annotated[str, Blob()], ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = required(look, Hazard, self.hazard)
        if not set(self.photos) <= {*hazard.before, *hazard.after}:
            raise Refused("photos_of_another", number=hazard.number or "")
        made = PhotoRelease(id=hazard.id, hazard=hazard.id, photos=self.photos, at=context.now, by=context.actor.person)
        return [Put(made if self.photos else replace(made, withdrawn_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """What could go out before can again, and nothing else."""
        before = next(one["before"] for one in changes if one["kind"] == "photo_release") or {}
        photos = [] if before.get("withdrawn_at") else before.get("photos", [])
        return "photo_releases.set", {"hazard": self.hazard, "photos": photos}
