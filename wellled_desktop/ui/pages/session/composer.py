"""The composer: where a line is written, or an earlier one changed, with eyes on the person and hands on the keys.

Signals of Composer: `written(Composed)` when Enter makes a line; `amended(NoteLine, Composed, reason or None)` when Enter
keeps a change; `touched()` when there is something else to be lost: other text or tags, or another type, speaker or mark
of some text; `speaker_changed()`; `previous_wanted()` on Up in the empty composer.
"""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import NoteLine, SavedDraft, Session
from wellled_desktop.ui.kit.completion import Completions
from wellled_desktop.ui.kit.message import Message
from wellled_desktop.ui.kit.reason_row import ReasonRow
from wellled_desktop.ui.pages.session import long_paragraphs
from wellled_desktop.ui.pages.session.composed import (
    Composed,
    KnownTags,
    as_composed,
    as_draft,
    has_speaker,
    says_something,
    signed_word,
)
from wellled_desktop.ui.pages.session.composer_change import LineChange
from wellled_desktop.ui.pages.session.composer_edit import ComposerEdit
from wellled_desktop.ui.pages.session.composer_offers import ComposerOffers
from wellled_desktop.ui.pages.session.mode_line import ModeLine
from wellled_desktop.ui.pages.session.next_line_strip import NextLineStrip
from wellled_desktop.ui.pages.session.tag_chips import TagChips


