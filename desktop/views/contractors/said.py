"""What permits say in words: their kind with its level, how they stand, and each line of their lists."""

from datetime import datetime

from desktop import words
from services import words as catalogue
from services.core.permits import Permit
from services.store.queries.permits import PermitRow


def called(permit: Permit) -> str:
    """The kind of work with its level."""
    work = words.say(f"value.work.{permit.work}")
    level = "" if permit.work_level == "only" else words.say(f"value.work_level.{permit.work_level}")
    return " · ".join(filter(None, (work, level)))


def stands(row: PermitRow) -> str:
    """How it stands: what is wrong first."""
    told = [words.say("permit.expired")] if row.expired else []
    told += [words.say("permit.gas_due")] if row.gas_due else []
    return " · ".join([*told, words.say(f"value.stage.{row.permit.stage}")])


def line_said(group: str, code: str) -> str:
    """A measure, closing point or gas: the words of a built-in one, else the plant's own text."""
    key = f"permit.{group}.{code}"
    return words.say(key) if catalogue.has(key) else code


def span(permit: Permit, now: datetime) -> str:
    """From when to when it holds."""
    return f"{words.when(permit.begins_at, now)} – {words.when(permit.ends_at, now)}"
