"""What became of a message: what every channel answers, and what the dispatcher acts on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Receipt:
    """`provider_id` is the name that the provider gave it (a Message-ID, a task); `code` has the words
    `way.code.<code>`, of a mail server `mail.code.<code>`; `text` is what the other side said; `retry` is whether
    another try may succeed without anybody changing a setting, and not earlier than in `wait_s` seconds. `unsure`: it
    was accepted, and only a question later tells whether it arrived. `setup`: a setting of the channel is wrong, so
    that nobody is reached by it. `segments`: as so many SMS it is billed."""

    ok: bool
    provider_id: str | None
    code: str
    text: str
    retry: bool
    wait_s: float = 0.0
    unsure: bool = False
    setup: bool = False
    segments: int = 0


def failed(code: str, text: str, *, retry: bool = False, wait_s: float = 0.0, setup: bool = False) -> Receipt:
    """A message that did not go."""
    return Receipt(False, None, code, text[:300], retry, wait_s, setup=setup)


def taken(provider_id: str, *, unsure: bool = False, segments: int = 0) -> Receipt:
    """A message that the provider took."""
    return Receipt(True, provider_id, "accepted", "", retry=False, unsure=unsure, segments=segments)
