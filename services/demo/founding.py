"""How the demo plant begins: the plant and its people, its organisation and hours, its floors, zones and labels."""

import random
from datetime import date, timedelta
from typing import Any

from services.core.operation import Actor
from services.core.plant import founder_id
from services.core.roles import Role
from services.demo.cast import (
    ADDRESS,
    BUILDING,
    DEPARTMENTS,
    FOUNDER,
    PLACES,
    PLANT,
    SHEETS,
    TEAMS,
    WITH_PASSWORD,
    Member,
)
from services.demo.holidays import YEARS, special_days
from services.demo.life import SHANGHAI, Life
from services.store import accounts

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
SHIFTS = {
    "早班": ("07:00", "15:30"),
    "中班": ("15:30", "00:00"),
    "白班": ("08:00", "17:00"),
    "夜班": ("20:00", "08:00"),
}
# two teams that take turns by the week, teams with days and nights, and the rest with the calendar's days
BY_WEEKS = {"冲压一班": "早班", "冲压二班": "中班", "机加一班": "早班", "机加二班": "中班"}
BY_NIGHT = ("电气班", "设备班", "热处理班")


def found_plant(life: Life) -> None:
    """The plant with its EHS manager."""
    founding = life.do(Actor(None, frozenset({Role.FOUNDER})), "plant.found", name=PLANT, person=FOUNDER.name)
    life.ids[FOUNDER.name] = founder_id(founding)
    manager = life.someone(FOUNDER.name)
    life.do(manager, "people.set_contact", person=life.ids[FOUNDER.name], **contact_of(FOUNDER))
    life.do(manager, "plant.set_address", address=ADDRESS)


def contact_of(member: Member) -> dict[str, str]:
    """Employee number, a telephone number that nobody has, an address of the domain for examples."""
    email = {"email": f"{member.latin}@example.com"} if member.latin else {}
    return {"employee_no": member.number, "phone": f"1380000{member.number[2:]}", **email}


def add_people(life: Life, members: tuple[Member, ...]) -> None:
    """Departments and teams first, as people carry them; electrical hazards get a route of their own."""
    manager = life.someone(FOUNDER.name)
    for name in DEPARTMENTS:
        life.ids[f"department {name}"] = life.do(manager, "departments.add", name=name)
    for team, department in TEAMS.items():
        life.ids[team] = life.do(manager, "teams.add", name=team, department=life.ids[f"department {department}"])
    for member in members:
        where = {
            "team": life.ids[member.team] if member.team else None,
            "department": life.ids[f"department {member.department}"],
        }
        args = {"name": member.name, "roles": [role.value for role in member.roles], **where}
        life.ids[member.name] = life.do(manager, "people.add", **args, **contact_of(member))
    for name, head in DEPARTMENTS.items():
        if head:
            whose = {"department": life.ids[f"department {name}"], "manager": life.ids[head]}
            life.do(manager, "departments.set_manager", **whose)
    target = {"target_kind": "team", "target": life.ids["电气班"]}
    life.do(manager, "routes.add", position=1, category="electrical", **target)


def set_hours(life: Life) -> None:
    """Shifts, rotas from the Monday before, and the calendars of the years that are known."""
    manager = life.someone(FOUNDER.name)
    day = life.now.astimezone(SHANGHAI).date()
    monday = day - timedelta(days=day.weekday())
    for name, (starts, ends) in SHIFTS.items():
        life.ids[name] = life.do(manager, "shifts.add", name=name, starts=starts, ends=ends)
    for team in TEAMS:
        _rota(life, manager, team, monday)
    for year in YEARS:
        days = [
            {"day": one.isoformat(), "kind": kind, "reason": why} for one, (kind, why) in special_days(year).items()
        ]
        life.do(manager, "calendar.set_days", days=days)


def _rota(life: Life, manager: Actor, team: str, monday: date) -> None:
    days: list[str | None]
    if team in BY_WEEKS:
        first = BY_WEEKS[team]
        other = "中班" if first == "早班" else "早班"
        days = [*[first] * 6, None, *[other] * 6, None]
    elif team in BY_NIGHT:
        days = ["白班", "白班", "夜班", "夜班", None, None, "白班", "白班"]
    else:
        days = ["白班"] * 5 + [None] * 2
    pattern = [life.ids[name] if name else None for name in days]
    calendar = {"calendar": team not in BY_WEEKS and team not in BY_NIGHT}
    life.do(manager, "rotas.add", team=life.ids[team], first_day=monday.isoformat(), pattern=pattern, **calendar)


def draw_zones(life: Life) -> None:
    """The floors from our own drawings, their zones, and a label for each zone."""
    officer = life.someone("王芳")
    floors = {
        name: life.do(officer, "floors.add", name=name, building=BUILDING, level=level, **drawing(life, name))
        for level, name in enumerate(SHEETS, start=1)
    }
    for place in PLACES:
        args = {"floor": floors[place.floor], "name": place.name, "zone_class": place.zone_class}
        whose = {"supervisor": life.ids[place.supervisor], "team": life.ids[place.team]}
        outline = [list(corner) for corner in place.outline]
        life.ids[place.name] = life.do(officer, "zones.draw", polygon=outline, **args, **whose)
    labels = [life.do(officer, "labels.issue", zone=life.ids[place.name]) for place in PLACES]
    life.do(officer, "labels.printed", labels=labels, template="L7163")


def drawing(life: Life, floor: str) -> dict[str, Any]:
    """The drawing and its source as blobs, and its size in metres."""
    from services.plans import read_dxf, to_bytes
    from services.plans.drafting import write_sheet

    file = life.hub.folder.root / "floor.dxf"
    write_sheet(SHEETS[floor], file)
    plan = read_dxf(file)
    blobs = life.hub.blobs
    names = {"drawing": blobs.put_bytes(to_bytes(plan)), "source": blobs.put_bytes(file.read_bytes())}
    return {**names, "width_m": plan.width_m, "height_m": plan.height_m}


def give_passwords(life: Life, members: tuple[Member, ...]) -> list[tuple[str, str]]:
    """Passwords for those who show the plant; employee number and password."""
    manager = life.someone(FOUNDER.name)
    numbers = {member.name: member.number for member in (FOUNDER, *members)}
    dice = random.Random(f"{life.seed} passwords")
    made = []
    for name in WITH_PASSWORD:
        person, password = life.ids[name], "-".join("".join(dice.choices(LETTERS, k=4)) for _ in range(2))
        life.do(manager, "people.credential_set", person=person, what="password")
        accounts.set_password(life.journal.connection, person, password)
        made.append((numbers[name], password))
    return made
