"""Who speaks the next line, or the selected ones: chosen by key, by click or by @, and shown in the strip and in the list."""

from PySide6.QtCore import QObject

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_voice
from wellled_desktop.inspection.words import Voice
from wellled_desktop.ui.kit.speaking import speaker_words
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.line_actions import LineActions
from wellled_desktop.ui.pages.session.people_finding import speakers
from wellled_desktop.ui.pages.session.people_list import PeopleList


class SpeakerChoice(QObject):
    def __init__(
        self, parent: QObject, titles: dict[str, str], actions: LineActions, composer: Composer, people: PeopleList
    ) -> None:
        super().__init__(parent)
        self._titles = titles
        self._actions = actions
        self._composer = composer
        self._people = people
        self._session: Session | None = None
        composer.speaker_changed.connect(self.show)
        people.speaker_chosen.connect(self.choose)

    def show_session(self, session: Session) -> None:
        """Those taken off the list are not offered any more; lines they spoke go on naming them."""
        self._session = session
        everybody = speakers(session.present, self._titles)
        self._composer.offers.know_people(everybody)
        self._composer.strip.know_speakers(one.words for one in everybody)
        gone = {person.id for person in session.participants if person.removed}
        if self._composer.speaker in gone and self._composer.amending is None:
            self._composer.set_speaker(None)
        self._people.show_people(session.present, self._composer.speaker)
        self.show()

    def choose(self, speaker: str | None) -> None:
        if self._actions.set_speaker(speaker):
            self.show()  # the list goes on showing the speaker of the next line
        else:
            self._composer.choose_speaker(speaker)

    def choose_number(self, number: int) -> None:
        present = self._session.present if self._session else ()
        if number == 0:
            self.choose(None)
        elif number <= len(present):
            self.choose(present[number - 1].id)
        else:
            words = self.tr("Nobody in the room has Alt+%1; the speaker is as before.")
            self._composer.show_quiet(words.replace("%1", str(number)))

    def choose_voice(self, voice: Voice) -> None:
        self.choose(voice)

    def show(self) -> None:
        speaker = self._composer.speaker
        people = {person.id: person for person in self._session.participants} if self._session else {}
        person = people.get(speaker or "")
        self._composer.strip.show_speaker(speaker_words(person, self._titles) if person else spoken_voice(speaker))
        self._people.show_speaker(speaker)
