"""The fourth act: the day at a glance, and its report as a PDF."""

from wellled_desktop.ui.example_day import fieldwork, interview
from wellled_desktop.ui.example_day.stage import Stage

REPORT = "day-report.pdf"
_REPORT_SECONDS = 40


def play(stage: Stage) -> None:
    person = stage.person
    session = stage.program.place()
    person.press("Ctrl+1")
    person.see(fieldwork.TICKED, fieldwork.ENTRY, interview.LINES[2].text, fieldwork.REQUESTED)
    stage.tell("Evening: Today shows the session, what was gathered, what is open", "today-evening")
    person.press("Ctrl+E")
    person.see("Day report")
    report = stage.leavings.path(REPORT)
    person.go_into("File to save the report in")
    person.type_anew(str(report))
    person.press("Ctrl+Return")
    person.see("The report is written:", seconds=_REPORT_SECONDS)
    person.wait("The report's file", report.is_file)
    stage.tell("The day report is exported", "report-done")
    person.press("Alt+Left", "Alt+Left")
    person.wait("The session again", lambda: stage.program.place() == session)
