"""A label printer in the network: its raw port takes commands as they are and says nothing back."""

import socket
from contextlib import suppress
from urllib.parse import urlsplit

from services.core.refused import Refused

PORT = 9100
CONNECT_S, SEND_S, CLOSE_S = 5.0, 30.0, 3.0
_PIECE = 64 * 1024


def printer_at(address: str) -> tuple[str, int]:
    """Host and port of `tcp://HOST[:9100]`. Raises Refused: label.printer_address."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or PORT
    except ValueError as error:
        raise Refused("label.printer_address", address=address) from error
    bare = parts.scheme == "tcp" and not (parts.path.strip("/") or parts.query or parts.fragment or parts.username)
    if not host or not bare or " " in host:
        raise Refused("label.printer_address", address=address)
    return host, port


def send(host: str, port: int, data: bytes) -> None:
    """All of `data`, or a refusal that says how much the printer took. The printer must have taken the end of it, too:
    one that breaks off before has not printed everything.

    Raises Refused: label.printer_away (host, port, reason), label.printer_broke_off (host, taken, of)."""
    try:
        connection = socket.create_connection((host, port), timeout=CONNECT_S)
    except OSError as error:
        raise Refused("label.printer_away", host=host, port=port, reason=str(error)) from error
    taken = 0
    with connection:
        try:
            connection.settimeout(SEND_S)
            for start in range(0, len(data), _PIECE):
                piece = data[start : start + _PIECE]
                connection.sendall(piece)
                taken += len(piece)
            connection.shutdown(socket.SHUT_WR)
            _wait_for_the_end(connection)
        except OSError as error:
            raise Refused("label.printer_broke_off", host=host, taken=taken, of=len(data)) from error


def _wait_for_the_end(connection: socket.socket) -> None:
    """A printer that has read everything closes too, or waits for more; one that has broken off resets."""
    connection.settimeout(CLOSE_S)
    with suppress(TimeoutError):
        while connection.recv(4096):
            pass
