"""What is wrong when WeCom or DingTalk refuses a call: a code that has words for whoever sets it up."""

import re

from services.alerts.receipt import Receipt

# https://developer.work.weixin.qq.com/document/path/90313 and DingTalk's own numbers, where they mean one thing
KNOWN = {
    "60020": "ip_not_listed",
    "40001": "secret_wrong",
    "40089": "secret_wrong",
    "40091": "secret_wrong",
    "40013": "corp_wrong",
    "40073": "code_wrong",
    "40029": "code_wrong",
    "40078": "code_wrong",
    "42003": "code_wrong",
    "48002": "no_right",
    "60011": "no_right",
    "301002": "agent_wrong",
    "40056": "agent_wrong",
    "50001": "domain_not_trusted",
}


OUT_OF_SIGHT = "60011"  # of WeCom: of people and departments; of DingTalk, where it is wrapped: a right that is missing
ASKED_FROM = re.compile(r"\bip\W{1,3}(\d{1,3}(?:\.\d{1,3}){3})\b", re.IGNORECASE)


def trouble_of(receipt: Receipt) -> str:
    """The code for words `sign_on.<code>`: that of the receipt, unless the provider's own number tells more."""
    number = receipt.text.partition(" ")[0]
    if number == OUT_OF_SIGHT and receipt.code == "no_such_person":
        return "not_visible"
    return KNOWN.get(number, receipt.code)


def asked_from(text: str) -> str:
    """The internet address that a provider says it was asked from, as whoever has to list it needs it; else empty."""
    found = ASKED_FROM.search(text)
    return found[1] if found else ""
