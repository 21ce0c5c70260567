"""E-mail through a real SMTP server: Chinese arrives whole, what passes is told from what does not, nothing hangs."""

import socket
import ssl
import time
from dataclasses import replace

import pytest

from services.alerts.channels.email import EmailChannel, as_mail, is_loopback, mailbox
from services.words import has
from tests.services.alerts.conftest import free_port, who_may


def test_chinese_arrives_whole(serve, message):
    served = serve()
    receipt = served.channel().send(message)
    assert (receipt.ok, receipt.code, receipt.retry) == (True, "accepted", False)
    letter = served.taken.letters[0]
    assert letter["Subject"] == message.subject
    assert letter["From"].addresses[0].display_name == "安环台"
    assert letter["To"].addresses[0].display_name == "王主管"
    assert letter["To"].addresses[0].addr_spec == "wang@plant.example"
    assert letter.get_body(("plain",)).get_content().splitlines() == message.text.splitlines()
    assert letter.get_body(("html",)).get_content().strip() == message.html
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["X-Anhuan-Notice"] == "a1b2c3"
    assert served.taken.raw[0].isascii()


@pytest.mark.parametrize(
    "name", ["王工（主管）, 乙", 'He said "no" <a@b.example>', "欧阳" * 7, "张\r\nBcc: x@y.example"]
)
def test_odd_names_stay_one_name(serve, message, name):
    served = serve()
    assert served.channel().send(replace(message, name=name)).ok
    letter = served.taken.letters[0]
    assert letter["To"].addresses[0].display_name == " ".join(name.split())
    assert len(letter["To"].addresses) == 1
    assert letter["Bcc"] is None


def test_a_repeat_is_seen_to_be_one(serve, message):
    served = serve()
    first, again = served.channel().send(message), served.channel().send(message)
    other = served.channel().send(replace(message, dedup_key="another"))
    assert first.provider_id == again.provider_id == served.taken.letters[0]["Message-ID"]
    assert other.provider_id != first.provider_id


@pytest.mark.parametrize(
    "bad", ["\r\nBcc: all@plant.example", "\nX-Evil: 1", "\r\n\r\n<script>", "\u2028Bcc: x", "\0", "\ud800"]
)
def test_nothing_slips_into_the_headers(serve, message, bad):
    served = serve()
    sent = replace(
        message,
        subject="新" + bad,
        number="1" + bad,
        name="王" + bad,
        text="文" + bad,
        dedup_key="k" + bad.strip("\ud800"),
    )
    assert served.channel().send(sent).ok
    letter = served.taken.letters[0]
    assert set(letter.keys()) <= {
        *("Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress"),
        *("X-Anhuan-Notice", "MIME-Version", "Content-Type", "X-Peer", "X-MailFrom", "X-RcptTo"),
    }


@pytest.mark.parametrize(
    "to",
    [
        "",
        "wang",
        "wang@",
        "@plant.example",
        "a@b.example, c@d.example",
        "a@b.example\r\nRCPT TO:<c@d.example>",
        "王@plant.example",
        "a b@c.example",
        "a@b.example>x<",
    ],
)
def test_no_mailbox_is_a_permanent_failure(serve, message, to):
    served = serve()
    receipt = served.channel().send(replace(message, to=to))
    assert (receipt.ok, receipt.code, receipt.retry) == (False, "bad_address", False)
    assert served.taken.letters == []


def test_a_domain_in_chinese_is_written_the_nets_way():
    assert mailbox("safety@例子.cn").addr_spec == "safety@xn--fsqu00a.cn"


