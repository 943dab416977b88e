"""Roles: chair, co-chair, head of a delegation, each for the one whom the words make it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.clauses import Found, find_all, find_each, sentence_around
from bot.library.guarded_yaml import Place
from bot.library.quotes import Span, locate, plain_marks
from bot.library.reading import Reading
from bot.model.release import Participant, Presence, Role

WITH = re.compile(r"(?:\s+the\s+[\w-]+)?\s+with\s+[^,;.]*", re.IGNORECASE)


def role_faults(
    reading: Reading, place: Place, who: Participant, text: str, spans: tuple[Span, ...]
) -> Iterator[Fault]:
    """Roles that the sentence does not give to this participant, and those of the quote that are not named."""
    grammar = reading.vocabulary.grammar
    words: dict[Role, tuple[str, ...]] = {
        Role.HEAD_OF_DELEGATION: grammar.head_of_delegation,
        Role.CO_CHAIR: grammar.co_chair,
        Role.CHAIR: grammar.chair,
    }
    plain = plain_marks(text)
    start, end = sentence_around(plain, spans[0].start)
    for j, role in enumerate(who.roles):
        found = [f for f in find_each(words[role], plain) if start <= f.start and f.end <= end]
        if who.presence is not Presence.ATTENDED:
            yield reading.fault((*place, "roles", j), f"{role.value} needs presence: attended")
        elif not found:
            message = (
                f"the sentence in ¶{who.paragraph} has no words for {role.value} ({', '.join(words[role][:2])}, …)"
            )
            yield reading.fault((*place, "roles", j), message)
        elif role is Role.HEAD_OF_DELEGATION and not any(_is_of(reading, who, plain, f) for f in found):
            yield reading.fault((*place, "roles", j), f"the words of ¶{who.paragraph} make another {role.value}")

    own = locate(who.quote, text) or ()
    for role in (Role.HEAD_OF_DELEGATION, Role.CO_CHAIR):
        inside = (f for f in find_each(words[role], plain) if any(s.start <= f.start and f.end <= s.end for s in own))
        missing = who.person and who.presence is Presence.ATTENDED and role not in who.roles
        if missing and any(_is_of(reading, who, plain, f) or _is_with(who, plain, f) for f in inside):
            yield reading.fault((*place, "roles"), f"the quote makes {who.printed!r} {role.value}; name that")


def _is_with(who: Participant, text: str, role: Found) -> bool:
    """Whether somebody is the one "with" whom another has a role: "co-chaired the meeting with X"."""
    name = next((f for f in find_all(who.printed, text) if f.start >= role.end), None)
    return name is not None and WITH.fullmatch(text, role.end, name.start) is not None


def _is_of(reading: Reading, who: Participant, text: str, role: Found) -> bool:
    """Whether words of a role belong to a participant: the last named before them, or the first after ("led by X")."""
    start, end = sentence_around(text, role.start)
    names = [p.printed for p in reading.release.participants if p.person]
    labels = [s.label for s in reading.release.speakers if s.person and s.person == who.person]
    own = [*find_all(who.printed, text), *(f for label in labels for f in find_all(label, text)), *_pieces(who, text)]
    others = [f for name in names if name != who.printed for f in find_all(name, text)]
    inside = sorted({f for f in (*own, *others) if start <= f.start and f.end <= end})
    if not any(other.start >= start and other.end <= end for other in others):
        return True
    before = [f for f in inside if f.end <= role.start]
    after = [f for f in inside if f.start >= role.end]
    named_after = role.printed.lower().endswith((" by", "ship of", "heading", "leading")) or not before
    row = after if named_after else before[::-1]
    group = row[:1]
    for name in row[1:]:
        last = group[-1]
        between = text[last.end : name.start] if named_after else text[name.end : last.start]
        if " and " not in f" {between} " or find_each(reading.vocabulary.grammar.attended, between):
            break
        group.append(name)
    return any(name in own for name in group)


def _pieces(who: Participant, text: str) -> list[Found]:
    """The name where it is printed in pieces."""
    return [Found(span.start, span.end, text[span.start : span.end]) for span in locate(who.printed, text) or ()]
