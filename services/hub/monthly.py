"""Sends the safety report of the month that is over when its day has come. Whether it went out stands in the store:
whatever is restarted, none is missed by it or sent twice."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

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
    from services.reports.blocks import asked_for
    from services.reports.period_papers import print_paper, zones_of
    from services.reports.report_facts import stretch_before
    from services.reports.titles import Paper, title_of
    from services.store.stops import by_line

    period = Period(date.fromisoformat(delivery.facts["first"]), date.fromisoformat(delivery.facts["last"]))
    with hub.store.look() as look:
        design = look.get("report_design", plant.report_design) if plant.report_design else None
        paper: Paper = "monthly" if design is None or design.retired_at else design
        stops = by_line(look.connection, *period.span(ZoneInfo(plant.timezone)), now)
        zones = zones_of(paper)
        asked = asked_for(look, period, stretch_before(period), now, plant.language, stops=stops, photo=hub.blobs.get,
                          zones=zones)  # fmt: skip
        pdf = print_paper(paper, asked)[0].pdf
    return ((f"{title_of(paper, plant.language)} {delivery.facts['month']}.pdf", pdf),)
