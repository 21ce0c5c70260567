"""E-mail by the plant's own SMTP server. Says plainly what became of a message, and whether trying again can help."""

import ipaddress
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, parseaddr
from hashlib import sha256
from typing import Literal

from services.alerts.messages import one_line, written_message
from services.alerts.receipt import Receipt

Security = Literal["none", "starttls", "tls"]
STEP_SECONDS, WHOLE_SECONDS = 10.0, 25.0  # the whole stays below the 30 s for which a worker holds a delivery
HOST_NAME = re.compile(r"[A-Za-z0-9.-]{1,200}")
MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message to one mailbox. Sent again with the same `dedup_key` it carries the same Message-ID, so that
    mail programs see the repeat; `number` is the short notice number that people see in the text. `files` are PDFs
    that go with it, by name."""

    to: str
    subject: str
    text: str
    html: str | None = None
    dedup_key: str
    number: str = ""
    name: str = ""
    files: tuple[tuple[str, bytes], ...] = ()


class BadAddress(ValueError):
    """What should be a mailbox is none."""


@dataclass(frozen=True, kw_only=True)
class EmailChannel:
    """`security` "none" is refused for other machines unless `allow_insecure`. `sender` may carry a name, as in
    "安环台 <safety@plant.cn>". `ca_file` is a PEM of an authority of the plant's own."""

    host: str
    port: int
    security: Security
    sender: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    allow_insecure: bool = False
    ca_file: str | None = None
    step_seconds: float = STEP_SECONDS
    whole_seconds: float = WHOLE_SECONDS

    def send(self, message: Message) -> Receipt:
        """Sends it and says what happened; never raises for what a server, a network or an address does."""
        if self.security == "none" and not (self.allow_insecure or is_loopback(self.host)):
            return Receipt(False, None, "insecure", "", retry=False)
        try:
            sender, recipient = mailbox(self.sender), mailbox(message.to, message.name)
        except BadAddress as error:
            return Receipt(False, None, "bad_address", str(error), retry=False)
        mail = as_mail(message, sender, recipient)
        try:
            with self._connected() as server:
                server.send_message(mail, sender.addr_spec, [recipient.addr_spec])
        except (OSError, ValueError, OverflowError) as error:
            return failure(error)
        return Receipt(True, mail["Message-ID"], "accepted", "", retry=False)

    def test(self, to: str | None = None, lang: str = "zh") -> Receipt:
        """Sends the test message, to the sender's own mailbox if no other is named: for the settings page."""
        written = written_message("test", {}, lang)
        key = f"test {formatdate(usegmt=True)}"
        to = to or parseaddr(self.sender)[1]
        return self.send(Message(to=to, subject=written.subject, text=written.text, html=written.html, dedup_key=key))

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        """A server that has let us in; it is left politely after success and at once after trouble."""
        server = self._unconnected()
        with cut_off_after(server, self.whole_seconds):
            try:
                code, greeting = server.connect(self.host, self.port)
                if code != 220:
                    raise smtplib.SMTPConnectError(code, greeting)
                if self.security == "starttls":
                    server.starttls(context=self._context())
                if self.user:
                    server.login(self.user, self.password or "")
                yield server
                quit_quietly(server)
            finally:
                server.close()

    def _unconnected(self) -> smtplib.SMTP:
        """Made without connecting, so that whoever watches the time can already reach it."""
        server: smtplib.SMTP
        if self.security == "tls":
            server = smtplib.SMTP_SSL(timeout=self.step_seconds, local_hostname=own_name(), context=self._context())
        else:
            server = smtplib.SMTP(timeout=self.step_seconds, local_hostname=own_name())
        # The name the certificate must show; only a constructor that connects at once would set it.
        server._host = self.host  # type: ignore[attr-defined]
        return server

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.ca_file)


@contextmanager
def cut_off_after(server: smtplib.SMTP, seconds: float) -> Iterator[None]:
    """Ends a conversation that goes on for too long, also with a server that drips byte by byte. TimeoutError."""
    late = threading.Event()

    def cut() -> None:
        late.set()
        try:
            if server.sock is not None:
                server.sock.shutdown(socket.SHUT_RDWR)
        except OSError:  # it ended in this very moment
            pass

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    except OSError as error:
        if late.is_set():
            raise TimeoutError("the conversation took too long") from error
        raise
    finally:
        timer.cancel()


