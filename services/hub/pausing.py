"""The thread that asks the MES to pause lines: sends what is due, asks again until a receipt has come or its time is
up, and notes each step; for an hour more it asks now and then what became of it. What it goes by are the records, so a
hub that was killed goes on where it was; the MES knows a request by its id, and pauses once however often it is
sent."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from services.connectors.mes import Mes, MesAnswer
from services.core.pauses import Pause
from services.core.shape import utc_text
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.store import secret_box
from services.store.journal import Answer

EVERY_S = 1.0
LATE, LATE_EVERY_S = timedelta(hours=1), 30.0  # for how long, and how often, one whose time ran out is asked about


class Pausing(Looking):
    """Looks every second and when a pause was committed."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("pausing", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub
        self._sent: set[str] = set()  # by this process; another one sends again
        self._turn = 0
        hub.store.writer.committed.append(self._on_committed)

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        if any("pause" in answer.kinds for answer in answers):
            self.wake()

    def look(self, now: datetime) -> None:
        """One look at all pauses that are counting or out; while there are none, at one whose time ran out lately."""
        with self.hub.store.look() as look:
            counting = [one for one in look.find("pause", step="counting") if one.due_at and one.due_at <= now]
        for one in counting:
            self.hub.note("pauses.request", {"pause": one.id})
        with self.hub.store.look() as look:
            out: list[Pause] = list(look.find("pause", step="requested"))
            plant = next(iter(look.find("plant")), None)
            reasons = {one.id: _reason(look.get("rule", one.rule), look.get("alert", one.alert)) for one in out}
        address = plant.mes_url if plant else None
        for one in out:
            self._follow(one, address, reasons[one.id])
        turn = int(now.timestamp() // LATE_EVERY_S)
        if address and not out and turn != self._turn:
            self._turn = turn
            self._ask_late(Mes(address, self._token()), now)

    def _follow(self, one: Pause, address: str | None, reason: str) -> None:
        answer = self._asked(one, address, reason) if address else MesAnswer("open", trouble="no_mes")
        if answer.state != "open":
            self._answered(one, answer)
        elif one.answer_by is not None and self.hub.now() >= one.answer_by:
            self.hub.note("pauses.give_up", {"pause": one.id, "trouble": answer.trouble or "no_answer"})

    def _answered(self, one: Pause, answer: MesAnswer) -> None:
        said = {"paused": answer.state == "paused", "receipt": answer.receipt, "reason": answer.reason}
        self.hub.note("pauses.answer", {"pause": one.id, **said})

    def _ask_late(self, mes: Mes, now: datetime) -> None:
        """The MES may have taken a request before its time was up, and answer after it. Nothing is sent any more."""
        with self.hub.store.look() as look:
            known = look.find("pause", step="unanswered")
        late = [one for one in known if one.answer_by and now < one.answer_by + LATE]
        if late:
            one = late[self._turn % len(late)]
            answer = mes.look(one.id)
            if answer.state != "open":
                self._answered(one, answer)

    def _token(self) -> str | None:
        return secret_box.read(self.hub.folder.secrets, "mes")

    def _asked(self, one: Pause, address: str, reason: str) -> MesAnswer:
        """Sends it until it was taken once, then asks what has become of it."""
        mes = Mes(address, self._token())
        if one.id in self._sent:
            return mes.look(one.id)
        answer = mes.ask(one.id, one.line, reason, utc_text(one.requested_at or one.made_at))
        if answer.trouble == "":
            self._sent.add(one.id)
        return answer


def _reason(rule: object, alert: object) -> str:
    parts = (getattr(rule, "name", ""), getattr(alert, "number", "") or "", getattr(alert, "key", ""))
    return " · ".join(filter(None, parts))
