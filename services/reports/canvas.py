"""A PDF document of ours, begun."""

from typing import IO, Any

from services.reports.typeset import face_name
from services.words import say


def begun(data: IO[bytes], title: str, lang: str, *, undated: bool = False) -> Any:
    """reportlab's canvas with title, language and font, whose viewer is told not to scale it. One that is `undated` has
    the same bytes whenever it is made."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # text-only streams are for wires of the last century and cost a quarter of the file
    tongue = "en" if lang == "en" else "zh-CN"
    canvas = Canvas(data, pageCompression=1, initialFontName=face_name(400), lang=tongue, invariant=undated)
    canvas.setTitle(title)
    canvas.setCreator(say("label.program", lang))
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas
