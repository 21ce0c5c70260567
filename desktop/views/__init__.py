"""The window and its pages. How to write a page:

    class HazardsPage(Page):
        key, icon, kinds = "hazards", "hazards", frozenset({"hazard", "zone"})

        @staticmethod
        def title() -> str: ...            # QCoreApplication.translate("Pages", "Hazards")

        def build(self) -> None: ...       # arrange widgets into self; called once, when first shown
        def refresh(self) -> None: ...     # ask again and show; called when one of `kinds` changed while visible,
                                           # or when the page is shown and they changed meanwhile

`self.workbench` runs operations and answers questions, `self.tasks` does what takes long, `self.toast` tells.
A page puts `self.head(...)` on top: title, chips, tools. Register it in desktop/views/pages.py.
"""
