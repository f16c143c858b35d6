"""The pack as others may read it: the published document's own words and our ids, and nothing else of ours."""

from wellled_desktop.framework.pack import AppliesTo, Guidance, KeyEvidence, Kloe, Pack, SubItem

Json = dict[str, object]


def published_form(pack: Pack) -> Json:
    """What `wellled framework show --json` prints; `applies_to` is the wording of a limit in the text, or None."""
    return {
        "id": pack.id,
        "version": pack.version.label,
        "title": pack.title,
        "updates": [{"section": one.section, "pages": one.pages, "detail": one.detail} for one in pack.updates],
        "roles": [
            {"id": role.id, "title": role.title, "group": role.group, "remarks": role.remarks} for role in pack.roles
        ],
        "kloes": [_kloe(kloe) for kloe in pack.kloes],
    }


def _kloe(kloe: Kloe) -> Json:
    return {
        "id": kloe.id,
        "question": kloe.question,
        "sub_heading": kloe.sub_heading,
        "prompts": [{"id": one.id, "text": one.text, "applies_to": _wording(one.applies_to)} for one in kloe.prompts],
        "guidance": [_guidance(one) for one in kloe.guidance],
        "evidence": [_evidence(one) for one in kloe.evidence],
        "references": [{"id": one.id, "text": one.text, "note": one.note} for one in kloe.references],
    }


def _guidance(guidance: Guidance) -> Json:
    return {
        "id": guidance.id,
        "text": guidance.text,
        "items": _items(guidance.items),
        "applies_to": _wording(guidance.applies_to),
        "themes": list(guidance.themes),
    }


def _evidence(evidence: KeyEvidence) -> Json:
    return {
        "id": evidence.id,
        "text": evidence.text,
        "items": _items(evidence.items),
        "roles": list(evidence.roles),
        "kind": evidence.kind,
    }


def _items(items: tuple[SubItem, ...]) -> list[Json]:
    return [{"id": item.id, "text": item.text} for item in items]


def _wording(limit: AppliesTo | None) -> str | None:
    """What the text itself says; a limit that is only its sense is ours and is left out."""
    return limit.wording if limit and limit.stated else None
