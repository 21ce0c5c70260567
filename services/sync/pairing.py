"""The line by which a computer is paired: the hub's address and a one-time code in one, as text and as a QR code; where
the hub shows a certificate of the plant's own, also the pin of the authority that it must come from.

The code stands behind the '#', which a browser that opens the address by mistake sends to nobody.
"""

import base64
import hashlib
import io
import re
from urllib.parse import urlsplit

from services.core.refused import Refused

CODE = re.compile(r"[0-9A-Z]{4}-?[0-9A-Z]{4}(\.[2-7A-Z]{32})?")
PLANT = re.compile(r"/at/[a-z0-9-]+")  # where one address stands for several plants
PIN_BYTES = 20


def pairing_line(address: str, code: str, pin: str = "") -> str:
    """`https://10.0.0.5:8743/pair#ABCD-EFGH.PIN`, or without a pin `http://10.0.0.5:8750/pair#ABCD-EFGH`."""
    return f"{address.rstrip('/')}/pair#{shown(code)}{'.' + pin if pin else ''}"


def pin_of(der: bytes) -> str:
    """32 letters and digits that stand for a certificate: 160 bits of its SHA-256."""
    return base64.b32encode(hashlib.sha256(der).digest()[:PIN_BYTES]).decode()


def shown(code: str) -> str:
    """The code as people read it: ABCD-EFGH."""
    return f"{code[:4]}-{code[4:]}"


def read_line(text: str, address: str = "") -> tuple[str, str]:
    """The hub's address and the code of a pairing line (with its pin, where it has one), of 'address code', or of a
    bare code together with `address`. Raises Refused: pairing_line_wrong."""
    where, _, code = text.strip().replace(" ", "#").rpartition("#")
    code = code.upper()
    parts = urlsplit(where if "://" in where or not where else f"http://{where}")
    plant = PLANT.match(parts.path)
    found = f"{parts.scheme}://{parts.netloc}{plant[0] if plant else ''}" if parts.netloc else address.strip()
    if not CODE.fullmatch(code) or not found:
        raise Refused("pairing_line_wrong")
    return found if "://" in found else f"http://{found}", code.replace("-", "")


def read_picture(data: bytes) -> str:
    """The text of the QR code on a picture. Raises Refused: no_code_in_picture."""
    import zxingcpp
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "BMP", "WEBP", "GIF")) as image:
            found = zxingcpp.read_barcodes(image.convert("L"))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise Refused("no_code_in_picture") from None
    texts = [one.text for one in found if "#" in one.text]
    if not texts:
        raise Refused("no_code_in_picture")
    return str(texts[0])
