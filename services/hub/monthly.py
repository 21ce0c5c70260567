"""Sends the safety report of the month that is over when its day has come. Whether it went out stands in the store:
whatever is restarted, none is missed by it or sent twice."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from services.core.ids import id_from
from services.core.measures import Period
from services.core.report_mails import due_report
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.store.deliveries import Delivery

if TYPE_CHECKING:
    from services.core.plant import Plant

EVERY_S = 60.0
KIND = "plant.send_report"


class Monthly(Looking):
    """Looks once a minute."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("monthly report", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub
        self._sent: Period | None = None

    def look(self, now: datetime) -> None:
        """One look."""
        with self.hub.store.look() as look:
            plants = look.find("plant")
            due = due_report(plants[0], now) if plants else None
        if due is None or due == self._sent:
            return
        args = {"first": due.first.isoformat(), "last": due.last.isoformat()}
        self.hub.note(KIND, args, id_from(KIND, args["first"]))
        self._sent = due


def attached(hub: Hub, delivery: Delivery, plant: "Plant", now: datetime) -> tuple[tuple[str, bytes], ...]:
    """The files that go with a message: the report as a PDF; none with any other."""
    if delivery.message != "monthly_report":
        return ()
    from services.reports.report_facts import report_facts, stretch_before
    from services.reports.safety_report import print_report
    from services.words import say

    period = Period(date.fromisoformat(delivery.facts["first"]), date.fromisoformat(delivery.facts["last"]))
    with hub.store.look() as look:
        facts = report_facts(look, period, stretch_before(period), now)
    name = f"{say('report.title', plant.language)} {delivery.facts['month']}.pdf"
    return ((name, print_report(facts, plant.language).pdf),)
