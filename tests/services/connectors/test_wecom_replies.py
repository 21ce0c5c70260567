"""What members write back to WeCom: the vendor's own published examples, and what is not quite like them."""

import pytest

from services.connectors.wecom_replies import Seal, answer_to, reply_of, sealed_in
from services.core.refused import Refused

SAMPLE = Seal("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7")
SEALED = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=="
SIGNED = ("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "1409659589", "263014780", SEALED)
HELLO = (
    "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3"
    "TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gs"
    "ijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUa"
    "x5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIG"
    "HBZZIs2pDBS8R07+qN+E7Q=="
)


def test_the_vendors_example_opens():
    assert SAMPLE.opened(*SIGNED) == "1616140317555161061"


def test_a_message_is_read():
    body = f"<xml><ToUserName><![CDATA[x]]></ToUserName><Encrypt><![CDATA[{HELLO}]]></Encrypt></xml>".encode()
    signed = ("477715d11cdb4164915debcba66cb864d751f3e6", "1409659813", "1372623149", sealed_in(body))
    reply = reply_of(SAMPLE.opened(*signed))
    assert (reply.sender, reply.kind, reply.text) == ("mycreate", "text", "hello")
    assert (reply.id, reply.agent, reply.at) == ("4561255354251345929", "218", 1409659813)


@pytest.mark.parametrize("at", range(4))
def test_one_letter_off_is_refused(at):
    wrong = [*SIGNED]
    wrong[at] = wrong[at][:-3] + ("A" if wrong[at][-3] != "A" else "B") + wrong[at][-2:]
    with pytest.raises(Refused, match="reply_wrong"):
        SAMPLE.opened(*wrong)


def test_a_right_signature_does_not_help_what_is_no_seal_or_anothers():
    other = Seal(SAMPLE.token, SAMPLE.key, "wx-other")
    for whose, sealed in ((other, SEALED), (SAMPLE, "AAAA"), (SAMPLE, "不是"), (SAMPLE, SEALED[:-4]), (SAMPLE, "")):
        with pytest.raises(Refused, match="reply_wrong"):
            whose.opened(whose.signature("1", "2", sealed), "1", "2", sealed)
    for body in (b"", b"<xml>", b"<!DOCTYPE x [<!ENTITY a 'b'>]><xml/>", b"\xff\xfe"):
        with pytest.raises(Refused, match="reply_wrong"):
            sealed_in(body)
    assert sealed_in(b"<xml/>") == ""


@pytest.mark.parametrize("text", ["", "收到", "x" * 5000, "]]><a/>"])
def test_what_is_closed_here_opens_again(text):
    reply = reply_of("<xml><FromUserName><![CDATA[sunli]]></FromUserName><CreateTime>7</CreateTime></xml>")
    closed = SAMPLE.closed(answer_to(reply, SAMPLE.corp, text), "7", "n")
    sealed = sealed_in(closed.encode())
    again = reply_of(SAMPLE.opened(SAMPLE.signature("7", "n", sealed), "7", "n", sealed))
    assert (again.sender, again.text.replace("]] >", "]]>")) == (SAMPLE.corp, text)
    assert f"<MsgSignature><![CDATA[{SAMPLE.signature('7', 'n', sealed)}]]>" in closed
