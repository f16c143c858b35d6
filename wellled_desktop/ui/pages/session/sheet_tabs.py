"""The left of the session page: the question sheet and the role card, one behind the other."""

from PySide6.QtWidgets import QTabWidget, QWidget

from wellled_desktop.ui.pages.session.card_panel import CardPanel
from wellled_desktop.ui.pages.session.sheet_panel import SheetPanel


class SheetTabs(QTabWidget):
    def __init__(self, sheet: SheetPanel, card: CardPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._card = card
        self.setDocumentMode(True)
        for named in (self, self.tabBar()):
            named.setAccessibleName(self.tr("Question sheet or role card"))
        self.tabBar().setExpanding(False)
        self.tabBar().setUsesScrollButtons(False)
        self.addTab(sheet, self.tr("&Question sheet"))
        self.addTab(card, self.tr("&Role card"))
        for place, keys in enumerate(("Alt+Q", "Alt+R")):
            self.setTabToolTip(place, f"{self.tabText(place).replace('&', '')} ({keys})")
        self.show_card()

    @property
    def shows_sheet(self) -> bool:
        return self.currentWidget() is self._sheet

    def show_sheet(self) -> None:
        self.setCurrentWidget(self._sheet)

    def show_card(self) -> None:
        self.setCurrentWidget(self._card)
