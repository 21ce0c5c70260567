"""The first report of an incident: from a scanned label or by who is signed in; the office classifies it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, Literal

from services.core.hazards import MOST_PHOTOS, Photo
from services.core.incidents import Incident, Injury, Story, sound
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import holders
from services.core.plant import day_number
from services.core.refused import Refused
from services.core.roles import OFFICE, REPORTERS, Role
from services.core.shape import Ref, Text
from services.core.zones import Zone, living_zone

FirstKind = Literal["near_miss", "first_aid", "damage"]


def told(incident: Incident, zone: Zone) -> dict[str, Any]:
    """The facts of a message about the incident; none of them is about a person."""
    return {"number": incident.number or "", "zone": zone.name, "kind": incident.kind,
            "description": incident.description}  # fmt: skip


@operation("incidents.report", roles=REPORTERS)
@dataclass(frozen=True, kw_only=True)
class ReportIncident:
    """Something has just happened: what, where, with photos where there are some. Whether an injury is a recordable one
    is for the office to say. Without a name, by a scanned label, only a near miss or damage can be told of."""

    zone: Annotated[str, Ref("zone")]
    kind: FirstKind
    description: Story
    at: datetime | None = None
    place: Annotated[str, Text(most=80, least=0)] = ""
    photos: tuple[Photo, ...] = ()
    person: Annotated[str, Ref("person")] | None = None
    injury: Injury = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone = living_zone(look, self.zone)
        self._may_tell(context, zone)
        if len(self.photos) > MOST_PHOTOS:
            raise Refused("photos_too_many", most=MOST_PHOTOS)
        if len(set(self.photos)) != len(self.photos):
            raise Refused("photo_twice")
        incident = Incident(
            id=context.id,
            number=day_number(context, look, "SG", "incident"),
            kind=self.kind,
            at=self.at or context.now,
            zone=zone.id,
            description=self.description,
            place=self.place,
            photos=self.photos,
            person=self.person,
            injury=self.injury,
            reported_by=context.actor.person,
            recorded_at=context.now,
            to_classify=True,
        )
        return [Put(sound(context, look, incident)), *self._told(look, incident, zone)]

    def _may_tell(self, context: Context, zone: Zone) -> None:
        """Raises Refused: label_needed, sign_in_for_injury."""
        if context.actor.has(Role.ANONYMOUS):
            if context.actor.scanned != zone.id:
                raise Refused("label_needed")
            if self.kind == "first_aid" or self.person is not None:
                raise Refused("sign_in_for_injury")

    def _told(self, look: Look, incident: Incident, zone: Zone) -> list[Change]:
        office = [one.id for role in (Role.SAFETY_OFFICER, Role.EHS_MANAGER) for one in holders(look, role)]
        whom = tuple(dict.fromkeys(filter(None, (*office, zone.supervisor))))
        level = {"level": "critical"} if self.kind == "first_aid" else {}
        return [Tell(whom, "incident_reported", incident.id, told(incident, zone) | level)] if whom else []


@operation("incidents.classify", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Classify:
    """The first report was right as it is: its kind and type stand from now on."""

    incident: Annotated[str, Ref("incident")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = required(look, Incident, self.incident)
        if found.withdrawn_at is not None:
            raise Refused("incident_withdrawn")
        return [Put(replace(found, to_classify=False))]