@pytest.mark.parametrize(
    ("step", "reply", "code", "retry"),
    [
        ("RCPT", "450 4.2.0 greylisted", "busy", True),
        ("RCPT", "550 5.1.1 no such user", "recipient_refused", False),
        ("MAIL", "451 4.3.0 try later", "busy", True),
        ("MAIL", "553 5.7.1 not your address", "sender_refused", False),
        ("DATA", "452 4.3.1 disk full", "busy", True),
        ("DATA", "554 5.7.1 spam", "content_refused", False),
        ("DATA", "421 4.3.2 going down", "busy", True),
    ],
)
def test_what_passes_is_told_from_what_does_not(serve, message, step, reply, code, retry):
    served = serve()
    served.taken.replies[step] = reply
    receipt = served.channel().send(message)
    assert (receipt.ok, receipt.code, receipt.retry) == (False, code, retry)
    assert reply[:3] in receipt.text
    assert has(f"mail.code.{code}")


def test_nobody_there_is_tried_again(message):
    receipt = EmailChannel(host="127.0.0.1", port=free_port(), security="none", sender="a@b.example").send(message)
    assert (receipt.ok, receipt.code, receipt.retry) == (False, "no_connection", True)


def channel_to(port: int, **settings: object) -> EmailChannel:
    given: dict = {"host": "127.0.0.1", "port": port, "security": "none", "sender": "a@b.example"}
    return EmailChannel(**given | settings)


def test_a_server_that_says_nothing_ends_by_time(talk, message):
    port = talk(lambda caller: caller.recv(1))
    receipt = channel_to(port, step_seconds=0.2).send(message)
    assert (receipt.code, receipt.retry) == ("timed_out", True)


def drip(caller: socket.socket) -> None:
    """One byte at a time, always in time for the step, never done; the caller's going ends it."""
    caller.settimeout(0.05)
    while True:
        caller.sendall(b"2")
        try:
            if caller.recv(1) == b"":
                return
        except TimeoutError:
            pass


def test_a_server_that_drips_ends_by_time(talk, message):
    begun = time.monotonic()
    receipt = channel_to(talk(drip), whole_seconds=0.5).send(message)
    assert (receipt.code, receipt.retry) == ("timed_out", True)
    assert time.monotonic() - begun < 5


def test_a_server_that_hangs_up_is_tried_again(talk, message):
    receipt = channel_to(talk(lambda caller: caller.sendall(b"220 hello\r\n"))).send(message)
    assert (receipt.ok, receipt.retry) == (False, True)


