"""What is in force on a day, as SQL: notices by their spells, requirements by their period and what ends them alone."""

from __future__ import annotations

from datetime import date


def today() -> str:
    """The day on which the status is asked where no other is given."""
    return date.today().isoformat()


def status_on(row: str, day: str | None) -> str:
    """The SQL for the status of the notice in the column `row` on `day` (ISO; `None`: today)."""
    when = _quoted(day)
    return f"(SELECT s.status FROM spell s WHERE s.notice = {row} AND s.first <= {when} AND s.last > {when})"


def requirement_status_on(alias: str, day: str | None) -> str:
    """The SQL for the status of the requirement of that alias on `day` (ISO; `None`: today).

    That of its notice; where the notice is in force, first the clause's own period (as it was last extended), then what
    ended or touched the part in which it stands. A period whose year is open bounds nothing.
    """
    when = _quoted(day)
    longer = f"(SELECT g.last FROM longer g WHERE g.requirement = {alias}.rowid)"
    last = f"coalesce({longer}, date({alias}.applies_to, '+1 day'))"
    touched = (
        f"(SELECT e.status FROM part_end e WHERE e.requirement = {alias}.rowid AND e.day <= {when}"
        " ORDER BY e.status = 'partly_superseded', e.day DESC LIMIT 1)"
    )
    return (
        f"(SELECT CASE WHEN own.status NOT IN ('in_force', 'partly_superseded') THEN own.status"
        f" WHEN {last} <= {when} THEN 'expired' WHEN date({alias}.applies_from) > {when} THEN 'not_yet_in_force'"
        f" ELSE coalesce({touched}, own.status) END FROM (SELECT {status_on(f'{alias}.notice', day)} AS status) own)"
    )


def _quoted(day: str | None) -> str:
    return "'" + (today() if day is None else date.fromisoformat(day).isoformat()) + "'"
