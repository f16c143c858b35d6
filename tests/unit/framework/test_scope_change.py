"""What another trust type would show and hide, with the reason of each."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from wellled_desktop.framework.pack import TRUST_TYPES, Kloe, Pack, TrustType, walk
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.framework.scope_change import scope_change

TYPES = st.lists(st.sampled_from(TRUST_TYPES), min_size=1, max_size=5, unique=True).map(tuple)


def test_from_acute_to_mental_health_one_prompt_comes_and_one_role_goes(pack: Pack) -> None:
    change = scope_change(pack, scope_for(pack, ("acute",)), scope_for(pack, ("mental-health",)))
    assert [one.id for one in change.shown] == ["W4.5"]
    assert change.shown[0].why.endswith("this trust is recorded as acute.")
    assert [one.id for one in change.hidden] == ["director-of-infection-prevention-and-control"]
    assert change.hidden[0].why.endswith("this trust is recorded as mental health.")


def test_the_same_type_changes_nothing(pack: Pack) -> None:
    for kind in TRUST_TYPES:
        change = scope_change(pack, scope_for(pack, (kind,)), scope_for(pack, (kind,)))
        assert change.shown == change.hidden == ()


def test_there_and_back_again_shows_what_it_hid(pack: Pack) -> None:
    for before, after in permutations(TRUST_TYPES, 2):
        there = scope_change(pack, scope_for(pack, (before,)), scope_for(pack, (after,)))
        back = scope_change(pack, scope_for(pack, (after,)), scope_for(pack, (before,)))
        assert {one.id for one in there.hidden} == {one.id for one in back.shown}
        assert {one.id for one in there.shown} == {one.id for one in back.hidden}


@given(TYPES, TYPES)
def test_a_change_names_exactly_what_turns(
    pack: Pack, before: tuple[TrustType, ...], after: tuple[TrustType, ...]
) -> None:
    was, will_be = scope_for(pack, before), scope_for(pack, after)
    change = scope_change(pack, was, will_be)
    known = [node.id for _, node in walk(pack) if not isinstance(node, Kloe)] + [role.id for role in pack.roles]
    assert [one.id for one in change.shown] == [one for one in known if not was.applies(one) and will_be.applies(one)]
    assert [one.id for one in change.hidden] == [one for one in known if was.applies(one) and not will_be.applies(one)]
