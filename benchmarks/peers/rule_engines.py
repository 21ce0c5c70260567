"""`python rule_engines.py bytewax|cel STREAM.json`: a peer's engine over a stream, as one line of JSON. It runs in an
environment of its own and knows nothing of this project."""

import json
import sys
import time
from pathlib import Path
from typing import Any

BOUND, FOR_S = 80.0, 900
Events = list[tuple[str, int, float]]


def step(state: Any, over: bool, at: int) -> tuple[Any, bool]:
    """The run over the bound and whether it has fired; whether it fires now."""
    if not over:
        return None, False
    begun, fired = state or (at, False)
    now = not fired and at - begun >= FOR_S
    return (begun, fired or now), now


def bytewax(events: Events) -> tuple[list[tuple[str, int]], float]:
    """A dataflow with a state for each sensor."""
    import bytewax.operators as op
    from bytewax.dataflow import Dataflow
    from bytewax.testing import TestingSink, TestingSource, run_main

    found: list[tuple[str, int]] = []
    flow = Dataflow("rules")
    came = op.input("in", flow, TestingSource([(key, (at, value)) for key, at, value in events], batch_size=200))

    def one(state: Any, event: tuple[int, float]) -> tuple[Any, int | None]:
        state, now = step(state, event[1] > BOUND, event[0])
        return state, event[0] if now else None

    said = op.filter("fired", op.stateful_map("state", came, one), lambda pair: pair[1] is not None)
    op.output("out", said, TestingSink(found))
    begun = time.perf_counter()
    run_main(flow)
    return found, time.perf_counter() - begun


def cel(events: Events) -> tuple[list[tuple[str, int]], float]:
    """The condition in Rust's CEL, the state beside it."""
    import cel as rust

    program = rust.compile("value > 80.0")
    states: dict[str, Any] = {}
    found = []
    begun = time.perf_counter()
    for key, at, value in events:
        states[key], now = step(states.get(key), program.execute({"value": value}), at)
        if now:
            found.append((key, at))
    return found, time.perf_counter() - begun


def main() -> None:
    """Runs it."""
    name, file = sys.argv[1:]
    series = json.loads(Path(file).read_text(encoding="utf-8"))
    long = len(next(iter(series.values())))
    events = [(key, at, values[at]) for at in range(long) for key, values in series.items()]
    fired, took = {"bytewax": bytewax, "cel": cel}[name](events)
    sys.stdout.write(json.dumps({"fired": fired, "s": took}) + "\n")


if __name__ == "__main__":
    main()
