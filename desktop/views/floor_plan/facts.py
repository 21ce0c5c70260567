"""What the map page asks the store, put together once a refresh."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from desktop.style.signs import LEVELS
from desktop.syncing import SyncState
from desktop.views.access.asked import Done, Failed, ask_hub
from desktop.views.floor_plan import wording
from desktop.views.floor_plan.shapes import LIVE, RISK, STATUSES, UNKNOWN, MapSymbol, MapZone
from desktop.workbench import Workbench
from services.core.people import Person, Team
from services.core.roles import OFFICE
from services.core.zones import Floor

if TYPE_CHECKING:
    from desktop.views.floor_plan.time_travel import Past
    from services.store.queries.people import ZoneRow
    from services.store.queries.status import ZoneStatus
    from services.store.readings import Reading
    from services.store.records import Records

AskHub = Callable[[str, Done, Failed], None]


@dataclass(frozen=True)
class MapFacts:
    """One floor as it is now. `seen_at` is the moment of the newest news, where the hub is out of reach for long;
    `waiting` are the ids of records whose change the hub has yet to confirm; `present`: it is not a moment of the past,
    and `today` is in the reader's day in either case: a day of the past is not called today.
    Rows, people and teams are asked for when a panel needs them; `ask_hub` what only the hub knows."""

    ask: Callable[..., Any]
    floors: tuple[Floor, ...]
    floor: Floor | None
    zones: "dict[str, ZoneStatus]"
    may_edit: bool
    now: datetime
    today: datetime
    seen_at: datetime | None
    waiting: frozenset[str] = frozenset()
    may_report: bool = False
    present: bool = True
    hub_away: bool = False
    ask_hub: "AskHub | None" = None

    def row(self, zone: str) -> "ZoneRow":
        """A zone with its floor, people and label."""
        from services.store.queries.people import zone_row

        found: ZoneRow = self.ask(zone_row, zone=zone)
        return found

    @cached_property
    def people(self) -> dict[str, Person]:
        """Everybody, by id."""
        return {person.id: person for person in self.ask(_all, kind="person")}

    @cached_property
    def teams(self) -> dict[str, Team]:
        """All teams, by id."""
        return {team.id: team for team in self.ask(_all, kind="team")}

    @property
    def supervisors(self) -> list[tuple[str, str]]:
        """Who can answer for a zone: (name, id)."""
        return sorted((person.name, person.id) for person in self.people.values() if person.here)

    @property
    def crews(self) -> list[tuple[str, str]]:
        """Teams that can be given a zone: (name, id)."""
        return sorted((team.name, team.id) for team in self.teams.values() if team.retired_at is None)

    def status_of(self, zone: str) -> str:
        """What the map paints: unknown where the news is too old."""
        return UNKNOWN if self.seen_at else str(self.zones[zone].status)

    @cached_property
    def levels(self) -> dict[str, str]:
        """The level of statutory risk of each zone, by id."""
        from services.store.queries.risk import zone_risks

        if self.floor is None:
            return {}
        return {id_: str(one.level) for id_, one in self.ask(zone_risks, floor=self.floor.id).items()}

    def counts(self, by: str) -> dict[str, int]:
        """How many zones have each status, or each level where the map is coloured by risk alone."""
        found = [self.levels[zone] if by == RISK else self.status_of(zone) for zone in self.zones]
        return {sign: found.count(sign) for sign in (LEVELS if by == RISK else STATUSES)}

    def map_zones(self, by: str) -> tuple[MapZone, ...]:
        """The zones as the plan view paints them, with their levels unless it is coloured by status alone."""
        return tuple(self._map_zone(found, self.levels if by != LIVE else {}) for found in self.zones.values())

    def map_symbols(self, newest: "Mapping[str, Reading]") -> tuple[MapSymbol, ...]:
        """The things on the floor as the plan view paints them; `newest` are the sensors' readings."""
        from desktop.views.floor_plan.things import map_symbol
        from services.store.queries.symbols import symbols_on

        if self.floor is None:
            return ()
        found = self.ask(symbols_on, floor=self.floor.id, now=self.now, newest=newest)
        return tuple(map_symbol(one, self.today, old=self.seen_at is not None) for one in found)

    def _map_zone(self, found: "ZoneStatus", levels: dict[str, str]) -> MapZone:
        zone, status = found.zone, self.status_of(found.zone.id)
        if self.seen_at:
            words = wording.stale_words(found.status, self.seen_at)
        else:
            words = wording.status_words(found, self.now)
        short, waits = wording.status_word(status), zone.id in self.waiting
        level = levels.get(zone.id, "")
        said = wording.status_word(level) if level else ""
        return MapZone(zone.id, zone.name, zone.zone_class, zone.polygon, status, words, short, waits, level, said)


def map_facts(workbench: "Workbench | Past", wanted: str) -> MapFacts:
    """What there is on the wanted floor, or on the first one."""
    from services.store.queries.people import floor_rows
    from services.store.queries.status import zone_statuses

    now, me = workbench.now(), workbench.me
    floors = workbench.ask(floor_rows)
    floor = next((one for one in floors if one.id == wanted), floors[0] if floors else None)
    found = workbench.ask(zone_statuses, now=now, floor=floor.id) if floor else ()
    return MapFacts(
        workbench.ask,
        floors,
        floor,
        {one.zone.id: one for one in found},
        me is not None and not OFFICE.isdisjoint(me.roles),
        now,
        now if isinstance(workbench, Workbench) else workbench.present,
        old_news(workbench.sync_state, now),
        workbench.unconfirmed(),
        workbench.may("hazards.report"),
        isinstance(workbench, Workbench),
        workbench.sync_state.hub in ("unreachable", "signed_out"),
        partial(ask_hub, workbench) if isinstance(workbench, Workbench) else None,
    )


def _all(look: "Records", kind: str) -> tuple:
    return look.find(kind)


def old_news(state: SyncState, now: datetime) -> datetime | None:
    """The moment of the newest news, where the hub is out of reach for so long that colours may be old."""
    since = state.away_since
    return since if since and now - since > timedelta(minutes=wording.STALE_MINUTES) else None
