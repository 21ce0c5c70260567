"""What is known of a photo beside its octets: its looks, when and where it was taken, which hazard it shows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

from services.core.operation import Change, Context, Look, Put, operation
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import CONSOLE_ROLES, Role
from services.core.shape import Blob, Range, Ref, Text

Fingerprint = Annotated[str, Text(most=16, least=16)]
Part = Literal["", "before", "after"]
MOST_ALSO = 12


@record("photo", indexed=("hazard",), called="")
@dataclass(frozen=True, kw_only=True)
class Photo:
    """`id` is the SHA-256 of the stored JPEG. `fingerprint` has 64 bits as 16 hex digits: of photos that look alike few
    differ; `also` are those of the same photo with its edges cut off or gone on, for finding it in a cut of it.
    `taken_at`, `latitude` and `longitude` (degrees, WGS 84) stood in the file as it was sent. `hazard` is the first one
    that it was a photo of."""

    id: str
    fingerprint: str
    noted_at: datetime
    also: tuple[str, ...] = ()
    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    hazard: str | None = None
    part: Part = ""


@operation("photos.note", roles=CONSOLE_ROLES | {Role.SYSTEM}, quiet=True)
@dataclass(frozen=True, kw_only=True)
class Note:
    """What was read of a photo when it came. The hub's own reading of its looks stands against a computer's; the time
    and the place that the file told are taken from who saw the file. `hazard` is told by the hub of a photo that was
    there before photos were noted."""

    photo: Annotated[str, Blob()]
    fingerprint: Fingerprint
    also: tuple[Fingerprint, ...] = ()
    taken_at: datetime | None = None
    latitude: Annotated[float, Range(-90, 90)] | None = None
    longitude: Annotated[float, Range(-180, 180)] | None = None
    hazard: Annotated[str, Ref("hazard")] | None = None
    part: Part = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        for one in (self.fingerprint, *self.also):
            if not set(one) <= set("0123456789abcdef"):
                raise Refused("args_wrong", field="fingerprint", expected="16 hex digits")
        if len(self.also) > MOST_ALSO:
            raise Refused("args_wrong", field="also", expected=f"at most {MOST_ALSO}")
        known: Photo | None = look.get("photo", self.photo)
        told = Photo(
            id=self.photo,
            fingerprint=self.fingerprint,
            noted_at=context.now,
            also=self.also,
            taken_at=self.taken_at,
            latitude=self.latitude,
            longitude=self.longitude,
        )
        noted = self._of_hazard(context, told if known is None else self._added(context, known, told))
        return [] if noted == known else [Put(noted)]

    def _added(self, context: Context, known: Photo, told: Photo) -> Photo:
        """What is known with what is told now: facts are never taken back."""
        added = known
        if known.taken_at is None and told.taken_at is not None:
            added = replace(added, taken_at=told.taken_at)
        if known.latitude is None and told.latitude is not None:
            added = replace(added, latitude=told.latitude, longitude=told.longitude)
        if context.actor.has(Role.SYSTEM):
            added = replace(added, fingerprint=told.fingerprint, also=told.also)
        return added

    def _of_hazard(self, context: Context, noted: Photo) -> Photo:
        if self.hazard is None or noted.hazard is not None or not context.actor.has(Role.SYSTEM):
            return noted
        return replace(noted, hazard=self.hazard, part=self.part)


def used(look: Look, photos: Iterable[str], hazard: str, part: Part) -> list[Change]:
    """The photos as those of this hazard, where nobody has used them before."""
    found = [look.get("photo", id_) for id_ in photos]
    return [Put(replace(one, hazard=hazard, part=part)) for one in found if one is not None and one.hazard is None]
