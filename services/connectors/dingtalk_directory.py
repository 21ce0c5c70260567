"""DingTalk's directory: departments level by level, then who is in each, then each person."""

from collections import deque
from collections.abc import Callable
from typing import Any

from services.alerts.channels.wire import Answer
from services.alerts.receipt import Receipt
from services.connectors.dingtalk import DingTalkApp
from services.core.directory import Directory, Member, Unit

ROOT, MOST = 1, 2_000
Progress = Callable[[float], None]


def read(app: DingTalkApp, progress: Progress) -> Directory | Receipt:
    """All departments and members that the application may see. `progress` is told the share that is there."""
    units = _units(app)
    if isinstance(units, Receipt):
        return units
    ids: dict[str, None] = {}
    for unit in (ROOT, *(int(one) for one in units)):
        answer = app.post("topapi/user/listid", {"dept_id": unit})
        if isinstance(answer, Receipt):
            return answer
        ids.update(dict.fromkeys(str(one) for one in (answer.get("result") or {}).get("userid_list") or []))
    members: list[Member] = []
    leaders: dict[str, list[str]] = {}
    for number, userid in enumerate(ids):
        answer = app.post("topapi/v2/user/get", {"userid": userid, "language": "zh_CN"})
        if isinstance(answer, Receipt):
            return answer
        user = answer.get("result") or {}
        for one in user.get("leader_in_dept") or []:
            if one.get("leader"):
                leaders.setdefault(str(one.get("dept_id")), []).append(userid)
        if user.get("name"):
            members.append(_member(userid, user, units))
        progress((number + 1) / len(ids))
    known = (Unit(one.id, one.name, one.parent, tuple(leaders.get(one.id, ()))) for one in units.values())
    return Directory("dingtalk", tuple(known), tuple(members))


def _units(app: DingTalkApp) -> dict[str, Unit] | Receipt:
    found: dict[str, Unit] = {}
    waiting = deque([ROOT])
    while waiting and len(found) < MOST:
        answer = app.post("topapi/v2/department/listsub", {"dept_id": waiting.popleft()})
        if isinstance(answer, Receipt):
            return answer
        for one in answer.get("result") or []:
            id_, parent = str(one["dept_id"]), str(one.get("parent_id"))
            if id_ not in found:
                found[id_] = Unit(id_, str(one["name"]).strip()[:40], None if parent == str(ROOT) else parent)
                waiting.append(int(id_))
    return found


def _member(userid: str, user: Answer, units: dict[str, Unit]) -> Member:
    of: list[Any] = [str(one) for one in user.get("dept_id_list") or []]
    unit = next((one for one in of if one in units), None)
    return Member(
        id=userid,
        name=str(user["name"]).strip()[:40],
        unit=unit,
        employee_no=str(user.get("job_number") or "").strip()[:30],
        phone=str(user.get("mobile") or ""),
        email=str(user.get("org_email") or user.get("email") or ""),
    )
