"""Devices at doors that are listened to on a connection that stays open, each in a thread, as the plant has set it. One
that has locked its account is left alone for as long as it says, one that breaks off is tried again,
each time a little later; what was said in between is asked for."""

import logging
import threading

from services.connectors.hikvision import DoorTrouble, Isapi
from services.core.door_devices import DoorDevice
from services.hub.doors import Doors, resting, state_of, troubled, turn_state
from services.hub.hub import Hub
from services.hub.looking import Looking

LOG = logging.getLogger(__name__)
EVERY_S = 5.0
FIRST_REST_S, LONGEST_REST_S = 2.0, 60.0


class Listener:
    """Listens to one device until `end`."""

    def __init__(self, hub: Hub, doors: Doors, device: DoorDevice) -> None:
        self.hub, self.doors, self.device = hub, doors, device
        self.heard = 0  # how often it has said something
        self._over = threading.Event()
        self._client: Isapi | None = None
        self._thread = threading.Thread(target=self._run, name=f"door-{device.id[:8]}", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """It is listened to no more; a thread that waits for a word goes with the process."""
        self._over.set()
        client = self._client
        if client:
            client.close()

    def _run(self) -> None:
        rest = FIRST_REST_S
        while not self._over.wait(self._left_alone()):
            before = self.heard
            self._listen()
            rest = FIRST_REST_S if self.heard > before else min(2 * rest, LONGEST_REST_S)
            self._over.wait(rest)

    def _left_alone(self) -> float:
        """For how many seconds it is not to be asked."""
        with self.hub.store.look() as look:
            state = state_of(look.connection, self.device.id)
        now = self.hub.now()
        until = resting(state, self.device, now)
        return (until - now).total_seconds() if until else 0.0

    def _listen(self) -> None:
        """One connection, until it ends."""
        self._client = client = self.doors.client(self.device)
        try:
            for told in client.stream():
                self.heard += 1
                if self._over.is_set():
                    return
                if told is None:
                    self.doors.heard(self.device, [], unread=1)
                else:
                    self.doors.heard(self.device, [told])
        except DoorTrouble as trouble:
            self._keep(trouble)
        except Exception:
            LOG.exception("listening to door %s failed; it is tried again", self.device.name)
        finally:
            client.close()

    def _keep(self, trouble: DoorTrouble) -> None:
        """What is wrong, and until when it is left alone; a connection that broke off is no trouble by itself."""
        if self._over.is_set() or (trouble.code == "unreachable" and self.heard):
            return
        now = self.hub.now()
        self.hub.store.write(
            lambda one: turn_state(one, self.device.id, lambda state: troubled(state, self.device, trouble, now))
        )


class DoorStreams(Looking):
    """Looks every five seconds which devices are to be listened to."""

    def __init__(self, hub: Hub, doors: Doors) -> None:
        super().__init__("door streams", self.look, EVERY_S)
        self.hub, self.doors = hub, doors
        self.listeners: dict[str, Listener] = {}

    def look(self) -> None:
        """Begins and ends what is not as the plant has set it."""
        with self.hub.store.look() as look:
            found = look.find("door_device")
        wanted = {one.id: one for one in found if one.stream and one.address and one.retired_at is None}
        for id_, listener in list(self.listeners.items()):
            if wanted.get(id_) != listener.device:
                listener.end()
                del self.listeners[id_]
        for id_, device in wanted.items():
            if id_ not in self.listeners:
                self.listeners[id_] = Listener(self.hub, self.doors, device)

    def stop(self) -> None:
        """Ends, with all who listen."""
        super().stop()
        for one in self.listeners.values():
            one.end()
        self.listeners.clear()
