"""Alerts as the palette finds them."""

from collections.abc import Iterator

from desktop import words
from desktop.views.palette.finder import Finder
from desktop.views.palette.matching import Thing
from services.store.queries.alerts import alert_rows
from services.store.records import Records


def alerts(look: Records) -> Iterator[Thing]:
    """Every alert by its number; those that wait for an answer first."""
    for row in alert_rows(look):
        rule = row.rule.name if row.rule else words.say("record.alert")
        told = " · ".join(part for part in (rule, row.alert.key) if part)
        yield Thing("alert", row.id, row.alert.number or row.alert.key, told, weight=10 * row.alert.waits)


ALERTS = Finder(kind="alert", page="alerts", picture="alerts", kinds=frozenset({"alert", "rule"}), things=alerts)
