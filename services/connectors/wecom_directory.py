"""WeCom's directory. An application made since 2022-06-20 is given no phones and addresses; what it is not given stays
as it is here."""

from collections.abc import Callable
from typing import Any

from services.alerts.channels.wire import Answer
from services.alerts.receipt import Receipt, failed
from services.connectors.wecom import WeComApp
from services.core.directory import Directory, Member, Unit

ROOT = "0"
DISABLED = (2, 5)  # status: forbidden, has left the corporation
Progress = Callable[[float], None]


def read(app: WeComApp, progress: Progress) -> Directory | Receipt:
    """All departments and members that the application may see. `progress` is told the share that is there."""
    answer = app.get("department/list")
    if isinstance(answer, Receipt):
        return answer
    found = [one for one in answer.get("department") or [] if isinstance(one, dict) and one.get("id") is not None]
    if any("name" not in one for one in found) or not found:
        return failed("no_right", "department/list gives no names", setup=True)
    top = {str(one["id"]) for one in found if str(one.get("parentid", ROOT)) == ROOT}
    units = tuple(_unit(one, top) for one in found if str(one["id"]) not in top)
    members: dict[str, Member] = {}
    for number, one in enumerate(found):
        there = app.get("user/list", department_id=one["id"])
        if isinstance(there, Receipt):
            return there
        for user in there.get("userlist") or []:
            made = _member(user, top)
            if made is not None:
                members[made.id.casefold()] = made
        progress((number + 1) / len(found))
    return Directory("wecom", units, tuple(members.values()))


def _unit(one: Answer, top: set[str]) -> Unit:
    parent = str(one.get("parentid"))
    leaders = tuple(str(leader) for leader in one.get("department_leader") or [])
    return Unit(str(one["id"]), str(one["name"]).strip()[:40], None if parent in top else parent, leaders)


def _member(user: Any, top: set[str]) -> Member | None:
    """The member; None for one who is disabled or has left, or of whom no name is told."""
    if not isinstance(user, dict) or not user.get("userid") or not user.get("name"):
        return None
    if user.get("status") in DISABLED or user.get("enable") == 0:
        return None
    units = [str(one) for one in user.get("department") or []]
    main = str(user.get("main_department") or (units[-1] if units else ""))
    return Member(
        id=str(user["userid"]),
        name=str(user["name"]).strip()[:40],
        unit=None if main in top or not main else main,
        employee_no=_extra(user),
        phone=str(user.get("mobile") or ""),
        email=str(user.get("biz_mail") or user.get("email") or ""),
    )


def _extra(user: Answer) -> str:
    """The employee number, where the corporation keeps it as a field of its own."""
    attrs = (user.get("extattr") or {}).get("attrs") or []
    named = [one for one in attrs if isinstance(one, dict) and str(one.get("name")).strip() in ("工号", "员工编号")]
    value = (named[0].get("text") or {}).get("value") or named[0].get("value") if named else ""
    return str(value or "").strip()[:30]
