"""A console's copy made anew from the hub's ready replica, by a download that goes on where it was cut off."""

from collections.abc import Callable
from pathlib import Path

from services.core.refused import Refused
from services.store.installing import install
from services.store.ready_file import unpack
from services.store.replica import Replica
from services.store.replica_file import FULL
from services.store.room import companions, needing_room
from services.store.upkeep import marks_of
from services.sync.client import HubClient, Unreachable

TRIES = 3


def renew(
    client: HubClient,
    replica: Replica,
    *,
    plant: str,
    common: int | None = None,
    step: Callable[[float], bool] | None = None,
) -> None:
    """Fetches the ready replica and puts it in the place of this console's, with what waits on top. `common` as for
    install. Raises Unreachable, Refused."""
    with needing_room(full=FULL):
        packed = _fetched(client, replica.path, step)
    plain = replica.path.with_name(f"{replica.path.stem}.incoming.db")
    try:
        with needing_room(*companions(plain), full=FULL):
            unpack(packed, plain)
        install(replica, plain, plant=plant, common=common)
    except ValueError as error:
        raise Unreachable("the copy did not arrive whole") from error
    finally:
        packed.unlink(missing_ok=True)
        plain.unlink(missing_ok=True)


def _fetched(client: HubClient, path: Path, step: Callable[[float], bool] | None) -> Path:
    for _ in range(TRIES):
        ready = client.call("GET", "/api/replica")
        packed = path.with_name(f"{path.stem}.{ready['name']}")
        for other in path.parent.glob(f"{path.stem}.*.zst"):
            if other != packed:
                other.unlink()
        try:
            client.download(f"/api/replica/{ready['name']}", packed, ready["size"], step)
        except Refused as refused:
            if refused.code != "no_such_page":  # made anew meanwhile
                raise
        else:
            return packed
    raise Unreachable("the ready replica changes too fast")


def common_entry(client: HubClient, replica: Replica) -> int:
    """The last entry that this console and a hub which was set back have in common; 0 for none."""
    answer = client.call("POST", "/api/common", json={"known": marks_of(replica)})
    return int(answer["common"])
