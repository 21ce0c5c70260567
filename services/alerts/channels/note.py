"""One message as messengers and SMS need it: short, plain, and told apart from its repeats."""

from dataclasses import dataclass, field
from typing import Protocol

from services.alerts.receipt import Receipt


@dataclass(frozen=True, kw_only=True)
class Note:
    """`to` is who gets it, as the service calls them (empty for a group robot). `key` stays the same when it is sent
    again, `number` is its short form that people see; `text` says when it was sent, so that no reminder is like the
    one before and none is swallowed as a repeat. `facts` fill the templates of SMS and gateways."""

    to: str
    subject: str
    text: str
    key: str
    number: str
    link: str = ""
    facts: dict[str, str] = field(default_factory=dict)

    def in_full(self, octets: int) -> str:
        """Subject, text and link below each other in at most so many octets; the link is never what is cut."""
        end = f"\n{self.link}" if self.link else ""
        said = "\n".join(part for part in (self.subject, self.text) if part)
        return cut(said, octets - len(end.encode())) + end


class Sender(Protocol):
    """A channel that is set up. Never raises for what a network or a provider does."""

    def send(self, note: Note) -> Receipt: ...


def cut(text: str, octets: int) -> str:
    """As much of a text as fits into so many octets of UTF-8, with a sign where something is missing."""
    data = text.encode("utf-8", "replace")
    if len(data) <= octets:
        return data.decode()
    return data[: octets - 3].decode("utf-8", "ignore") + "…"
