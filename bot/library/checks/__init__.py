"""The checks that make a wrong release impossible to load. Each looks at one kind of mistake."""

from __future__ import annotations

from bot.errors import Fault
from bot.library.checks.coverage import check_coverage
from bot.library.checks.derived import check_derived
from bot.library.checks.gists import check_gists
from bot.library.checks.links import check_links
from bot.library.checks.meeting import check_meetings
from bot.library.checks.naming import check_naming
from bot.library.checks.participants import check_listed, check_named, check_participants
from bot.library.checks.quotes import check_quotes
from bot.library.checks.references import check_references
from bot.library.checks.speakers import check_speakers
from bot.library.checks.statements import check_statements
from bot.library.checks.topics import check_topics
from bot.library.reading import Reading

CHECKS = (
    check_naming,
    check_references,
    check_topics,
    check_quotes,
    check_meetings,
    check_derived,
    check_speakers,
    check_participants,
    check_named,
    check_listed,
    check_statements,
    check_links,
    check_gists,
    check_coverage,
)


def faults_of(reading: Reading) -> tuple[Fault, ...]:
    """Every fault of a release, in the order of its file; none means that it may be loaded."""
    found = {*reading.schema_faults, *(fault for check in CHECKS for fault in check(reading))}
    return tuple(sorted(found))
