"""The question sheet of a session: what to ask, in order, and what became of each question."""

import msgspec

from wellled_desktop.inspection.words import QuestionOrigin, QuestionState


class NewQuestion(msgspec.Struct, frozen=True):
    """`node` is the prompt, guidance or key evidence it serves (None: none); `why` says why it is on the sheet."""

    id: str
    text: str
    why: str
    origin: QuestionOrigin
    node: str | None = None


class AddQuestions(msgspec.Struct, frozen=True, tag=True):
    """Puts the questions at the end of the session's sheet."""

    session: str
    questions: tuple[NewQuestion, ...]


class WithdrawQuestions(msgspec.Struct, frozen=True, tag=True):
    """Takes questions off their sheets as if they had not been added: only such as nothing has become of yet."""

    questions: tuple[str, ...]


class OrderSheet(msgspec.Struct, frozen=True, tag=True):
    """The whole order of the sheet, by question id; questions not named keep their order, after those that are."""

    session: str
    questions: tuple[str, ...]


class SetQuestionState(msgspec.Struct, frozen=True, tag=True):
    question: str
    state: QuestionState
