"""The hub's HTTPS: whose certificate it shows, made and renewed by itself, or the plant's own out of two files.

The plant's authority is made once and kept in the database, so that a backup and every hub of the plant have it:
phones trust it for ten years. The leaf is each hub's own, lives in memory and in a file that only its owner can read,
and is made anew a month before its end and when the hub answers to another name.
"""

import ipaddress
import logging
import socket
import ssl
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from services.core.plant import Plant
from services.core.refused import Refused
from services.hub import certificates
from services.hub.certificates import Pair
from services.store.facts import fact, set_fact
from services.store.folder import PlantFolder
from services.store.secret_box import write_private
from services.store.store import Store

LOG = logging.getLogger(__name__)
AUTHORITY = "tls_authority"
SOON = timedelta(days=30)
HERE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the one who starts a hub wants of its HTTPS: the port (None: that of last time or the usual one, 0: any),
    more names that phones call it by, and the plant's own certificate where it has one."""

    port: int | None = None
    names: tuple[str, ...] = ()
    own: tuple[Path, Path] | None = None


class Tls:
    """One hub's. Raises Refused at its making for files that will not do."""

    def __init__(self, wanted: Wanted, store: Store, folder: PlantFolder, now: Callable[[], datetime]) -> None:
        self.wanted, self.store, self.folder, self.now = wanted, store, folder, now
        self.url = ""
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.pair: Pair | None = None
        self.settled = wanted.own is not None  # before the plant is founded its authority is good for a start only
        self._read: tuple[float, ...] = ()
        self._renew()

    @property
    def authority(self) -> bytes | None:
        """The DER of what phones and consoles have to trust; None where the plant's certificate is a public one's, and
        before there is a plant."""
        return certificates.authority_in(self.pair.chain) if self.pair and self.settled else None

    def refresh(self) -> None:
        """Renews what ends soon or fits no more; connections that come from now on see it. What was brought in files
        and will not do any more is told in the log, and the old one is shown on."""
        try:
            self._renew()
        except Refused as refused:
            LOG.warning("the hub's certificate stays as it is: %s %s", refused.code, refused.facts)

    def _renew(self) -> None:
        if self.wanted.own:
            stamps = tuple(place.stat().st_mtime for place in self.wanted.own if place.exists())
            if self.pair is None or stamps != self._read:
                self._show(certificates.read_pair(*self.wanted.own, self.now()))
                self._read = stamps
            return
        names, plant = self.names(), self._plant()
        now = self.now()
        fits = self.pair is not None and set(names) <= self.names_shown() and self.pair.ends - now >= SOON
        if fits and self.settled == (plant is not None):
            return
        authority = self._authority(plant.name) if plant else certificates.make_authority("", now)
        self._show(certificates.make_leaf(authority, names, now))
        self.settled = plant is not None

    def _plant(self) -> Plant | None:
        with self.store.look() as look:
            found = look.find("plant")
        return found[0] if found else None

    def names_shown(self) -> set[str]:
        """The names and addresses that the certificate of now is for."""
        return certificates.names_of(self.pair.leaf) if self.pair else set()

    def names(self) -> list[str]:
        """What the hub is called: as asked for, as the labels say, as the machine itself says."""
        plant = self._plant()
        labels = [urlsplit(plant.address).hostname] if plant and plant.address else []
        return list(dict.fromkeys(name for name in (*self.wanted.names, *labels, *machine_names(), *HERE) if name))

    def _authority(self, plant: str) -> Pair:
        """The plant's, made where there is none; a hub that shares the database may have been first."""

        def kept(connection: Any) -> Pair:
            found = fact(connection, AUTHORITY)
            if found is None:
                made = certificates.make_authority(plant, self.now())
                found = {"chain": made.chain.decode(), "key": made.key.decode()}
                set_fact(connection, AUTHORITY, found)
            return Pair(found["chain"].encode(), found["key"].encode())

        pair: Pair = self.store.write(kept)
        return pair

    def _show(self, pair: Pair) -> None:
        place = self.folder.hub / "https.pem"
        write_private(place, (pair.key + pair.chain).decode("ascii", "replace"))
        try:
            self.context.load_cert_chain(place)
        except ssl.SSLError as error:
            raise Refused("certificate_unreadable", file=str((self.wanted.own or (place,))[0])) from error
        self.pair = pair


def machine_names() -> list[str]:
    """The machine's addresses in the plant's network and its names, the one that phones most likely reach first."""
    own = socket.gethostname()
    found = []
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("10.255.255.255", 1))  # sends nothing: it only tells by which address one would
        found.append(str(probe.getsockname()[0]))
    found += [own.lower(), *_addresses(own)]
    return [name for name in dict.fromkeys(found) if _may_stand(name)]


def _addresses(own: str) -> Iterable[str]:
    with suppress(OSError, UnicodeError):
        for _, _, _, _, where in socket.getaddrinfo(own, None):
            yield str(where[0]).partition("%")[0]


def _may_stand(name: str) -> bool:
    """Whether a certificate can be for it: an address, or a name in plain letters."""
    with suppress(ValueError):
        return not ipaddress.ip_address(name).is_link_local
    return name.isascii() and all(part and part.replace("-", "").isalnum() for part in name.split("."))


def address_of(names: Sequence[str], port: int) -> str:
    """Where phones find it: by the first name that was asked for, else found."""
    host = next((name for name in names if name not in HERE), "localhost")
    return f"https://[{host}]:{port}" if ":" in host else f"https://{host}:{port}"
