"""Reporting a hazard, with the plant's own extra fields, which can be filled in afterwards too."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from services.core.answers import FieldsForm, Results, fields_answered
from services.core.categories import known_category
from services.core.equipment import Equipment, living
from services.core.hazards import Hazard, Photo, State, bounded_photos, check_photos, opened
from services.core.operation import Change, Changed, Context, Look, Put, Way, operation, required
from services.core.photo_place import Fix, off_zone
from services.core.refused import Refused
from services.core.roles import LEADERS, REPORTERS, Role
from services.core.routes import Category
from services.core.shape import Range, Ref, Text
from services.core.zones import living_zone


@operation("hazards.report", roles=REPORTERS)
@dataclass(frozen=True, kw_only=True)
class Report:
    """Someone saw something. At least one photo; the place is the zone of the label. `extra` are the extra fields as
    the version `extra_form` asks for them, `extra_photos` the photos that they hold. `fix`, where the phone says that
    it is, is a check: it refuses nothing."""

    zone: Annotated[str, Ref("zone")]
    photos: tuple[Photo, ...]
    description: Annotated[str, Text(most=500, least=0)] = ""
    category: Category = "other"
    x: Annotated[float, Range(-100_000, 100_000)] | None = None
    y: Annotated[float, Range(-100_000, 100_000)] | None = None
    equipment: Annotated[str, Ref("equipment")] | None = None
    extra: Results = ()
    extra_form: FieldsForm = None
    extra_photos: tuple[Photo, ...] = ()
    fix: Fix | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        zone = living_zone(look, self.zone)
        known_category(look, self.category)
        if self.equipment:
            living(look, Equipment, self.equipment)
        if context.actor.has(Role.ANONYMOUS) and context.actor.scanned != zone.id:
            raise Refused("label_needed")
        check_photos(self.photos)
        bounded_photos(self.extra_photos)
        hazard = Hazard(
            id=context.id,
            zone=zone.id,
            description=self.description,
            category=self.category,
            state=State.REPORTED,
            reported_at=context.now,
            before=self.photos,
            reporter=context.actor.person,
            x=self.x,
            y=self.y,
            equipment=self.equipment,
            extra=fields_answered(look, "hazard", self.extra_form, self.extra, self.extra_photos),
            extra_form=self.extra_form,
            extra_photos=self.extra_photos,
            off_m=off_zone(look, zone, self.fix),
        )
        return opened(context, look, hazard, zone)


@operation("hazards.fill_in", roles=LEADERS, undoable=True)
@dataclass(frozen=True, kw_only=True)
class FillIn:
    """The extra fields of a hazard, filled in or put right at the desk; without a form, they are empty."""

    hazard: Annotated[str, Ref("hazard")]
    extra: Results = ()
    extra_form: FieldsForm = None
    extra_photos: tuple[Photo, ...] = ()

    def inverse(self, id_: str, changes: Changed) -> Way | None:
        """They are as they were."""
        before = next(one["before"] for one in changes if one["kind"] == "hazard")
        back: dict[str, Any] = {name: before[name] for name in ("extra", "extra_form", "extra_photos")}
        return "hazards.fill_in", {"hazard": self.hazard, **back}

    def decide(self, context: Context, look: Look) -> list[Change]:
        hazard = required(look, Hazard, self.hazard)
        bounded_photos(self.extra_photos)
        extra = fields_answered(look, "hazard", self.extra_form, self.extra, self.extra_photos)
        return [Put(replace(hazard, extra=extra, extra_form=self.extra_form, extra_photos=self.extra_photos))]
