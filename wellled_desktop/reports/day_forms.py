"""What goes with the sessions of a day beside their lines: pauses, the answers on the form, who talked how much, the sign-off."""

from collections.abc import Iterable, Iterator

from wellled_desktop.framework.forms import GROUPS_HEARD, HEAD_COUNT, all_fields
from wellled_desktop.framework.pack import Pack, SessionKind
from wellled_desktop.inspection.commands import Answer
from wellled_desktop.inspection.equality import FEWEST_TOLD, in_room, people_counted, session_in_words
from wellled_desktop.inspection.read_models import DayReport, FormAnswer, Pause, Session, SessionNotes, Share
from wellled_desktop.inspection.speaking import spoken_share, spoken_unspoken
from wellled_desktop.reports.blocks import Block, Column, Heading, Table, TableRow, Words
from wellled_desktop.reports.people import People
from wellled_desktop.reports.wording import SESSION_KIND, clock, count, date_and_time, in_zone, sentence_case

_FORM = (Column("Session", 0.20), Column("On the form", 0.26), Column("What it says", 0.54))


class DayForms:
    """`people` name roles; names are on no form."""

    def __init__(self, report: DayReport, pack: Pack, people: People) -> None:
        self._zone_minutes = report.zone_minutes
        self._people = people
        self._labels = {field.id: field.label for field in all_fields(pack).values()}
        self._places = {field: place for place, field in enumerate(self._labels)}
        self._groups = {group.id: group.title for group in pack.groups}
        self._notes = {one.session_id: one for one in report.notes}

    def blocks(self, sessions: Iterable[Session]) -> Iterator[Block]:
        """Nothing at all where no session has anything to say: every field of a form is optional."""
        rows = [row for session in sessions for row in self._rows(session)]
        if rows:
            yield Heading("From the forms of the sessions", "forms")
            yield Words(
                "What was noted beside the lines. A field that nobody filled in is not listed, and is no fault.",
                quiet=True,
            )
            yield Table(_FORM, tuple(rows))

    def _rows(self, session: Session) -> Iterator[TableRow]:
        """The number and the title stand on the first of a session's rows."""
        called = f"{session.ref}\n{session.title or SESSION_KIND[session.kind]}"
        for label, text in self._facts(session, self._notes.get(session.id, SessionNotes(session.id))):
            yield TableRow((called, label, text))
            called = ""

    def _facts(self, session: Session, notes: SessionNotes) -> Iterator[tuple[str, str]]:
        if session.pauses:
            yield "Paused", ", ".join(map(self._pause, session.pauses))
        for answer in sorted(
            notes.answers, key=lambda one: (self._places.get(one.field, len(self._places)), one.field)
        ):
            yield self._labels.get(answer.field, answer.field), self._told(answer, session.kind, notes)
        if len(notes.talk.shares) > 1:
            yield "Share of talk, by words noted", "; ".join(map(self._share, notes.talk.shares))
        if notes.talk.unspoken:
            yield "Nobody\u2019s talk", spoken_unspoken(notes.talk.unspoken)
        if session.signed_off_at is not None:
            when = date_and_time(in_zone(session.signed_off_at, self._zone_minutes))
            since = "; changed since" if session.changed_since_sign_off else ""
            yield "Signed off", f"{when}, by {session.signed_off_by}{since}"

    def _told(self, answer: FormAnswer, kind: SessionKind, notes: SessionNotes) -> str:
        """What may leave the form: a head count below five, and a group of so few, may not."""
        if answer.field == GROUPS_HEARD:
            return "\n".join(session_in_words(answer.answer, self._groups, kind, in_room(notes.answers)))
        if answer.field == HEAD_COUNT and isinstance(answer.answer, int):
            return sentence_case(people_counted(answer.answer))
        return _said(answer.answer)

    def _pause(self, pause: Pause) -> str:
        began = clock(in_zone(pause.began, self._zone_minutes))
        return f"{began}\u2013{clock(in_zone(pause.until, self._zone_minutes))}" if pause.until else f"since {began}"

    def _share(self, share: Share) -> str:
        who = self._people.speaker(share.speaker) or "nobody in particular"
        return f"{who} {spoken_share(share.share)}".replace(" %", "\u00a0%")


def heads_of(notes: SessionNotes) -> str:
    """How many came, from the form; "" where nobody counted."""
    heads = in_room(notes.answers)
    if heads is None:
        return ""
    return f"{people_counted(heads)} people" if 0 < heads < FEWEST_TOLD else count(heads, "person", "people")


def _said(answer: Answer) -> str:
    if isinstance(answer, bool):
        return "Yes" if answer else "No"
    if isinstance(answer, tuple):
        return "\n".join(f"{place}. {one}" for place, one in enumerate(answer, start=1))
    return sentence_case(str(answer))
