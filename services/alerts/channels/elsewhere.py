"""Any other service that Apprise can reach: one address says which, and where."""

from dataclasses import dataclass, field

from services.alerts.channels.note import Note
from services.alerts.receipt import Receipt, failed, taken

TEXT = 4000


@dataclass(frozen=True)
class Elsewhere:
    """`address` as Apprise writes it (`tgram://…`, `mailtos://…`, `json://…`), with the secret in it. Apprise says yes
    or no and gives no receipt; of some services it says yes whatever they answer."""

    address: str = field(repr=False)

    def send(self, note: Note) -> Receipt:
        """One message to whoever the address is of."""
        import apprise  # a quarter of a second, and seldom needed

        service = apprise.Apprise()
        if not self.address or not service.add(self.address):
            return failed("bad_setup", "Apprise", setup=True)
        heard = apprise.LogCapture(level=apprise.logging.WARNING, fmt="%(message)s")  # type: ignore[no-untyped-call]
        with heard as said:
            gone = service.notify(body=note.in_full(TEXT))
            why = " ".join(said.getvalue().split())
        return taken(note.key) if gone else failed("unreachable", why, retry=True)
