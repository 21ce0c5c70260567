"""Other plants whose figures a console shows beside its own: where each is, who one is there, and what was known last.

A console is one plant's. Of others it has a session and the last figures, nothing else: no records, and nothing that it
could change.
"""

import json
import ssl
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from services.core.refused import Refused
from services.store.queries.plant_standing import PlantStanding
from services.store.secret_box import write_private
from services.sync.client import HubClient, Unreachable
from services.sync.keys import Keys
from services.sync.pairing import read_line

TOKEN = "session"
UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Other:
    """Another plant. `known` are its last figures, None before the first; `roles` what one is there; `trouble` says why
    they are not of now: 'unreachable', or what the hub refused with."""

    id: str
    url: str
    known: PlantStanding | None
    roles: tuple[str, ...] = ()
    trouble: str = ""

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {**asdict(self), "known": self.known.as_json() if self.known else None}


class Others:
    """Kept in a console's folder; the sessions in the system's keyring, where there is one. Blocking."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "others"
        self._turn = threading.Lock()

    def all(self) -> tuple[Other, ...]:
        """Those that were joined, as they were known last."""
        try:
            values = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ()
        return tuple(_other(one) for one in values)

    def join(self, line: str, computer: Mapping[str, str], own: str) -> Other:
        """Joins a plant by its pairing line. `own` is this console's plant. Raises Refused: pairing_line_wrong,
        pairing_wrong, plant_is_own, hub_pin_wrong, hub_not_trusted, device_revoked, disk_full_here; Unreachable."""
        url, code = read_line(line)
        code, _, pin = code.partition(".")
        self.folder.mkdir(parents=True, exist_ok=True)
        trusted = self._trust(url, pin) if pin else None
        client = HubClient(url, trusted=trusted)
        plant = str(client.call("GET", "/api/hello")["plant"])
        if plant == own:
            raise Refused("plant_is_own")
        session = client.pair(code, computer)
        self._keys(plant).keep(TOKEN, session["token"])
        if trusted:
            trusted.replace(self._trusted(plant))
        joined = self._fetched(Other(plant, url, None))
        with self._turn:
            self._keep([*(one for one in self.all() if one.id != plant), joined])
        return joined

    def refresh(self) -> tuple[Other, ...]:
        """Asks each for its figures; what one does not say stays as it was known."""
        found = {one.id: self._fetched(one) for one in self.all()}
        with self._turn:
            here = [found.get(one.id, one) for one in self.all()]  # one may have been joined or left meanwhile
            self._keep(here)
        return tuple(here)

    def leave(self, id_: str) -> None:
        """Forgets one: its figures here and the session there."""
        for one in self.all():
            if one.id == id_:
                try:
                    self._client(one).call("POST", "/api/sign-out", json={})
                except (Refused, Unreachable):
                    pass  # the session ends by itself there
        self._keys(id_).drop(TOKEN)
        self._trusted(id_).unlink(missing_ok=True)
        with self._turn:
            self._keep([one for one in self.all() if one.id != id_])

    def _fetched(self, one: Other) -> Other:
        try:
            values = self._client(one).call("GET", "/api/standing")
            return replace(one, known=PlantStanding.of_json(values), roles=tuple(values["roles"]), trouble="")
        except Refused as refused:
            return replace(one, trouble=refused.code)
        except (Unreachable, KeyError, TypeError, ValueError):
            return replace(one, trouble=UNREACHABLE)

    def _client(self, one: Other) -> HubClient:
        return HubClient(one.url, self._keys(one.id).read(TOKEN) or "none", trusted=self._trusted(one.id))

    def _trust(self, url: str, pin: str) -> Path:
        place = self.folder / "joining.pem"
        write_private(place, ssl.DER_cert_to_PEM_cert(HubClient(url).authority(pin)), full="disk_full_here")
        return place

    def _keep(self, found: list[Other]) -> None:
        text = json.dumps([one.as_json() for one in found], ensure_ascii=False)
        write_private(self._file, text, full="disk_full_here")

    def _keys(self, plant: str) -> Keys:
        return Keys(self.folder, plant)

    def _trusted(self, plant: str) -> Path:
        return self.folder / f"{plant}.pem"

    @property
    def _file(self) -> Path:
        return self.folder / "others.json"


def _other(values: Mapping[str, Any]) -> Other:
    known = PlantStanding.of_json(values["known"]) if values["known"] else None
    return Other(values["id"], values["url"], known, tuple(values["roles"]), values["trouble"])
