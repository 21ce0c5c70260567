"""The window and its pages. How to write a page:

    class HazardsPage(Page):
        key, icon, kinds = "hazards", "hazards", frozenset({"hazard", "zone"})

        @staticmethod
        def title() -> str: ...            # QCoreApplication.translate("Pages", "Hazards")

        def build(self) -> None: ...       # arrange widgets into self; called once, when first shown
        def refresh(self) -> None: ...     # ask again and show; called when one of `kinds` changed while visible,
                                           # or when the page is shown and they changed meanwhile

`self.workbench` runs operations and answers questions, `self.tasks` does what takes long, `self.toast` tells what was
done; what is refused the window tells by itself. `self.may(kind)` says whether this person may issue an operation.
A page is thin: it reads the selected record, builds an operation, shows a refusal. It keeps no copy of records.

Parts that are there (desktop/widgets), so that every page feels alike:

    self.head(...)          the first line: title, then chips and tools; None takes what room is left
    Table(name, columns)    columns are desktop.models.record_table.Column; `show_rows(records)` keeps the selection
    SidePanel(name)         `start(title)`, fill `body` and `foot`, `end()`; Esc closes it
    Form(kind, ...)         fields from an operation's schema; `values()` are its arguments
    EmptyState(...)         what will be here, and the one action that fills it
    label, button, joined, pill, box, row, column     from desktop.widgets.parts; a look is named, never styled

Words: English in the code by self.tr("literal"), with values put in by .format; their Chinese goes into
desktop/strings/zh/<area>.json, then run `python -m desktop.strings.build update`. What a code is called (a refusal, a
role, a state) comes from desktop.words.say. Moments and spans are said by desktop.words only.
Colours and sizes come from desktop.style.tokens; what paints by itself listens to desktop.style.theme.theme.changed.
Every widget that a person or a test reaches for has an object name; what shows no text has an accessible name.

Register a page in desktop/views/pages.py: its key, its place, its title. It is imported when it is first shown.
"""
