"""`anhuan watchdog`: a process of its own that says when no alerts go out."""

import argparse
import logging
import signal
import sys
import threading
import time

from services.alerts.watchdog import Watchdog
from services.alerts.watchdog_settings import settings_of
from services.commands.printing import said, table

LOG = logging.getLogger(__name__)


def watchdog(args: argparse.Namespace) -> int:
    """Looks again and again until a signal comes; with --test it only sends the test message, and exits with 1 where
    one was not taken."""
    dog = Watchdog(args.data, settings_of(args.data))
    if args.test:
        tried = list(dog.test())
        table([(to, one.code, one.text) for to, one in tried], args, keys=("to", "code", "answer"))
        return 0 if all(one.ok for _, one in tried) else 1
    ended = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: ended.set())
    said("cli.watchdog_runs", args, hub=dog.settings.hub, count=len(dog.settings.recipients()))
    sys.stdout.flush()
    while not ended.is_set():
        look(dog)
        rests(ended, dog.settings.every_s)
    return 0


def look(dog: Watchdog) -> None:
    """One look, whatever becomes of it: a watchdog that has ended tells nobody anything."""
    try:
        dog.look()
    except Exception:
        LOG.exception("a look failed; the next one comes")


def rests(ended: threading.Event, seconds: float) -> None:
    """Until the time is over; a signal that another thread got is heard when this one wakes."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0 and not ended.wait(min(left, 1)):
        pass
