"""How many things are dangerous, wait for me or got stuck, and what each number is made of. Figures and heads of the
list say the same numbers from here."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.views.today.facts import Facts
from desktop.views.today.keeping_lines import keeping_lines
from desktop.views.today.line import DANGER, MINE, UNSEEN

translate = QCoreApplication.translate
Parts = tuple[tuple[str, int], ...]


def danger_parts(facts: Facts) -> Parts:
    """What the danger is made of: those that are past their time or limit first."""
    over = sum(one.state == "over" for one in facts.alarming)
    return (
        (translate("Today", "overdue"), len(facts.danger.hazards)),
        (translate("Today", "missed"), len(facts.danger.missed)),
        (translate("Today", "permits"), len(facts.permits.danger)),
        (translate("Today", "qualifications"), int(bool(facts.barred))),
        (translate("Today", "over limit"), over),
        (translate("Today", "near limit"), len(facts.alarming) - over),
    )


def mine_parts(facts: Facts) -> Parts:
    """What waits for me, each thing once."""
    mine, fixes = facts.mine, {row.id for row in facts.mine.fixes}
    return (
        (translate("Today", "review"), len(mine.reviews)),
        (translate("Today", "fix"), len(fixes)),
        (translate("Today", "send on"), len(mine.strays)),
        (translate("Today", "decide"), len(facts.conflicts)),
        (translate("Today", "inspect"), len(mine.rounds)),
        (translate("Today", "sign"), len(facts.permits.to_sign)),
        (translate("Today", "renew"), len(facts.endings)),
        (translate("Today", "replace"), len(facts.labels)),
        (translate("Today", "answer"), len(facts.due.alerts) + (facts.due.drill is not None)),
        (translate("Today", "approve"), len(facts.due.orders) + len(facts.due.by_hand)),
        (translate("Today", "drill"), len(facts.due.drills)),
        (translate("Today", "learn"), len(facts.due.gaps)),
    )


def unseen_parts(facts: Facts) -> Parts:
    """What did not get through, and what is not heard of."""
    return (
        (translate("Today", "unsent"), facts.stuck),
        (translate("Today", "silent sensors"), len(facts.silent)),
        (translate("Today", "backups and disk"), sum(1 for _ in keeping_lines(facts))),
    )


PARTS: dict[str, Callable[[Facts], Parts]] = {DANGER: danger_parts, MINE: mine_parts, UNSEEN: unseen_parts}


def counted(facts: Facts, group: str) -> int:
    """How many things a group has; one row may stand for several of them."""
    return sum(many for _, many in PARTS[group](facts))
