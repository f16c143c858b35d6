"""What # and @ offer while one types in the composer, and what taking it does to the text.

Signals of ComposerOffers: `tagged(str)` with a node that becomes a tag; `speaking(str)` with who speaks the line.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from wellled_desktop.ui.kit.completion import Completions, Offer, person_at_end, token_at_end
from wellled_desktop.ui.pages.session.composed import KnownTags
from wellled_desktop.ui.pages.session.composer_edit import ComposerEdit
from wellled_desktop.ui.pages.session.people_finding import Somebody, find_people


class ComposerOffers(QObject):
    tagged = Signal(str)
    speaking = Signal(str)

    def __init__(self, edit: ComposerEdit, known: KnownTags, completions: Completions, parent: QObject) -> None:
        super().__init__(parent)
        self._edit = edit
        self._known = known
        self._completions = completions
        self._everybody: tuple[Somebody, ...] = ()
        completions.chosen.connect(self._take_tag)
        completions.person_chosen.connect(self._take_person)

    def know_people(self, everybody: Sequence[Somebody]) -> None:
        self._everybody = tuple(everybody)

    def look(self) -> None:
        """After each change of the text: offers what stands before the caret may mean. Never looks at more than that."""
        before = self._edit.before_caret()
        token = token_at_end(before) if "#" in before else None
        if token is not None and token.endswith(" ") and (node := self._known.exact(token)):
            self._take_tag(node)
            return
        person = person_at_end(before) if token is None and "@" in before else None
        if person is None:
            self._completions.offer(token, self._edit, settled=self._is_settled(before, token))
            return
        found = find_people(self._everybody, person)
        offers = [Offer(one.id, f"Alt+{one.key}" if one.key else "", "", one.words) for one in found]
        self._completions.offer_people(person, offers, self._edit)

    def _is_settled(self, before: str, token: str | None) -> bool:
        """Whether Enter takes nothing: an id is typed in full or a space ends the words, and there is more than the token."""
        if token is None or not (token.endswith(" ") or self._known.exact(token)):
            return False
        return self._edit.document().characterCount() - 1 > _with_signs(before, token)

    def _take_tag(self, node: str) -> None:
        """The #-token before the caret becomes a tag."""
        self._cut(token_at_end)
        self.tagged.emit(node)

    def _take_person(self, person: str) -> None:
        """The @-token before the caret becomes the speaker."""
        self._cut(person_at_end)
        self.speaking.emit(person)

    def _cut(self, at_end: Callable[[str], str | None]) -> None:
        before = self._edit.before_caret()
        token = at_end(before)
        if token is not None:
            self._edit.cut_before_caret(_with_signs(before, token))
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _with_signs(before: str, token: str) -> int:
    """The length of the token with the sign before it, or several."""
    others = before[: len(before) - len(token)].rstrip("#")
    return max(len(before) - len(others), len(token) + 1)
