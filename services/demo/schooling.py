"""Training and drills of the demo plant: posts, courses with their tests, certificates of which some are about to end,
a session that is over and one to come; emergency plans with their people, a drill that was run and one that is
planned."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

from services.core.operation import SYSTEM
from services.core.training_warnings import due_warning
from services.demo.cast import PLACES, Member
from services.demo.handouts import FIRE_CARD, HOT_WORK, as_args
from services.demo.life import SHANGHAI, Happening, Life
from services.library.emergencies import ready_items, ready_plans
from services.library.questions import ready_questions

OFFICER, MANAGER = "王芳", "刘洋"
COURSES: tuple[tuple[str, str, str, int | None, float], ...] = (
    ("厂级安全教育", "plant_level", "test", None, 8),
    ("车间级安全教育", "workshop_level", "attendance", None, 8),
    ("班组级安全教育", "team_level", "attendance", None, 8),
    ("年度安全再培训", "refresher", "attendance", 12, 8),
    ("动火作业安全", "special_topic", "both", 12, 4),
    ("消防与疏散", "special_topic", "attendance", 12, 2),
)
INDUCTION = ("厂级安全教育", "车间级安全教育", "班组级安全教育")
POSTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "操作工": ((*INDUCTION, "年度安全再培训"), ()),
    "电焊工": ((*INDUCTION, "动火作业安全"), ("welding",)),
    "电工": (INDUCTION, ("electrician_low",)),
    "叉车司机": (INDUCTION, ("forklift",)),
    "班组长": ((*INDUCTION, "年度安全再培训", "消防与疏散"), ()),
}
RELEASED = 24  # photos of so many hazards were looked at for faces
DEAR = {"PT-01": 3200.0, "HJ-R1": 1500.0}  # yuan an hour that the paint shop and the welding line stand
BEFORE = timedelta(days=60)  # so long before its hub the plant taught those who were there
LAPSED, LAPSING = "喷涂班", "热处理班"  # whose yearly refresher is over, and about to be
TRADES = {"焊接班": ("电焊工", "welding", 8), "电气班": ("电工", "electrician_low", 3),
          "仓储班": ("叉车司机", "forklift", 5)}  # fmt: skip
LEFT = (-12, 5, 25, 70, 300, 500, 700, 900)  # days that certificates are still good for
# who does the work that permits are for, and holds what they ask for
KEEPERS = (("杨帆", "welding"), ("徐鹏", "welding"), ("胡斌", "heights"), ("高明", "heights"), ("朱海涛", "heights"),
           ("朱海涛", "electrician_low"), ("胡斌", "electrician_low"), ("赵刚", "crane"))  # fmt: skip
# What zones with a door ask for of whoever goes in.
ASKED: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("配电室", (), ("electrician_low",)),
    ("化学品库", ("年度安全再培训",), ()),
)
WHERE = {
    "fire": ("喷涂车间", "调漆区"),
    "shock": ("配电室",),
    "machine": ("冲压车间", "机加工车间"),
    "leak": ("化学品库", "危废库"),
}
NUMBERS = {
    "fire": ("消防控制室", "8119"),
    "leak": ("消防控制室", "8119"),
    "shock": ("医务室", "8120"),
    "machine": ("医务室", "8120"),
}


def begin(life: Life) -> None:
    """Courses, posts and emergency plans, when the plant is founded."""
    officer = life.someone(OFFICER)
    for name, stage, passed_by, months, hours in COURSES:
        args = {"valid_months": months} if months else {}
        life.ids[name] = life.do(
            officer, "courses.add", name=name, stage=stage, passed_by=passed_by, hours=hours, **args
        )
    for question in ready_questions("zh"):
        for course in ("厂级安全教育", "动火作业安全") if "动火" in question["text"] else ("厂级安全教育",):
            life.do(officer, "questions.add", course=life.ids[course], **question)
    for name, (courses, trades) in POSTS.items():
        ids = [life.ids[course] for course in courses]
        life.ids[f"岗位 {name}"] = life.do(officer, "posts.add", name=name, courses=ids, trades=list(trades))
    ends = (life.until.astimezone(SHANGHAI).date() + timedelta(days=820)).isoformat()
    for number, (who, trade) in enumerate(KEEPERS):
        told = {"number": f"T3205881990{number:02d}", "issuer": "江苏省应急管理厅"}
        life.do(officer, "certificates.add", person=life.ids[who], trade=trade, expires_on=ends, **told)
    for zone, courses, trades in ASKED:
        life.do(officer, "zone_needs.set", zone=life.ids[zone], courses=[life.ids[one] for one in courses],
                trades=list(trades))  # fmt: skip
    for plan in ready_plans("zh"):
        life.ids[f"预案 {plan['source']}"] = life.do(officer, "emergency_plans.make", **_cast(life, plan))
    for holder, key, text in (("course", "动火作业安全", HOT_WORK), ("emergency_plan", "预案 fire", FIRE_CARD)):
        life.do(officer, "documents.add", **as_args(life.hub.blobs, *text), **{holder: life.ids[key]})


def _cast(life: Life, plan: dict[str, Any]) -> dict[str, Any]:
    """A ready plan with people, zones and numbers of this plant."""
    places = WHERE.get(plan["source"], ())
    first = next((place for place in PLACES if places and place.name == places[0]), None)
    people = [first.supervisor if first else MANAGER, "陈志强", "何军", "赵刚", "孙伟"]
    roles = [{**role, "person": life.ids[who], "deputy": life.ids[OFFICER]}
             for role, who in zip(plan["roles"], people, strict=False)]  # fmt: skip
    calls = list(plan["calls"])
    if plan["source"] in NUMBERS:
        name, phone = NUMBERS[plan["source"]]
        calls = [{"name": name, "phone": phone}, *calls]
    zones = [life.ids[place] for place in places]
    return {**plan, "roles": roles, "calls": calls, "zones": zones, "assembly": "厂区东门集合点"}


def happenings(life: Life, members: tuple[Member, ...]) -> list[Happening]:
    """What comes after the founding, up to the day on which the plant is looked at."""
    here = [member for member in members if member.team and member.name in life.ids]
    today = life.until.astimezone(SHANGHAI).date()
    return [Happening(_at(life, day), key, go) for day, key, go in _all(life, here, today)]


def _all(life: Life, here: list[Member], today: date) -> Iterator[tuple[date, str, Any]]:
    teams: dict[str, list[str]] = {}
    for member in here:
        teams.setdefault(member.team or "", []).append(member.name)
    for number, (team, names) in enumerate(sorted(teams.items())):
        yield life.founded.date(), f"induct {team}", partial(_induct, team=team, names=names)
        ago = 370 if team == LAPSED else 348 if team == LAPSING else 40 + 17 * number
        day = today - timedelta(days=ago)
        yield day, f"refresh {team}", partial(_teach, course="年度安全再培训", names=names, day=day)
    yield (
        today - timedelta(days=30),
        "hot work",
        partial(_teach, course="动火作业安全", names=teams.get("焊接班", [])[:7], day=today - timedelta(days=30)),
    )
    yield today - timedelta(days=16), "session", partial(_session, names=teams.get("冲压一班", [])[:20])
    yield today - timedelta(days=20), "drill", partial(_drill, names=teams.get("喷涂班", [])[:18])
    yield today - timedelta(days=1), "to come", _to_come


def _at(life: Life, day: date) -> datetime:
    """Nine in the morning of a day; what was before the founding is entered on its second day."""
    at = datetime.combine(day, time(9), SHANGHAI)
    return max(at, life.founded + timedelta(hours=20))


def _ids(life: Life, names: list[str]) -> list[str]:
    """Those who are still here."""
    found = [life.journal.records.get("person", life.ids[name]) for name in names]
    return [one.id for one in found if one is not None and one.here]


def _induct(life: Life, team: str, names: list[str]) -> None:
    """A team's posts, its induction, and the certificates of its trade."""
    officer, people = life.someone(OFFICER), _ids(life, names)
    day = (life.founded.astimezone(SHANGHAI).date() - BEFORE).isoformat()
    for course in INDUCTION:
        life.do(officer, "training.record", course=life.ids[course], people=people, day=day)
    post, trade, many = TRADES.get(team, ("操作工", "", 0))
    some = people[:many] if many else people
    life.do(officer, "postings.give", post=life.ids[f"岗位 {post}"], people=some)
    today = life.until.astimezone(SHANGHAI).date()
    for number, person in enumerate(some if trade else ()):
        ends = today + timedelta(days=LEFT[number % len(LEFT)])
        told = {"number": f"T3205{number:03d}{team.encode().hex()[:8]}", "issuer": "苏州市应急管理局"}
        life.do(officer, "certificates.add", person=person, trade=trade, expires_on=ends.isoformat(), **told)


