"""The frames between a process and its limited child: a JSON header and octets, each after its length."""

import json
import struct
from typing import Any, BinaryIO

LENGTHS = struct.Struct(">II")
MOST_HEADER, MOST_OCTETS = 1 << 16, 1 << 26


def write_frame(stream: BinaryIO, header: dict[str, Any], octets: bytes = b"") -> None:
    """Sends one frame at once."""
    head = json.dumps(header).encode()
    stream.write(LENGTHS.pack(len(head), len(octets)) + head + octets)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """The next frame. EOFError when the stream ends first; ValueError when it is no frame."""
    head_length, octets_length = LENGTHS.unpack(read_exactly(stream, LENGTHS.size))
    if head_length > MOST_HEADER or octets_length > MOST_OCTETS:
        raise ValueError("a frame too long")
    header = json.loads(read_exactly(stream, head_length))
    if not isinstance(header, dict):
        raise ValueError("a frame without a header")
    return header, read_exactly(stream, octets_length)


def read_exactly(stream: BinaryIO, length: int) -> bytes:
    """So many bytes, or EOFError."""
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
