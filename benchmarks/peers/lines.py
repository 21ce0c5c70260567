"""Answers commands that come as lines of JSON. Standard library only, as it also runs in the environment of a peer."""

import json
import socket
import sys
import traceback
from collections.abc import Callable
from typing import Any


def answer_lines(first: dict[str, Any], do: Callable[[str, dict[str, Any]], dict[str, Any] | None]) -> None:
    """Says `first`, then answers each command by `do(what, rest)` until the input ends."""
    print(json.dumps(first), flush=True)
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer = do(command.pop("do"), command) or {}
        except Exception as error:  # noqa: BLE001 - told to the benchmark, which stops
            traceback.print_exc()
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    """Until a server listens. TimeoutError after a minute."""
    import time

    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens on {port}")
