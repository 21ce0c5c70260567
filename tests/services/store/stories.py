"""A small plant with something of everything in its journal, to be checked, spoiled, erased and laid down again."""

from typing import Any

from tests.makers import AFTER, BEFORE, sha
from tests.services.store.workshop import OUTLINE, Place, Workshop

SECRETS = ("李晓雯", "13912345678", "li.xiaowen@example.com", "E-90210", "13987654321")


def lived_in(shop: Workshop) -> Place:
    """Zones changed, labels issued, a hazard closed and one open, refusals, a person who has left."""
    place = shop.found()
    shop.do("plant.set_address", {"address": "anhuan.example"}, place.boss)
    shop.do("zones.rename", {"zone": place.zone, "name": "冲压一区"}, place.officer)
    shop.issue("zones.rename", {"zone": "none", "name": "x"}, place.officer)
    shop.issue("coffee.make", {"for": "周敏"}, place.officer)
    label = shop.do("labels.issue", {"zone": place.zone}, place.officer)
    shop.do("labels.printed", {"labels": [label], "template": "a4"}, place.officer)
    one = shop.do("hazards.report", {"zone": place.zone, "photos": [BEFORE]}, place.worker, device="phone")
    shop.do("hazards.accept", {"hazard": one}, place.fixer)
    shop.do("hazards.submit_fix", {"hazard": one, "photos": [AFTER]}, place.fixer)
    shop.do("hazards.approve", {"hazard": one}, place.officer)
    shop.do("hazards.approve", {"hazard": one}, place.boss)
    shop.do("hazards.report", {"zone": place.zone, "photos": [sha("second")]}, place.worker, device="phone")
    shop.do("zones.draw", {"floor": place.floor, "name": "仓库", "zone_class": "D", "polygon": OUTLINE}, place.officer)
    leaver(shop, place)
    return place


def leaver(shop: Workshop, place: Place) -> str:
    """Someone who came, changed the telephone number, and left."""
    name, phone, email, number, new_phone = SECRETS
    args: dict[str, Any] = {"name": name, "phone": phone, "email": email, "employee_no": number}
    one = shop.do("people.add", args, place.boss)
    shop.do("people.set_contact", {"person": one, "phone": new_phone}, place.boss)
    shop.do("people.leave", {"person": one}, place.boss)
    return one