def _teach(life: Life, course: str, names: list[str], day: date) -> None:
    people = _ids(life, names)
    if people:
        args = {"course": life.ids[course], "people": people, "day": day.isoformat()}
        life.do(life.someone(OFFICER), "training.record", **args)


def _session(life: Life, names: list[str]) -> None:
    """A session that was held, with its people."""
    officer, course = life.someone(OFFICER), life.ids["消防与疏散"]
    session = life.do(officer, "training_sessions.plan", course=course, starts_at=life.now.isoformat(),
                      place="二楼培训室", trainer="王芳")  # fmt: skip
    life.do(officer, "training_sessions.open", training_session=session)
    life.do(officer, "attendances.note", training_session=session, people=_ids(life, names))
    life.do(officer, "training_sessions.close", training_session=session)


def _drill(life: Life, names: list[str]) -> None:
    """A fire drill, step by step, and what it was worth."""
    officer = life.someone(OFFICER)
    drill = life.do(officer, "drills.plan", name="喷涂车间消防演练", manner="full_scale", plan=life.ids["预案 fire"],
                    planned_at=life.now.isoformat())  # fmt: skip
    life.do(officer, "drills.begin", drill=drill)
    for step in range(8):
        note = "集合点标识看不清" if step == 4 else ""
        life.now += timedelta(seconds=40)
        life.do(officer, "drills.mark", drill=drill, step=step, note=note)
    life.do(officer, "drill_joinings.note", drill=drill, people=_ids(life, names))
    life.do(officer, "drills.end", drill=drill)
    items = list(ready_items("zh"))
    scores = [{"key": item["key"], "points": 10 - number % 4} for number, item in enumerate(items)]
    told = "疏散总体有序，集合点标识需更新，报警内容要说清有无被困人员。"
    life.do(officer, "drills.evaluate", drill=drill, items=items, scores=scores, conclusion=told)


