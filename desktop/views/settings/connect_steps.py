"""What each step of setting up WeCom or DingTalk asks for at the provider, in the order in which they are tried."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

STEPS = ("address", "secret", "reach", "right", "directory")
LAST = "use"
CONTEXT = "ConnectSteps"
translate = QCoreApplication.translate
TITLES: dict[str, object] = {
    "address": QT_TRANSLATE_NOOP("ConnectSteps", "Address of the plant"),
    "secret": QT_TRANSLATE_NOOP("ConnectSteps", "Application and secret"),
    "reach": QT_TRANSLATE_NOOP("ConnectSteps", "Hub's internet address"),
    "right": QT_TRANSLATE_NOOP("ConnectSteps", "Who signs in"),
    "directory": QT_TRANSLATE_NOOP("ConnectSteps", "Directory of people"),
    "use": QT_TRANSLATE_NOOP("ConnectSteps", "Switch it on"),
}
TOLD: dict[str, dict[str, object]] = {
    "wecom": {
        "address": QT_TRANSLATE_NOOP(
            "ConnectSteps",
            "Phones, and WeCom itself, come to this plant by one address. It must begin with https:// and be one that "
            "WeCom accepts: a domain of your company.",
        ),
        "secret": QT_TRANSLATE_NOOP(
            "ConnectSteps",
            "In WeCom's administration, make an application of your own. The company's ID stands under 'My company', "
            "agent ID and secret stand on the application's page.",
        ),
        "reach": QT_TRANSLATE_NOOP(
            "ConnectSteps",
            "On the application's page, under 'Trusted IPs of the company', enter the internet address of this hub. If "
            "you do not know it, try this step: WeCom says which one it was asked from.",
        ),
        "right": QT_TRANSLATE_NOOP(
            "ConnectSteps",
            "On the application's page, under 'Web authorisation and JS-SDK', enter this as the trusted domain and "
            "have it verified:",
        ),
        "directory": QT_TRANSLATE_NOOP(
            "ConnectSteps",
            "On the application's page, widen the visible range to all departments that work here: whom the "
            "application does not see can neither sign in by WeCom nor be compared.",
        ),
    },
    "dingtalk": {
        "address": QT_TRANSLATE_NOOP(
            "ConnectSteps",
            "Phones, and DingTalk itself, come to this plant by one address. It must begin with https://.",
        ),
        "secret": QT_TRANSLATE_NOOP(
            "ConnectSteps",
            "On DingTalk's open platform, make an application of your own. AppKey (client ID), AppSecret and agent ID "
            "stand on the application's page.",
        ),
        "reach": QT_TRANSLATE_NOOP(
            "ConnectSteps",
            "On the application's page, under 'Server egress IPs', enter the internet address of this hub. If you do "
            "not know it, try this step: DingTalk says which one it was asked from.",
        ),
        "right": QT_TRANSLATE_NOOP(
            "ConnectSteps",
            "On the application's page, under 'Sign-in and sharing', enter this as the address to come back to, and "
            "ask for the right to read the signed-in person's own record:",
        ),
        "directory": QT_TRANSLATE_NOOP(
            "ConnectSteps",
            "On the application's page, under 'Rights', ask for reading departments and reading members of the "
            "directory, and let the range be the whole company.",
        ),
    },
}


def told(provider: str, step: str) -> str:
    """What is to be done for a step."""
    return translate(CONTEXT, str(TOLD[provider][step]))


def titled(step: str) -> str:
    """What a step is called."""
    return translate(CONTEXT, str(TITLES[step]))