class Composer(QWidget):
    written = Signal(object)
    amended = Signal(object, object, object)
    touched = Signal()
    previous_wanted = Signal()
    speaker_changed = Signal()

    def __init__(
        self,
        known: KnownTags,
        completions: Completions,
        needs_reason: Callable[[NoteLine], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._tags: tuple[str, ...] = ()
        self._speaker: str | None = None
        self._alone: str | None = None
        self._had_speaker = True
        self.session_id = ""
        self.message = Message()
        self.mode = ModeLine()
        self.edit = ComposerEdit(completions)
        self.offers = ComposerOffers(self.edit, known, completions, self)
        self.reason = ReasonRow()
        self.chips = TagChips(known.texts)
        self.strip = NextLineStrip(self.chips)
        self.change = LineChange(
            self, self.edit, self.mode, self.reason,
            composed=self.composed, chosen=self._chosen, put=self._put, needs_reason=needs_reason,
        )  # fmt: skip
        self._lay_out()
        self._connect()
        self.clear()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        for part in (self.message, self.mode, self.reason, self.edit, self.strip):
            column.addWidget(part)
        self.setFocusProxy(self.edit)

    def _connect(self) -> None:
        self.edit.entered.connect(partial(self.show_quiet, ""))
        self.edit.committed.connect(self._keep)
        self.edit.previous_wanted.connect(self.previous_wanted)
        self.edit.escaped.connect(self.change.leave)
        self.edit.untag_wanted.connect(self._untag_last)
        self.edit.typed.connect(self.touched)
        self.edit.typed.connect(self._typed)
        self.edit.typed.connect(self.offers.look)
        self.edit.cleaned.connect(self.show_quiet)
        self.edit.refused.connect(self.message.show_sentence)
        self.strip.changed.connect(self.speaker_changed)  # its type says whether there is one
        self.strip.changed.connect(self._tell_speaker)
        self.speaker_changed.connect(self._coded)
        self.change.amended.connect(self.amended)
        self.change.touched.connect(self.touched)
        self.chips.taken_away.connect(self.untag)
        self.offers.tagged.connect(self.tag)
        self.offers.speaking.connect(self.choose_speaker)

    # What stands in it

    @property
    def tags(self) -> tuple[str, ...]:
        return self._tags

    @property
    def amending(self) -> NoteLine | None:
        return self.change.line

    def composed(self) -> Composed:
        """The line as it stands; asks for the whole text, so not for every key."""
        typed = self._as_typed()
        text, typed_tags = self._known.taken_out(typed.text)
        tags = tuple(dict.fromkeys((*typed.tags, *typed_tags)))
        return msgspec.structs.replace(typed, text=text.strip(), tags=tags)

    def draft(self) -> Composed:
        """What would be lost if the laptop went off now."""
        aside = self.change.aside if self.amending else None
        return as_draft(self._as_typed(), aside, may_choose=bool(self.session_id))

    def _chosen(self) -> Composed:
        """With whoever was chosen last, who speaks again once the type has a speaker."""
        return msgspec.structs.replace(self.composed(), speaker=self._speaker)

    def _as_typed(self) -> Composed:
        strip = self.strip
        text, other_way = self.edit.words(), strip.points_other_way
        return Composed(text, strip.line_type, self.speaker, self._tags, strip.claim, strip.weight, other_way)

    def clear(self) -> None:
        """For another session: nothing written, nothing being changed."""
        self.session_id = ""
        self._alone = None
        self.strip.usual = "said"
        self.change.drop()
        self.mode.begin()
        self.message.hide()
        self._put(Composed(""))

    def begin_session(self, session: Session) -> None:
        """With one participant only, they are the speaker. Lines of an observation are usually seen, of others said."""
        self.session_id = session.id
        chosen = self.strip.line_type != self.strip.usual
        self.strip.usual = "seen" if session.kind == "observation" else "said"
        if not chosen:
            self._return_type()
        people = session.present
        self._alone = people[0].id if len(people) == 1 else None
        self.set_speaker(self._alone)

    def show_quiet(self, words: str) -> None:
        """A remark that stays until the next Enter, or until nothing is left here, or as it was, that it could be of."""
        self.mode.show_quiet(words)

    def _typed(self) -> None:
        if self.edit.document().isEmpty():
            self.show_quiet("")

    def put_back(self, draft: SavedDraft) -> None:
        """A draft as it was saved; #ids in it become tags again. What was typed meanwhile stays, after it."""
        text, tags = self._known.taken_out(draft.text)
        self._put_before(text.strip("\n"), tags)
        self._put_coding(as_composed(draft, self._alone))

    def return_line(self, composed: Composed, sentence: str) -> None:
        """A line that was not recorded comes back with the reason why; what was typed meanwhile stays, after it."""
        self.message.show_sentence(sentence)
        if self.amending is not None:
            self.change.add_returned(composed)
            return
        again = self.edit.put_returned(composed.text)
        self._set_tags((*composed.tags, *self._tags))
        before = self._coding()
        self._put_coding(composed)
        if again and before != self._coding():
            words = self.tr("Lines came back together: the type, the speaker and the marks are those of the last one.")
            self.show_quiet(words)

    def _put_coding(self, composed: Composed) -> None:
        """Type and marks, and the speaker where the type has one: otherwise whoever was chosen last is not forgotten."""
        self.strip.show_marks(composed)
        self.strip.set_type(composed.line_type)
        if composed.has_speaker:
            self.set_speaker(composed.speaker)

    def _coding(self) -> Composed:
        return msgspec.structs.replace(self._as_typed(), text="", tags=())

    def _put_before(self, text: str, tags: tuple[str, ...]) -> None:
        self.edit.put_before(text)
        self._set_tags((*tags, *self._tags))

    def _put(self, composed: Composed) -> None:
        self._put_words(composed)
        self.strip.set_type(composed.line_type)
        self.set_speaker(composed.speaker)

    def _put_words(self, composed: Composed) -> None:
        long_paragraphs.fill(self.edit, composed.text)
        self._set_tags(composed.tags)
        self.strip.show_marks(composed)

    def _return_type(self) -> None:
        """To the usual one, without a word of the speaker: nobody chose that."""
        if self.strip.line_type != self.strip.usual:
            self._had_speaker = has_speaker(self.strip.usual)
            self.strip.set_type(self.strip.usual)

    # Speaker and tags

    @property
    def speaker(self) -> str | None:
        """Who was chosen last, where the type has a speaker; a recorded line keeps the one it has while its type stays."""
        line, line_type = self.amending, self.strip.line_type
        as_recorded = line is not None and (line.line_type, line.speaker) == (line_type, self._speaker)
        return self._speaker if as_recorded or self.strip.has_speaker else None

    def set_speaker(self, participant_id: str | None) -> None:
        self._speaker = participant_id
        self.speaker_changed.emit()

    def choose_speaker(self, participant_id: str | None) -> None:
        """By key, click or @; where the type has no speaker this is kept for a line that has one, and said."""
        self.set_speaker(participant_id)
        if self.speaker != participant_id:
            self.show_quiet(self.tr("This type of line has no speaker; said (F2) and data (F5) have."))

    def _tell_speaker(self) -> None:
        """A type without a speaker was chosen while one was set: nobody is dropped without a word."""
        had, self._had_speaker = self._had_speaker, self.strip.has_speaker
        if had == self._had_speaker or self.amending is not None:
            return
        words = self.tr(
            "This type of line has no speaker; whoever was chosen speaks again with said (F2) or data (F5)."
        )
        if had and self._speaker:
            self.show_quiet(words)
        elif self.mode.quiet == words:
            self.show_quiet("")

    def tag(self, node: str) -> None:
        self._set_tags((*self._tags, node))

    def untag(self, node: str) -> None:
        self._set_tags(tuple(tag for tag in self._tags if tag != node))

    def _untag_last(self) -> None:
        self._set_tags(self._tags[:-1])

    def _set_tags(self, tags: tuple[str, ...]) -> None:
        tags = tuple(dict.fromkeys(tags))
        if tags != self._tags:
            self._tags = tags
            self.touched.emit()
        self.chips.show_tags(tags)

    def _coded(self) -> None:
        """Type, speaker and marks without words are nothing that could be lost."""
        if not self.edit.document().isEmpty():
            self.touched.emit()

    # Enter

    def commit(self) -> None:
        """A line is written, or the change is kept; nothing but tags is no line yet. A remark of before goes."""
        self.show_quiet("")
        self._keep()

    def _keep(self) -> None:
        """A remark that stands here now came with this Enter."""
        composed = self.composed()
        if not says_something(composed.text):
            if self.amending is not None:
                self.show_quiet(self.tr("A line needs some words. Del on it in the list retracts it."))
            elif composed.text or composed.tags:
                self.show_quiet(self.tr("A line needs some words."))
            return
        self.message.hide()
        told, line = self.mode.quiet, self.amending
        signed = signed_word(composed.text, line.text if line else "")
        if line is not None:
            self.change.commit(composed)
        else:
            self._put_words(Composed(""))
            self._return_type()
        self.mode.show_as_typed(told, signed)
        if line is None:
            self.written.emit(composed)

    def begin_amending(self, line: NoteLine) -> None:
        """The line's words come into the composer; what was being written is set aside and comes back afterwards."""
        self.change.begin(line)

    def return_change(self, line: NoteLine, composed: Composed, sentence: str) -> None:
        """A change that was not recorded comes back with the reason why."""
        self.change.return_change(line, composed)
        self.message.show_sentence(sentence)
