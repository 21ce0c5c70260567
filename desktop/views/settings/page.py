"""Settings by subject: of this console first, of the plant everywhere else. Each card is saved by itself."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.views.action import Action
from desktop.views.page import Page
from desktop.views.settings.access_card import AccessCard
from desktop.views.settings.backups_card import BackupsCard
from desktop.views.settings.category_card import CategoryCard
from desktop.views.settings.channels_card import ChannelsCard
from desktop.views.settings.connectors_card import WATCHING, ConnectorsCard
from desktop.views.settings.console_card import ConsoleCard
from desktop.views.settings.data_card import DataCard
from desktop.views.settings.devices_card import DevicesCard
from desktop.views.settings.directory_card import DirectoryCard
from desktop.views.settings.drill_card import DrillCard
from desktop.views.settings.form_times_card import FormTimesCard
from desktop.views.settings.grants_card import GrantsCard
from desktop.views.settings.keeping_card import KeepingCard
from desktop.views.settings.label_key_card import LabelKeyCard
from desktop.views.settings.ladders_card import LaddersCard
from desktop.views.settings.modules_card import ModulesCard
from desktop.views.settings.own_categories_card import OwnCategoriesCard
from desktop.views.settings.report_card import ReportCard
from desktop.views.settings.sections import Cards, Section, Sections
from desktop.views.settings.security_card import SecurityCard
from desktop.views.settings.shifts_card import ShiftsCard
from desktop.views.settings.sign_on_card import SignOnCard
from desktop.views.settings.system_card import SystemCard
from desktop.views.settings.systems import BROKER, MAIL, BrokerCard, mail, mes
from desktop.widgets import unconfirmed
from desktop.widgets.address import AddressForm
from desktop.widgets.form import Form
from desktop.widgets.parts import box, button, column, emptied, label, row
from services.core.plant import Plant
from services.store.queries.waiting import fields_waiting

DRILL = ("drill_day", "drill_at", "drill_to")


class SettingsPage(Page):
    """What can be set."""

    key, icon, kinds = (
        "settings",
        "settings",
        frozenset({"plant", "person", "device", "label", "category", "channel", "ladder", "access_policy", "way_in"})
        | {"shift", "backup", "backup_plan", "keeping_policy", "data_export"}
        | {"grant", "grant_policy", "emergency_grant", "permission"},
    )

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Settings")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        return (
            Action(
                name="pairComputer",
                title=translate("SettingsPage", "Pair a computer…"),
                run="pair_computer",
                picture="add",
                anywhere=True,
            ),
            Action(
                name="backUpNow",
                title=translate("SettingsPage", "Back up now"),
                run="back_up",
                picture="add",
                anywhere=True,
            ),
            Action(
                name="exportEverything",
                title=translate("SettingsPage", "Export everything…"),
                run="export",
                picture="add",
                anywhere=True,
            ),
        )

    def build(self) -> None:
        self._marks: list[tuple[QWidget, frozenset[str]]] = []
        self._of_modules: list[tuple[QFrame, str]] = []
        self._filled: dict[str, object] = {}
        self.sections = Sections(self._subjects())
        self.sections.followed.connect(self._on_followed)
        self.first = self.sections.list
        self.setLayout(column(self.head(None), self.sections, gap=0))

    def show_only(self, part: str) -> None:
        """Opens one subject, or brings one card of it into sight; the keys go to the shifts."""
        if part == "channels":
            self._bring("alerts", "channels")
        elif part == "shifts":
            self._bring("plant", "shifts")
            self.shifts.begin()
        else:
            self.sections.show_section(part)

    def pair_computer(self) -> None:
        """Begins the pairing of a computer."""
        self._bring("access", "devices")
        self.devices.pair.click()

    def back_up(self) -> None:
        """Makes a backup now."""
        self._bring("data", "backups")
        self.backups.make.click()

    def export(self) -> None:
        """Begins an export of everything."""
        self._bring("data", "data")
        self.data.make.click()

    def _bring(self, subject: str, card: str) -> None:
        self.sections.show_section(subject)
        self.sections.show_card(getattr(self, card))

    def _subjects(self) -> tuple[Section, ...]:
        return (
            Section("plant", self.tr("Plant and console"), self._make_plant, self._follow_plant),
            Section("hazards", self.tr("Hazards and times"), self._make_hazards, self._follow_hazards),
            Section("alerts", self.tr("Alerts and reports"), self._make_alerts, self._follow_alerts),
            Section("access", self.tr("Signing in and safety"), self._make_access, self._follow_access),
            Section("machines", self.tr("Connected systems"), self._make_machines, self._follow_machines),
            Section("data", self.tr("Data and backups"), self._make_data, self._follow_data),
        )

    def _make_plant(self) -> Cards:
        self.console, self._name = ConsoleCard(self.workbench), column()
        self.address = AddressForm(self.workbench)
        self.address.saved.connect(self._on_saved)
        self.label_key = LabelKeyCard(self.workbench, self.toast)
        self.modules, self.shifts = ModulesCard(self.workbench, self.toast), ShiftsCard(self.workbench, self.toast)
        first = (
            self._card(self.tr("This console"), self.console),
            self._card(self.tr("Plant"), self._name, "name"),
            self._card(self.tr("Address for phones"), self._address(), "address"),
            self._card(self.tr("Key of the labels"), self.label_key, of="labels"),
        )
        second = (
            self._card(self.tr("Modules"), self.modules, "modules_off"),
            self._card(self.tr("Shifts"), self.shifts),
        )
        return first, second

    def _follow_plant(self) -> None:
        for card in (self.console, self.modules, self.shifts, self.label_key, self.address):
            card.follow()
        self.address.setEnabled(self.may("plant.set_address"))
        plant = self.workbench.plant
        if plant is not None and self._is_new("name", plant.name):
            self._fill_name(plant)

    def _make_hazards(self) -> Cards:
        self._hours, self._plan_hours = column(), column()
        self.categories = CategoryCard(self.workbench, self.toast)
        self.own_categories = OwnCategoriesCard(self.workbench, self.toast)
        first = (
            self._card(self.tr("Times allowed, by zone class"), self._hours, "fix_hours", "review_hours"),
            self._card(self.tr("Times allowed, by category"), self.categories, "category_hours"),
            self._card(self.tr("Major hazards"), self._plan_hours, "plan_hours"),
        )
        return first, (self._card(self.tr("Categories of hazards"), self.own_categories),)

    def _follow_hazards(self) -> None:
        self.categories.follow()
        self.own_categories.follow()
        plant = self.workbench.plant
        if plant is not None and self._is_new("hours", (plant.fix_hours, plant.review_hours)):
            self._fill_hours(plant)
        if plant is not None and self._is_new("plan_hours", plant.plan_hours):
            self._fill_plan_hours(plant)

    def _make_alerts(self) -> Cards:
        self.ladders = LaddersCard(self.workbench, self.toast)
        self.drill, self.report = DrillCard(self.workbench, self.toast), ReportCard(self.workbench, self.toast)
        self.channels = ChannelsCard(self.workbench, self.toast)
        self.mail = SystemCard(self.workbench, self.toast, mail())
        first = (
            self._card(self.tr("While nobody acknowledges"), self.ladders, of="alerts"),
            self._card(self.tr("Weekly drill of alerts"), self.drill, *DRILL, of="alerts"),
            self._card(self.tr("Monthly report by mail"), self.report, "report_day", "report_to", of="reports"),
        )
        second = (
            self._card(self.tr("Other ways for alerts"), self.channels, of="alerts"),
            self._card(self.tr("E-mail for alerts"), self.mail, *(f"mail_{name}" for name in MAIL)),
        )
        return first, second

    def _follow_alerts(self) -> None:
        self.ladders.follow()
        self.channels.follow()
        plant = self.workbench.plant
        if plant is not None:
            self.drill.follow(plant)
            self.report.follow(plant)
            self.mail.follow(plant, may=self.may("plant.set_mail"))

    def _make_access(self) -> Cards:
        self.security, self.grants = SecurityCard(self.workbench), GrantsCard(self.workbench, self.toast)
        self.security.page_wanted.connect(self.wanted)
        self.sign_on = SignOnCard(self.workbench, self.toast)
        self.directory = DirectoryCard(self.workbench, self.toast)
        self.devices, self.form_times = DevicesCard(self.workbench, self.toast), FormTimesCard(self.workbench)
        first = (
            self._card(self.tr("How safely the plant is set up"), self.security),
            self._card(self.tr("Signing in"), self.sign_on),
            self._card(
                self.tr("The directory each day"), self.directory, "directory_from", "directory_at", "directory_doubt"
            ),
        )
        second = (
            self._card(self.tr("Roles given by two"), self.grants),
            self._card(self.tr("Computers"), self.devices),
            self._card(self.tr("Phones"), self.form_times),
        )
        return first, second

    def _follow_access(self) -> None:
        for card in (self.security, self.sign_on, self.grants, self.devices):
            card.follow()
        plant = self.workbench.plant
        if plant is not None:
            self.directory.follow(plant)

    def _make_machines(self) -> Cards:
        self.broker = BrokerCard(self.workbench, self.toast)
        self.connectors = ConnectorsCard(self.workbench, self.toast)
        self.mes = SystemCard(self.workbench, self.toast, mes())
        self.access = AccessCard(self.workbench, self.toast)
        first = (
            self._card(self.tr("Sensors"), self.broker, *BROKER),
            self._card(self.tr("Readings over HTTP"), self.connectors),
        )
        second = (
            self._card(self.tr("MES"), self.mes, "mes_url", of="rules"),
            self._card(self.tr("Doors and behaviour analysis"), self.access, of="access"),
        )
        return first, second

    def _follow_machines(self) -> None:
        self.broker.ask()
        self.connectors.follow()
        self.access.follow()
        plant = self.workbench.plant
        if plant is not None:
            self.broker.follow(plant, may=self.may("plant.set_broker"))
            self.mes.follow(plant, may=self.may("plant.set_mes"))

    def _make_data(self) -> Cards:
        self.backups, self.keeping = BackupsCard(self.workbench, self.toast), KeepingCard(self.workbench, self.toast)
        self.data = DataCard(self.workbench, self.toast)
        self.watching = ConnectorsCard(self.workbench, self.toast, WATCHING)
        first = (
            self._card(self.tr("Backups"), self.backups),
            self._card(self.tr("Your data"), self.data),
            self._card(self.tr("Watching the hub"), self.watching),
        )
        return first, (self._card(self.tr("What is kept how long"), self.keeping),)

    def _follow_data(self) -> None:
        for card in (self.backups, self.data, self.watching, self.keeping):
            card.follow()

    def _is_new(self, what: str, value: object) -> bool:
        """Whether this is not what was filled in last, which is kept."""
        new = what not in self._filled or self._filled[what] != value
        self._filled[what] = value
        return new

    def _address(self) -> QVBoxLayout:
        told = self.tr("It is printed into every label. After a change all labels have to be printed again.")
        return column(label(told, "caption", wrap=True), self.address, gap=8)

    def refresh(self) -> None:
        self.sections.look_again()

    def _on_followed(self) -> None:
        plant = self.workbench.plant
        self._show_marks(plant)
        off = plant.modules_off if plant else ()
        self.sections.do_without([card for card, module in self._of_modules if module in off])

    def _card(self, title: str, content: QWidget | QVBoxLayout, *fields: str, of: str = "") -> QFrame:
        """A card; where it sets fields of the plant, with the mark for when the hub has yet to confirm them. One `of` a
        module is there where the plant uses that."""
        head = row(label(title, "section"), None)
        if fields:
            mark = unconfirmed.mark(f"unconfirmed-{fields[0]}")
            self._marks.append((mark, frozenset(fields)))
            head.addWidget(mark)
        made = box(column(head, content, gap=12, margins=(20, 16, 20, 18)), "card")
        if of:
            self._of_modules.append((made, of))
        return made

    def _show_marks(self, plant: Plant | None) -> None:
        waiting = self.workbench.ask(fields_waiting, kind="plant", id_=plant.id) if plant else frozenset()
        for mark, fields in self._marks:
            mark.setVisible(not fields.isdisjoint(waiting))

    def _fill_name(self, plant: Plant) -> None:
        emptied(self._name)
        self._name_form = Form("plant.rename", "plant", "plant", values={"name": plant.name})
        self._name_form.entered.connect(self._on_name)
        self._name.addWidget(self._name_form)
        self._name.addLayout(row(button(self.tr("Save the name"), "savePlantName", self._on_name), None))
        self._name_form.setEnabled(self.may("plant.rename"))

    def _fill_hours(self, plant: Plant) -> None:
        emptied(self._hours)
        values = {"fix_hours": plant.fix_hours, "review_hours": plant.review_hours}
        self._hours_form = Form("plant.set_hours", "", "plant", values=values)
        self._hours_form.entered.connect(self._on_hours)
        told = self.tr("They hold for hazards reported from now on; clocks that run already keep their time.")
        self._hours.addWidget(self._hours_form)
        self._hours.addWidget(label(told, "caption", wrap=True))
        self._hours.addLayout(row(button(self.tr("Save the times"), "saveHours", self._on_hours), None))
        self._hours_form.setEnabled(self.may("plant.set_hours"))

    def _fill_plan_hours(self, plant: Plant) -> None:
        emptied(self._plan_hours)
        self._plan_form = Form("plant.set_plan_hours", "", "plant", values={"plan_hours": plant.plan_hours})
        self._plan_form.entered.connect(self._on_plan_hours)
        told = self.tr("So long the five requirements may take; then the deadline that they name holds.")
        self._plan_hours.addWidget(self._plan_form)
        self._plan_hours.addWidget(label(told, "caption", wrap=True))
        save = button(self.tr("Save the time"), "savePlanHours", self._on_plan_hours)
        self._plan_hours.addLayout(row(save, None))
        for part in (self._plan_form, save):
            part.setEnabled(self.may("plant.set_plan_hours"))

    def _on_plan_hours(self) -> None:
        self._run("plant.set_plan_hours", self._plan_form)

    def _on_name(self) -> None:
        self._run("plant.rename", self._name_form)

    def _on_hours(self) -> None:
        self._run("plant.set_hours", self._hours_form)

    def _run(self, kind: str, form: Form) -> None:
        values = form.values()
        if len(values) < form.count:
            self.toast.bad(self.tr("Please fill in every field."))
        elif self.workbench.run(kind, **values).ok:
            self._on_saved()

    def _on_saved(self) -> None:
        self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
