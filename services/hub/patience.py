"""How long the hub waits for a request that does not come whole: connections that say nothing, or a letter now and
then, are closed, so that they never keep phones and consoles out."""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_S = 20.0  # a phone in a dead spot of the works is through, or begins anew
BODY_S = 60.0  # between two pieces of a photo


class Patient(H11Protocol):
    """One connection. Its head must have come `HEAD_S` after the connection, or after the request before it; a body
    may rest no longer than `BODY_S`."""

    head_s, body_s = HEAD_S, BODY_S

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._waiting: asyncio.TimerHandle | None = self.loop.call_later(self.head_s, self._late)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._within_body():
            self._wait(self.body_s, anew=True)
        elif self.cycle is None or self.cycle.response_complete:
            self._wait(self.head_s, anew=False)
        else:
            self._rest()

    def connection_lost(self, exc: Exception | None) -> None:
        self._rest()
        super().connection_lost(exc)

    def _within_body(self) -> bool:
        begun = self.cycle is not None and not self.cycle.response_complete
        return begun and self.conn.their_state is h11.SEND_BODY

    def _wait(self, seconds: float, *, anew: bool) -> None:
        if anew:
            self._rest()
        if self._waiting is None:
            self._waiting = self.loop.call_later(seconds, self._late)

    def _rest(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = None

    def _late(self) -> None:
        self._waiting = None
        self.transport.close()


def room_for_connections() -> None:
    """Lets the process have as many connections at once as the system allows; usual is a thousand, which a plant's
    phones and whoever opens connections for fun can use up together."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
