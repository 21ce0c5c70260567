"""Any HTTP gateway: an address and a body with places to fill, such as the SMS machine in a plant's cellar."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

from services.alerts.channels.note import Note
from services.alerts.channels.sms import segments_of
from services.alerts.channels.wire import JSON, ask
from services.alerts.receipt import Receipt, failed, taken

PLACE = re.compile(r"\{(to|text|subject|number|key|link|secret)\}")
FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}


@dataclass(frozen=True)
class Gateway:
    """`address` and `template` may hold {to}, {text}, {subject}, {number}, {key}, {link} and {secret}. Without a
    template it is a GET; one that begins with a brace is sent as JSON, another one as a form. Taken is what is
    answered 2xx and, where `expected` is given, has it in its text."""

    address: str
    template: str = ""
    expected: str = ""
    secret: str = field(default="", repr=False)

    def send(self, note: Note) -> Receipt:
        """One message to one person."""
        values = {
            "to": note.to,
            "text": note.text,
            "subject": note.subject,
            "number": note.number,
            "key": note.key,
            "link": note.link,
            "secret": self.secret,
        }
        url = filled(self.address, values, in_address)
        if self.template:
            as_json = self.template.lstrip().startswith(("{", "["))
            body = filled(self.template, values, in_json if as_json else in_address).encode("utf-8", "replace")
            answer = ask("POST", url, body=body, headers=JSON if as_json else FORM, plain=True)
        else:
            answer = ask("GET", url, plain=True)
        if isinstance(answer, Receipt):
            return answer
        if self.expected and self.expected not in answer["text"]:
            return failed("refused", " ".join(answer["text"].split()), setup=True)
        return taken(note.key, segments=segments_of(len(note.text)))


def filled(template: str, values: dict[str, str], written: Callable[[str], str]) -> str:
    """A template with its places filled, each value written as its surroundings need it."""
    return PLACE.sub(lambda found: written(values[found[1]]), template)


def in_address(value: str) -> str:
    """Inside an address or a form."""
    return quote(value, safe="", errors="replace")


def in_json(value: str) -> str:
    """Inside the quotes of a JSON text."""
    return json.dumps(value, ensure_ascii=False)[1:-1]
