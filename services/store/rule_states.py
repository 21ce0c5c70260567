"""How far each rule has come, at the hub only, so that it goes on after a restart as if there had been none."""

import json
from typing import Any

import sqlalchemy as sa

from services.store.alert_tables import rule_states


def rule_state(connection: sa.Connection, rule: str) -> tuple[int, dict[str, Any]] | None:
    """The last entry of the journal that the rule had heard, and its state; None for a rule that begins."""
    row = connection.execute(sa.select(rule_states).where(rule_states.c.rule == rule)).first()
    return (row.seq, json.loads(row.state)) if row else None


def keep_rule_state(connection: sa.Connection, rule: str, seq: int, state: dict[str, Any]) -> None:
    """Keeps it in the place of the former one."""
    connection.execute(sa.delete(rule_states).where(rule_states.c.rule == rule))
    row = {"rule": rule, "seq": seq, "state": json.dumps(state, ensure_ascii=False)}
    connection.execute(sa.insert(rule_states), row)
