"""Several roles in one cell: read in either language, and said."""

import re
from collections.abc import Iterable

from services import words
from services.core.roles import PEOPLES_ROLES, Role
from services.imports.names import plain
from services.words import LANGUAGES

BETWEEN = re.compile(r"[、，,;；/|\n+]+")
CALLED: dict[Role, tuple[str, ...]] = {
    Role.WORKER: ("工人", "操作工", "一线员工"),
    Role.CONTRACTOR: ("承包商", "外包", "外协", "相关方"),
    Role.TEAM_LEADER: ("班长", "组长"),
    Role.SAFETY_OFFICER: ("安全员", "安全管理员", "专职安全员"),
    Role.EHS_MANAGER: ("安全经理", "安环经理", "ehs manager"),
    Role.DEPARTMENT_MANAGER: ("部门负责人", "部门主管"),
    Role.HR: ("人力资源", "hr"),
    Role.IT_ADMIN: ("it", "信息管理员"),
}
_ROLES = {plain(name): role for role in PEOPLES_ROLES for name in (role.value, *CALLED.get(role, ()))} | {
    plain(words.say(f"role.{role}", lang)): role for role in PEOPLES_ROLES for lang in LANGUAGES
}


def roles_in(text: str) -> tuple[Role, ...]:
    """The roles that a cell names, each once; none where one of them is not known."""
    found = [_ROLES.get(plain(part)) for part in BETWEEN.split(text) if part.strip()]
    return () if None in found else tuple(dict.fromkeys(role for role in found if role is not None))


def roles_said(roles: Iterable[Role]) -> str:
    """The codes in the order in which roles are named everywhere, so that the same ones look the same."""
    held = set(roles)
    return ",".join(role.value for role in PEOPLES_ROLES if role in held)