def _to_come(life: Life) -> None:
    for one in life.journal.records.find("hazard", state="closed")[-RELEASED:]:
        photos = [*one.before, *one.after]
        life.do(life.someone(OFFICER), "photo_releases.set", hazard=one.id, photos=photos)
    for code, yuan in DEAR.items():
        life.do(life.someone(OFFICER), "equipment.set_cost", equipment=life.ids[code], stop_hour=yuan)
    _plan_to_come(life)


def _plan_to_come(life: Life) -> None:
    """What is planned; and who had to be told of certificates has been."""
    officer = life.someone(OFFICER)
    today = life.until.astimezone(SHANGHAI).date()
    soon = datetime.combine(today + timedelta(days=2), time(14), SHANGHAI).astimezone(UTC).isoformat()
    later = datetime.combine(today + timedelta(days=5), time(9, 30), SHANGHAI).astimezone(UTC).isoformat()
    people = _ids(life, ["吴磊", "马超", "李雪梅", "郑丽华"])
    life.do(officer, "training_sessions.plan", course=life.ids["动火作业安全"], starts_at=soon, place="二楼培训室",
            trainer="陈志强", people=people)  # fmt: skip
    life.do(officer, "drills.plan", name="配电室触电应急演练", manner="functional", plan=life.ids["预案 shock"],
            planned_at=later)  # fmt: skip
    plant = life.journal.records.find("plant")[0]
    for one in life.journal.records.find("certificate"):
        step = due_warning(one, plant, today)
        if step is not None:
            life.do(SYSTEM, "certificates.warn", certificate=one.id, step=step)
