"""What members write back to a WeCom application, and what they are answered: sealed with AES by WeCom and by us alike,
under a signature over what is sealed."""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha1
from secrets import token_bytes
from typing import Any

from services.connectors.plain_xml import BadXml, read_xml
from services.core.refused import Refused

KEY_LETTERS, CHANCE, LENGTH, BLOCK = 43, 16, 4, 32
ANSWER = (
    "<xml><ToUserName><![CDATA[{to}]]></ToUserName><FromUserName><![CDATA[{sender}]]></FromUserName>"
    "<CreateTime>{at}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{text}]]></Content></xml>"
)
ENVELOPE = (
    "<xml><Encrypt><![CDATA[{sealed}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature>"
    "<TimeStamp>{at}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>"
)


@dataclass(frozen=True)
class Reply:
    """A member wrote `text`. `kind` is text, image, event and so on; `at` in seconds since 1970; `agent` is the
    application's number, `id` the message's own."""

    sender: str
    kind: str
    text: str
    id: str
    agent: str
    at: int


@dataclass(frozen=True)
class Seal:
    """Of one application: the `token` that signatures are made with, the `key` of 43 letters, and the id of the
    company, which stands within what is sealed."""

    token: str = field(repr=False)
    key: str = field(repr=False)
    corp: str

    def opened(self, signature: str, at: str, nonce: str, sealed: str) -> str:
        """The text within. Raises Refused: reply_wrong."""
        if not hmac.compare_digest(self.signature(at, nonce, sealed).encode(), signature.encode()):
            raise Refused("reply_wrong")
        try:
            plain = self._plain(b64decode(sealed, validate=True))
            begin = CHANCE + LENGTH
            end = begin + int.from_bytes(plain[CHANCE:begin])
            text, whose = plain[begin:end].decode(), plain[end:].decode()
        except ValueError:
            raise Refused("reply_wrong") from None
        if len(plain) < end or whose != self.corp:
            raise Refused("reply_wrong")
        return text

    def closed(self, text: str, at: str, nonce: str, chance: Callable[[int], bytes] = token_bytes) -> str:
        """The text, sealed and in its envelope."""
        body = text.encode()
        plain = chance(CHANCE) + len(body).to_bytes(LENGTH) + body + self.corp.encode()
        more = BLOCK - len(plain) % BLOCK
        sealer = self._cipher().encryptor()
        sealed = b64encode(sealer.update(plain + bytes([more]) * more) + sealer.finalize()).decode()
        return ENVELOPE.format(sealed=sealed, signature=self.signature(at, nonce, sealed), at=at, nonce=nonce)

    def signature(self, at: str, nonce: str, sealed: str) -> str:
        """SHA-1 over the four texts, sorted and joined, which is what WeCom signs by."""
        parts = "".join(sorted((self.token, at, nonce, sealed)))
        return sha1(parts.encode(), usedforsecurity=False).hexdigest()

    def _plain(self, sealed: bytes) -> bytes:
        opener = self._cipher().decryptor()
        padded: bytes = opener.update(sealed) + opener.finalize()
        more = padded[-1] if padded else 0
        if not 1 <= more <= BLOCK or padded[-more:] != bytes([more]) * more:
            raise ValueError("padding")
        return padded[:-more]

    def _cipher(self) -> Any:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        key = b64decode(self.key + "=")
        return Cipher(algorithms.AES(key), modes.CBC(key[:CHANCE]))


def sealed_in(body: bytes) -> str:
    """What is sealed in a message as it came. Raises Refused: reply_wrong."""
    return _parts(body).get("Encrypt", "")


def reply_of(text: str) -> Reply:
    """What a member sent. Raises Refused: reply_wrong."""
    said = _parts(text.encode())
    at = said.get("CreateTime", "")
    sender, kind, words, id_, agent = (
        said.get(name, "") for name in ("FromUserName", "MsgType", "Content", "MsgId", "AgentID")
    )
    return Reply(sender, kind, words, id_, agent, int(at) if at.isascii() and at.isdecimal() else 0)


def _parts(body: bytes) -> dict[str, str]:
    try:
        return {one.tag: one.text.strip() for one in read_xml(body).children}
    except BadXml:
        raise Refused("reply_wrong") from None


def answer_to(reply: Reply, corp: str, text: str) -> str:
    """A text to whoever wrote, before it is sealed."""
    safe = text.replace("]]>", "]] >")
    return ANSWER.format(to=reply.sender, sender=corp, at=reply.at, text=safe)
