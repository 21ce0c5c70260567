"""Documents that a plant keeps as PDF files, read in the limited process before anybody opens them."""

from services.core.refused import Refused
from services.plans.apart import count_apart
from services.plans.drawing import PlanRefused

WHY = {
    "not_pdf": "document_not_pdf",
    "pdf_locked": "document_locked",
    "active": "document_active",
}


def pages_of_document(data: bytes) -> int:
    """How many pages a document has. Raises Refused: document_not_pdf, document_locked, document_active,
    document_damaged, whatever the bytes are."""
    try:
        return count_apart(data)
    except PlanRefused as refused:
        raise Refused(WHY.get(refused.code, "document_damaged")) from refused
