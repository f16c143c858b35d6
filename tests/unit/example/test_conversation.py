"""A meeting of whose content too little is written says where, and nothing is made up for it."""

import random

import msgspec
import pytest

from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.conversation import Conversation
from wellled_desktop.inspection.example.wording import Wording
from wellled_desktop.inspection.example.writing import ContentError


def first_meeting(content: ExampleContent) -> Conversation:
    chance = random.Random(1)  # noqa: S311  a seed, no secret
    return Conversation(content.sessions[0], content, Wording(chance, content.slots, ["{line}"]), chance)


def test_where_there_is_nothing_to_read_it_says_after_which_meeting(content: ExampleContent) -> None:
    unread = first_meeting(msgspec.structs.replace(content, prompts={}, documents=()))
    with pytest.raises(ContentError, match=f"^Nothing left to read after {content.sessions[0].key}.$"):
        unread.reading()


def test_where_nobody_opens_a_meeting_it_says_which(content: ExampleContent) -> None:
    parts = ("opening", "arriving", "closing", "leaving")
    silent = first_meeting(msgspec.structs.replace(content, talk={**content.talk, **dict.fromkeys(parts, ())}))
    with pytest.raises(ContentError, match=f"^Too few sentences for “.*” in {content.sessions[0].key}.$"):
        silent.lines(20)


def test_a_document_is_read_again_where_all_has_been_read(content: ExampleContent) -> None:
    sentence = content.documents[0]
    meeting = msgspec.structs.replace(content, prompts={}, documents=(sentence,))
    chance = random.Random(1)  # noqa: S311  a seed, no secret
    wording = Wording(chance, content.slots, ["{line}"])
    texts = [Conversation(content.sessions[0], meeting, wording, chance).reading().text for _ in range(20)]
    assert len(set(texts)) < len(texts) == 20