def quit_quietly(server: smtplib.SMTP) -> None:
    """Says good-bye. The message is taken by now, so trouble here is no failure any more."""
    try:
        server.quit()
    except OSError:
        pass


def is_loopback(host: str) -> bool:
    """Whether a host is this very machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def own_name() -> str:
    """How we introduce ourselves. A machine's name may be in Chinese, which the protocol cannot say."""
    name = socket.gethostname()
    return name if HOST_NAME.fullmatch(name) else "[127.0.0.1]"


def mailbox(text: str, name: str = "") -> Address:
    """One mailbox, "name <a@b>" or "a@b"; a domain in Chinese is written the way the net writes it. BadAddress."""
    found, address = parseaddr(text)
    user, at, domain = address.rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        raise BadAddress(one_line(text)) from None
    whole = text in (address, f"{found} <{address}>") or text.endswith(f'" <{address}>')
    if one_line(text) != text or not at or not whole or not MAILBOX.fullmatch(user) or not HOST_NAME.fullmatch(domain):
        raise BadAddress(one_line(text))
    return Address(one_line(name or found), user, domain)


def as_mail(message: Message, sender: Address, recipient: Address) -> EmailMessage:
    """The message as it goes over the wire. Every header is one line, whatever the facts held."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = one_line(message.subject)
    mail["From"] = sender
    mail["To"] = recipient
    mail["Date"] = formatdate()
    mail["Message-ID"] = message_id(message.dedup_key, recipient.addr_spec, sender.domain)
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    if message.number:
        mail["X-Anhuan-Notice"] = one_line(message.number)
    mail.set_content(encodable(message.text), cte="base64")
    if message.html:
        mail.add_alternative(encodable(message.html), subtype="html", cte="base64")
    for name, data in message.files:
        mail.add_attachment(data, maintype="application", subtype="pdf", filename=one_line(name))
    return mail


def encodable(text: str) -> str:
    """Without the halves of letters that JSON lets through and UTF-8 cannot write."""
    return text.encode("utf-8", "replace").decode()


def message_id(key: str, recipient: str, domain: str) -> str:
    """The same for the same key and mailbox."""
    return f"<{sha256(f'{key}|{recipient}'.encode()).hexdigest()[:40]}@{domain}>"


def failure(error: Exception) -> Receipt:
    """What a failed conversation means."""
    if isinstance(error.__context__, TimeoutError):  # smtplib calls silence a lost connection
        error = error.__context__
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return answered(code, text, "recipient_refused")
    if isinstance(error, smtplib.SMTPResponseException):
        return answered(error.smtp_code, error.smtp_error, REFUSALS.get(type(error), "server_refused"))
    for kind, name, retry in TROUBLES:
        if isinstance(error, kind):
            return Receipt(False, None, name, one_line(str(error)), retry=retry)
    return Receipt(False, None, "no_connection", one_line(str(error)), retry=True)


def answered(code: int, text: bytes | str, permanent: str) -> Receipt:
    """A reply with a number: 4xx passes by itself, 5xx does not, and -1 is no reply of a mail server at all."""
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    if 400 <= code < 500:
        return Receipt(False, None, "busy", one_line(f"{code} {said}"), retry=True)
    return Receipt(False, None, permanent if code >= 500 else "protocol", one_line(f"{code} {said}"), retry=False)


REFUSALS: dict[type[Exception], str] = {
    smtplib.SMTPAuthenticationError: "bad_login",
    smtplib.SMTPSenderRefused: "sender_refused",
    smtplib.SMTPDataError: "content_refused",
}
# Looked through from the top: the more exact kinds come before those they are kinds of.
TROUBLES: list[tuple[type[Exception], str, bool]] = [
    (ssl.SSLCertVerificationError, "bad_certificate", False),
    (ssl.SSLEOFError, "cut_off", True),
    (ssl.SSLError, "protocol", False),
    (TimeoutError, "timed_out", True),
    (smtplib.SMTPServerDisconnected, "cut_off", True),
    (smtplib.SMTPNotSupportedError, "not_offered", False),
    (smtplib.SMTPException, "not_offered", False),
    (UnicodeError, "bad_login", False),
]
