"""What a rule's news come to: which alerts are raised, cleared and withdrawn, by what the plant knows already."""

from dataclasses import dataclass
from datetime import datetime

from services.core.alert_rules import AlertRule
from services.core.alerts import alert_id
from services.core.ids import id_from
from services.core.moments import milliseconds, moment_of
from services.core.shape import utc_text
from services.hub.hub import Deed
from services.rules.cause import written_cause
from services.rules.joined import Firing
from services.rules.live import News
from services.store.queries import rule_events as plant
from services.store.records import Records


@dataclass
class Known:
    """An alert as it will be after the deeds so far."""

    id: str
    key: str
    fired_at: datetime
    cleared_at: datetime | None
    stands: bool  # neither withdrawn nor closed with its rule
    turn: str  # what tells one raising of it from another


class Following:
    """Collects the `deeds` of one look at one rule."""

    def __init__(self, look: Records, rule: AlertRule) -> None:
        self.look, self.rule = look, rule
        self.deeds: list[Deed] = []
        self._found: dict[str, Known] | None = None

    @property
    def known(self) -> dict[str, Known]:
        """The rule's alerts, by id."""
        if self._found is None:
            self._found = {}
            for one in self.look.find("alert", rule=self.rule.id):
                ended = one.withdrawn_at or (one.cleared_at if one.ended else None)
                turn = utc_text(ended) if ended else ""
                self._found[one.id] = Known(one.id, one.key, one.fired_at, one.cleared_at, ended is None, turn)
        return self._found

    def hear(self, news: News) -> None:
        """One piece of news, after those before it."""
        firing = news.firing
        if firing.event == "fired":
            self._fired(firing, withdrawn=news.withdrawn)
        elif firing.event == "cleared":
            self._cleared(firing, withdrawn=news.withdrawn)

    def _fired(self, firing: Firing, *, withdrawn: bool) -> None:
        """Said again, as after a kill, it changes nothing; withdrawn before and true after all, it stands again."""
        fired_at = moment_of(firing.at)
        id_ = alert_id(self.rule.id, firing.key, fired_at)
        known = self.known.get(id_)
        standing = known is not None and known.stands
        if withdrawn and known is not None and standing:
            self.deeds.append(Deed("alerts.withdraw", {"alert": id_}))
            known.stands, known.turn = False, f"{known.turn}-"
        elif not withdrawn and not standing:
            turn = known.turn if known else ""
            zone = plant.zone_of(self.look, firing.key)
            args = {"rule": self.rule.id, "key": firing.key, "fired_at": utc_text(fired_at)}
            where = {"zone": zone} if zone else {}
            deed = {**args, "cause": written_cause(self.rule, firing), **where}
            self.deeds.append(Deed("alerts.raise", deed, id_from("raise", id_, turn)))
            self.known[id_] = Known(id_, firing.key, fired_at, None, stands=True, turn=turn)

    def _cleared(self, firing: Firing, *, withdrawn: bool) -> None:
        """A clearing is about the last alert before it that stands. A rule that raises none has nothing to clear."""
        if not any(one.do == "alert" for one in self.rule.rule.then):
            return
        at = None if withdrawn else moment_of(firing.at)
        before = [
            one
            for one in self.known.values()
            if one.key == firing.key and one.stands and milliseconds(one.fired_at) <= firing.at
        ]
        about = max(before, key=lambda one: one.fired_at, default=None)
        if withdrawn and (about is None or about.cleared_at != moment_of(firing.at)):
            return  # what it cleared was withdrawn itself
        if about is not None and about.cleared_at != at:
            self.deeds.append(Deed("alerts.clear", {"alert": about.id, "at": utc_text(at) if at else None}))
            about.cleared_at = at
