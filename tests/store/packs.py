"""A tiny framework, invented, for tests that need some framework but not the real one."""

import datetime as dt

import msgspec

from wellled_desktop.framework.groups import Group
from wellled_desktop.framework.pack import Form, FormField, KeyEvidence, Kloe, Pack, Prompt, Role, SubItem, VersionLabel
from wellled_desktop.inspection.commands import CreateInspection, TeamMember

INSPECTION = "01900000-0000-7000-8000-000000000001"

_FIELDS = (
    FormField("opening", "Opening statement given", "yes-no"),
    FormField("heads", "Head count", "number"),
    FormField("worries", "Top three worries", "list", most=3),
    FormField("summary", "Summary", "text"),
    FormField("quorate", "Quorate", "choice", choices=("yes", "no")),
)


def tiny_pack() -> Pack:
    """One KLOE with a prompt, two evidence items (one with a sub-item) and two roles."""
    kloe = Kloe(
        id="W1",
        question="Is there the leadership?",
        sub_heading="Leadership",
        lines=(1,),
        prompts=(Prompt(id="W1.1", text="Are leaders visible?", lines=(2,)),),
        guidance=(),
        evidence=(
            KeyEvidence(id="W1.E1", text="Interview the board", lines=(3,), kind="interview"),
            KeyEvidence(
                id="W1.E2",
                text="Frameworks",
                lines=(4,),
                kind="document",
                items=(SubItem(id="W1.E2.1", text="Scheme of delegation", lines=(5,)),),
            ),
        ),
        references=(),
    )
    roles = (
        Role(id="chief-executive", title="chief executive", group="key", lines=(6,)),
        Role(id="governors", title="a sample of governors", group="key", lines=(7,)),
    )
    return Pack(
        id="tiny",
        title="Tiny",
        subtitle="",
        version=VersionLabel("v0", in_seed=False, source="invented"),
        updates=(),
        approach=(),
        interview_rules=(),
        trust_type_notes=(),
        guidance_notes=(),
        inspection_tools=(),
        roles=roles,
        kloes=(kloe,),
        forms=(Form("any", "Any", _FIELDS),),
    )


def pack_with_groups() -> Pack:
    """The same, with two groups that may be heard, and a place for them and for a head count on every form."""
    fields = (FormField("head-count", "Head count", "number"), FormField("groups-heard", "Groups heard", "groups"))
    groups = (Group("night-staff", "Night staff", "staff"), Group("carers", "Carers", "patients"))
    return msgspec.structs.replace(tiny_pack(), forms=(Form("any", "Any", (*_FIELDS, *fields)),), groups=groups)


def create_inspection() -> CreateInspection:
    """An inspection of an invented trust, on the tiny framework."""
    return CreateInspection(
        id=INSPECTION,
        trust_name="Example Vale NHS Trust",
        provider_code="RXX",
        trust_types=("acute",),
        start_date=dt.date(2026, 11, 24),
        days=3,
        team=(TeamMember("A. Inspector", "lead"),),
        framework=msgspec.json.encode(tiny_pack()).decode(),
    )