def test_another_kind_of_server_is_recognised(talk, message):
    port = talk(lambda caller: caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
    receipt = channel_to(port).send(message)
    assert (receipt.code, receipt.retry) == ("protocol", False)


def test_a_server_that_will_not_serve_us(talk, message):
    receipt = channel_to(talk(lambda caller: caller.sendall(b"554 not you\r\n"))).send(message)
    assert (receipt.code, receipt.retry) == ("server_refused", False)


def taking(caller: socket.socket) -> None:
    """Takes a message, then never answers the good-bye."""
    lines = caller.makefile("rb")
    caller.sendall(b"220 hello\r\n")
    inside = False
    for line in lines:
        if inside:
            inside = line != b".\r\n"
            if not inside:
                caller.sendall(b"250 taken\r\n")
        elif line.upper().startswith(b"DATA"):
            inside = True
            caller.sendall(b"354 go on\r\n")
        elif not line.upper().startswith(b"QUIT"):
            caller.sendall(b"250 fine\r\n")


def test_what_was_taken_is_sent_whatever_the_good_bye(talk, message):
    assert channel_to(talk(taking), step_seconds=0.2).send(message).ok


@pytest.mark.parametrize("host", ["mail.plant.example", "10.0.0.5", "127.0.0.1.plant.example"])
def test_unencrypted_to_another_machine_is_refused(message, host):
    receipt = EmailChannel(host=host, port=25, security="none", sender="a@b.example").send(message)
    assert (receipt.code, receipt.retry) == ("insecure", False)


def test_unencrypted_may_be_allowed_by_name(message):
    channel = EmailChannel(
        host="nowhere.invalid", port=25, security="none", sender="a@b.example", allow_insecure=True, step_seconds=1
    )
    assert channel.send(message).code in {"no_connection", "timed_out"}


@pytest.mark.parametrize(
    ("host", "is_so"), [("localhost", True), ("127.9.9.9", True), ("::1", True), ("10.0.0.1", False)]
)
def test_what_is_this_machine(host, is_so):
    assert is_loopback(host) is is_so


@pytest.mark.parametrize(("security", "option"), [("starttls", "tls_context"), ("tls", "ssl_context")])
@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # one of the two is encrypted from its first byte
def test_encrypted_and_signed_in(serve, certificate, message, security, option):
    context, trusted = certificate("127.0.0.1")
    served = serve(
        **{option: context}, authenticator=who_may, auth_required=True, auth_require_tls=security == "starttls"
    )
    known = {"security": security, "ca_file": trusted, "user": "safety"}
    assert served.channel(**known, password="right").send(message).code == "accepted"
    assert served.taken.letters[0]["Subject"] == message.subject
    for wrong in ("wrong", "密码", None):
        receipt = served.channel(**known, password=wrong).send(message)
        assert (receipt.code, receipt.retry) == ("bad_login", False)
    assert len(served.taken.letters) == 1


@pytest.mark.parametrize(("security", "option"), [("starttls", "tls_context"), ("tls", "ssl_context")])
@pytest.mark.parametrize("trust", ["unknown", "other host"])
def test_a_certificate_that_cannot_be_trusted(serve, certificate, message, security, option, trust):
    context, trusted = certificate("127.0.0.1" if trust == "unknown" else "mail.plant.example")
    served = serve(**{option: context})
    settings = {"security": security, "ca_file": None if trust == "unknown" else trusted}
    receipt = served.channel(**settings, user="safety", password="right").send(message)
    assert (receipt.code, receipt.retry) == ("bad_certificate", False)
    assert served.taken.letters == []


def test_no_password_goes_to_a_server_without_encryption(serve, message):
    served = serve(authenticator=who_may, auth_require_tls=False)
    receipt = served.channel(security="starttls", user="safety", password="right").send(message)
    assert (receipt.code, receipt.retry) == ("not_offered", False)


def test_tls_to_a_plain_port_is_recognised(serve, message):
    receipt = serve().channel(security="tls").send(message)
    assert (receipt.ok, receipt.code) == (False, "protocol")


def test_a_server_without_accounts(serve, message):
    receipt = serve().channel(user="safety", password="right").send(message)
    assert (receipt.code, receipt.retry) == ("not_offered", False)


def test_a_port_that_is_none(message):
    assert not channel_to(70_000).send(message).ok


def test_the_settings_page_can_try_it(serve):
    served = serve()
    assert served.channel().test().ok
    assert served.channel().test("it@plant.example", "en").ok
    to = [letter["To"].addresses[0].addr_spec for letter in served.taken.letters]
    assert to == ["safety@plant.example", "it@plant.example"]
    assert served.taken.letters[0]["Subject"] == "邮件设置测试"
    assert served.taken.letters[0]["Message-ID"] != served.taken.letters[1]["Message-ID"]


def test_the_password_is_not_shown():
    assert "right" not in repr(channel_to(25, user="safety", password="right"))


def test_a_text_alone_makes_a_plain_mail(message):
    mail = as_mail(replace(message, html=None), mailbox("a@b.example"), mailbox(message.to))
    assert mail.get_content_type() == "text/plain"


def test_the_default_context_checks_certificates():
    context = channel_to(25)._context()
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


def test_a_pdf_goes_with_it(serve, message):
    server, files = serve(), (("安全生产报告 2026-03.pdf", b"%PDF-1.4 \x00\xff"),)
    assert server.channel().send(replace(message, files=files)).ok
    letter = server.taken.letters[0]
    [part] = letter.iter_attachments()
    assert (part.get_filename(), part.get_content_type()) == ("安全生产报告 2026-03.pdf", "application/pdf")
    assert part.get_content() == b"%PDF-1.4 \x00\xff"
    assert letter.get_body(("plain",)) is not None
