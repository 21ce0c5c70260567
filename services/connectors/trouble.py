"""What is wrong when WeCom or DingTalk refuses a call: a code that has words for whoever sets it up."""

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
    "301002": "no_right",
    "50001": "domain_not_trusted",
}


def trouble_of(receipt: Receipt) -> str:
    """The code for words `sign_on.<code>`: that of the receipt, unless the provider's own number tells more."""
    return KNOWN.get(receipt.text.partition(" ")[0], receipt.code)
