"""A label printer for tests: reads ZPL and TSPL as their manuals say, knows nothing of how we write them, and draws
codes with another encoder than ours. Commands that it does not know are an error."""

import re
import socket
import threading
from dataclasses import dataclass, field

import numpy as np
import zxingcpp
from PIL import Image

Paper = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


def code(text: str, level: str, module: int) -> Paper:
    """The dots of a model 2 symbol without quiet zone."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    dots = np.array(made.to_image(scale=1, add_quiet_zones=False)) < 128
    return dots.repeat(module, axis=0).repeat(module, axis=1)


def lay(paper: Paper, x: int, y: int, dots: Paper) -> None:
    """Black stays black; nothing may fall off the label."""
    assert x >= 0 <= y, "before the label's edge"
    assert y + dots.shape[0] <= paper.shape[0] and x + dots.shape[1] <= paper.shape[1], "over the label's edge"  # noqa: PT018
    paper[y : y + dots.shape[0], x : x + dots.shape[1]] |= dots


def zpl_labels(data: bytes) -> list[Paper]:
    """The labels that a ZPL printer would put out."""
    text = data.decode("ascii")
    assert text.count("^XA") == text.count("^XZ")
    return [_zpl_label(body) for body in re.findall(r"\^XA(.*?)\^XZ", text, re.DOTALL)]


def _zpl_label(body: str) -> Paper:
    numbers: dict[str, int] = {}
    paper: Paper | None = None
    place, sunk, pending = (0, 0), 10, ("", 0)
    for name, rest in re.findall(r"\^([A-Z][A-Z0-9])([^\^]*)", body):
        rest = rest.strip("\n")
        if name in ("PW", "LL"):
            numbers[name] = int(rest)
            paper = np.zeros((numbers["LL"], numbers["PW"]), bool) if len(numbers) == 2 else None
        elif name == "BY":
            sunk = int(rest.split(",")[2])
        elif name == "FO":
            x, y = rest.split(",")
            place = int(x), int(y)
        elif name == "GF":
            assert paper is not None
            lay(paper, *place, _graphic(rest))
        elif name == "BQ":
            orientation, model, magnification, level, mask = rest.split(",")
            assert (orientation, model, mask) == ("N", "2", "7")
            assert 1 <= int(magnification) <= 10
            pending = level, int(magnification)
        elif name == "FD":
            assert paper is not None
            switches, content = rest[:3], rest[3:]
            assert switches == f"{pending[0]}A,"
            lay(paper, place[0], place[1] + sunk, code(content, pending[0], pending[1]))
        else:
            assert (name, rest) in {("FS", ""), ("CI", "28"), ("LH", "0,0"), ("PQ", "1")} or name == "CI", name + rest
    assert paper is not None
    return paper


def _graphic(rest: str) -> Paper:
    form, total, size, row, data = rest.split(",")
    assert form == "A"
    assert int(total) == int(size) == len(data) // 2
    bits = np.frombuffer(bytes.fromhex(data), np.uint8).reshape(-1, int(row))
    return np.unpackbits(bits, axis=1).astype(bool)


def tspl_labels(data: bytes, dots_per_mm: float) -> list[Paper]:
    """The labels that a TSPL printer would put out."""
    labels: list[Paper] = []
    paper: Paper | None = None
    rest = data
    while rest:
        name, _, after = rest.partition(b" ")
        if rest.startswith(b"CLS\r\n"):
            assert paper is not None
            paper[:] = False
            rest = rest[5:]
            continue
        if name == b"BITMAP":
            x, y, row, height, mode, after = after.split(b",", 5)
            count = int(row) * int(height)
            assert (mode, after[count : count + 2], paper is None) == (b"0", b"\r\n", False)
            bits = np.unpackbits(np.frombuffer(after[:count], np.uint8).reshape(int(height), -1), axis=1)
            assert paper is not None
            lay(paper, int(x), int(y), bits[:, : paper.shape[1] - int(x)] == 0)
            assert (bits[:, paper.shape[1] - int(x) :] == 1).all()
            rest = after[count + 2 :]
            continue
        line, _, rest = rest.partition(b"\r\n")
        words = line.decode("ascii").split(" ", 1)
        if words[0] == "SIZE":
            width, height_ = re.fullmatch(r"([\d.]+) mm,([\d.]+) mm", words[1]).groups()  # type: ignore[union-attr]
            paper = np.zeros((round(float(height_) * dots_per_mm), round(float(width) * dots_per_mm)), bool)
        elif words[0] == "QRCODE":
            head, text = words[1].split(',"')
            px, py, level, cell, mode_, turn, model, mask = head.split(",")
            assert (mode_, turn, model, mask) == ("A", "0", "M2", "S7")
            assert 1 <= int(cell) <= 10
            assert paper is not None
            lay(paper, int(px), int(py), code(text.removesuffix('"'), level, int(cell)))
        elif words[0] == "PRINT":
            assert (words[1], paper is None) == ("1,1", False)
            assert paper is not None
            labels.append(paper.copy())
        else:
            assert words in (["GAP", "2 mm,0 mm"], ["DIRECTION", "1"], ["REFERENCE", "0,0"]), words
    return labels


def picture(paper: Paper) -> Image.Image:
    """The label as a photograph of it would be."""
    return Image.fromarray(np.where(paper, 0, 255).astype(np.uint8))


@dataclass
class Listener:
    """A printer in the network. With `breaks_after` it resets after so many bytes, as when power fails."""

    breaks_after: int | None = None
    received: bytes = b""
    port: int = 0
    finished: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Listener":
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._thread.join(timeout=10)

    def _serve(self) -> None:
        try:
            connection, _ = self._socket.accept()
        except OSError:
            return
        with connection:
            while piece := connection.recv(4096):
                self.received += piece
                if self.breaks_after is not None and len(self.received) >= self.breaks_after:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
                    break
        self.finished.set()
