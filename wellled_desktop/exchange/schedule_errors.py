"""What can go wrong with a file of the schedule: each error's text is the one sentence for the user."""


class ScheduleFileError(Exception):
    """A schedule could not be read or written; the record and the file that was there stand as they were."""


class NotReadable(ScheduleFileError):
    """The file is not one that a schedule can be read from."""


class NotWritten(ScheduleFileError):
    """The file could not be written."""
