"""Stands between a client and its server on this machine and counts what goes up and down, for every contestant alike.

    python -m benchmarks.peers.proxy PORT

prints its own port, then for each line that it reads the bytes up and down since the last one.
"""

import socket
import sys
import threading

counted = [0, 0]


def pass_on(source: socket.socket, target: socket.socket, way: int) -> None:
    """One direction of one connection, until it ends."""
    try:
        while part := source.recv(1 << 18):
            counted[way] += len(part)
            target.sendall(part)
    except OSError:
        pass
    finally:
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def accept(listener: socket.socket, port: int) -> None:
    """Every connection gets one of its own to the server."""
    while True:
        client, _ = listener.accept()
        server = socket.create_connection(("127.0.0.1", port))
        for end in (client, server):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=pass_on, args=(client, server, 0), daemon=True).start()
        threading.Thread(target=pass_on, args=(server, client, 1), daemon=True).start()


def main(port: int) -> None:
    """Listens until its input ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=accept, args=(listener, port), daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    for _ in sys.stdin:
        print(*counted, flush=True)
        counted[:] = [0, 0]


if __name__ == "__main__":
    main(int(sys.argv[1]))
