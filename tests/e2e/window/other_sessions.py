"""A focus group of fourteen, a panel of four, and the observation of a board, each by keyboard alone."""

from tests.e2e.window.at_work import COMPOSER, AtWork

HEAD_COUNT = "14"
WHO_CAME = ("Band 5 nurses", "Band 6 nurses", "Healthcare assistants")
CHALLENGE = "Non-executives asked for the waiting list by site, twice"


def hold_focus_group(work: AtWork) -> None:
    """Nobody is named: several, nobody answered, disagreement, silence; how many came stands on the form."""
    work.plan("11:00 focus group head of nursing 60 canteen by Petra", "", "focus-group-planned")
    work.open_planned()
    work.line("Handover is rushed on late shifts", "Alt+S")
    work.line("Asked who they would tell of a mistake", "Alt+N")
    work.line("Some feel safe to speak up, some do not", "Alt+D", "F8")
    work.line("A pause of half a minute when bullying was named", "Alt+L")
    work.press("Ctrl+Shift+F")
    work.person.press_until("Shift+Tab", "Head count")
    work.type(HEAD_COUNT)
    work.press("Tab")
    for group in WHO_CAME:
        work.type(group)
        work.press("Return")
    work.wait("The form", lambda: {"head-count", "who-came"} <= set(work.answers()))
    work.picture("focus-group")


def hold_panel(work: AtWork) -> None:
    """Four in the room, each with a key; who spoke how much is shown once it has ended."""
    typed = "13:00 panel chief executive, medical director, nursing director and director of HR 60 board room"
    work.plan(typed, "", "panel-planned")
    work.open_planned()
    work.line("The four of us meet each Monday, and read the incidents together", "Alt+1")
    work.line("Theatres are the worry", "Alt+2")
    work.line("Vacancies are down to 6 %", "Alt+3")
    work.line("Exit interviews say it is the rotas", "Alt+4")
    work.line("Whether the rotas are the cause", "Alt+D")
    work.press("Ctrl+Shift+E")
    work.wait("The end", lambda: work.session().ended_at)
    work.see("Share of talk")
    _down_to(work, "Claims to follow up", "To follow up")
    work.picture("panel-with-share-of-talk")


def _down_to(work: AtWork, *names: str) -> None:
    """Along the right panel until it shows what stands there."""
    work.person.wait("The panel", lambda: work.person.focus_name().startswith(COMPOSER))
    work.person.press_until("Tab", names[-1])


def observe_board(work: AtWork) -> None:
    """Ninety minutes of a board: what is seen, with nobody to answer; the form asks what an observation asks."""
    work.plan("14:30 observation of trust chair and non-exec directors 90 board room", "", "board-planned")
    work.open_planned()
    work.line("The chair opened with a patient's story")
    work.line(CHALLENGE, "F9")
    work.line("Finance had 40 of 90 minutes, quality 15", "F5", "Alt+0")
    work.press("Ctrl+Shift+F")
    work.person.press_until("Tab", "Quorate")
    work.press("Down")
    work.person.press_until("Tab", "Challenge by non-executives seen")
    work.type(CHALLENGE)
    work.press("Esc")
    work.focus_on(COMPOSER)
    work.wait("The form", lambda: {"quorate", "challenge-seen"} <= set(work.answers()))
    work.picture("board-observed")
