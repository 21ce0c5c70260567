"""The roles a person can hold, and the groups of them that operations name."""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """Who someone is to the plant. ANONYMOUS: a phone that has opened a label and not signed in; FOUNDER: nobody
    yet, on a plant that has no people; SYSTEM: the hub itself."""

    ANONYMOUS = "anonymous"
    WORKER = "worker"
    CONTRACTOR = "contractor"
    TEAM_LEADER = "team_leader"
    FIXER = "fixer"
    DEPARTMENT_MANAGER = "department_manager"
    SAFETY_OFFICER = "safety_officer"
    EHS_MANAGER = "ehs_manager"
    SHOP_CLERK = "shop_clerk"
    HR = "hr"
    IT_ADMIN = "it_admin"
    AUDITOR = "auditor"
    FOUNDER = "founder"
    SYSTEM = "system"


PEOPLES_ROLES = tuple(role for role in Role if role not in (Role.ANONYMOUS, Role.FOUNDER, Role.SYSTEM))
OFFICE = frozenset({Role.SAFETY_OFFICER, Role.EHS_MANAGER})
ADMINISTRATION = frozenset({Role.EHS_MANAGER, Role.IT_ADMIN})
GUARDED = ADMINISTRATION  # what takes two people to give
REPORTERS = frozenset(PEOPLES_ROLES) - {Role.AUDITOR} | {Role.ANONYMOUS}
STAFF = frozenset(PEOPLES_ROLES) - {Role.AUDITOR}
LEADERS = OFFICE | {Role.TEAM_LEADER, Role.DEPARTMENT_MANAGER}
CONSOLE_ROLES = LEADERS | ADMINISTRATION | {Role.HR, Role.AUDITOR}


def in_order(roles: Iterable[Role]) -> tuple[Role, ...]:
    """People's roles as they are listed everywhere."""
    found = set(roles)
    return tuple(role for role in PEOPLES_ROLES if role in found)
