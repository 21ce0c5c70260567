"""What the facts of a photo tell against it as proof: old, taken before there was anything to fix, or elsewhere."""

from datetime import timedelta
from typing import Literal

from services.core.hazards import Hazard
from services.core.photo_place import FAR_M
from services.core.photos import Photo

Doubt = Literal["old", "before_report", "ahead", "far"]
# Proposals of our own: each only puts a sentence beside the photo, and the reviewer decides.
OLD = timedelta(hours=24)  # a photo of what is reported now is hardly older
CLOCK = timedelta(minutes=10)  # by which a camera's clock may be ahead


def doubts(hazard: Hazard, photo: Photo, metres: float | None) -> tuple[Doubt, ...]:
    """Of a photo of this hazard: `old` where it was taken long before the report, `before_report` where one of the fix
    was taken before there was a report, `ahead` where its clock was later than the handing in, `far` where it was taken
    far from the zone. `metres` as `photo_place.metres_from` gives them."""
    found: list[Doubt] = []
    after = photo.id in hazard.after
    handed_in = hazard.fixed_at if after else hazard.reported_at
    if photo.taken_at is not None:
        if after and photo.taken_at < hazard.reported_at:
            found.append("before_report")
        elif not after and hazard.reported_at - photo.taken_at > OLD:
            found.append("old")
        if handed_in is not None and photo.taken_at - handed_in > CLOCK:
            found.append("ahead")
    if metres is not None and metres > FAR_M:
        found.append("far")
    return tuple(found)
