"""A wire between a console and a hub that is cut, without a word, after so many bytes as chance will have it."""

import random
import socket
import threading


class CuttingWire:
    """Listens at `url` and passes everything on to a port of this machine, either way. `cuts` counts how often it was
    cut, `up` and `down` the bytes that went each way; with `calm` it is cut no more."""

    def __init__(self, port: int, seed: int, most: int) -> None:
        self.port, self.most = port, most
        self.chance = random.Random(seed)
        self.calm = False
        self.cuts = self.up = self.down = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self.listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self.port))
            left = [self.chance.randint(1, self.most)]
            for source, sink, way in ((near, far, "up"), (far, near, "down")):
                threading.Thread(target=self._pass_on, args=(source, sink, way, left), daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket, way: str, left: list[int]) -> None:
        try:
            while data := source.recv(8192):
                if not self.calm and left[0] <= len(data):
                    data, self.cuts = data[: left[0]], self.cuts + 1
                    sink.sendall(data)
                    setattr(self, way, getattr(self, way) + len(data))
                    break
                left[0] -= len(data)
                sink.sendall(data)
                setattr(self, way, getattr(self, way) + len(data))
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            end.close()
