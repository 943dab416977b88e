"""When, where and how the meeting was held: only as far as the text says so."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from bot.errors import Fault
from bot.library.checks.called import called_faults, place_name_faults
from bot.library.checks.force import force_faults
from bot.library.clauses import find_all, find_each, sentence_around
from bot.library.guarded_yaml import Place
from bot.library.numbers import ordinals_in
from bot.library.quotes import locate, plain_marks
from bot.library.reading import Reading
from bot.library.stems import stems_of
from bot.model.release import Held, Meeting

HELD = ("took place", "take place", "was convened", "gathered", "visit", "hosted")
ANOTHER = re.compile(
    r"\b(?:next|previous|last) (?:\w+ )?(?:round|meeting|summit|session|dialogue|consultation|talks)\b", re.IGNORECASE
)
"""Another meeting, where it stands anywhere in the sentence of a place that was planned."""
ELSEWHEN = re.compile(
    r"\b(?:last held|next (?:round|meeting|summit|session|dialogue)|(?:will|to) be held|previous)\b", re.IGNORECASE
)
"""Another meeting, where it stands before a place."""
PLANS = re.compile(r"\b(?:plan\w*|schedul\w*|original\w*|(?:was|were) (?:due|to|supposed|set))\b", re.IGNORECASE)
NUMBERS = re.compile(r"\d+")
PLANNED = re.compile(r"\b(planned|scheduled|was to|were to)\b", re.IGNORECASE)
DATELINE = re.compile(r"[A-Z][A-Z .'-]+,")
ON_A_SCREEN = re.compile(
    r"\b(?:held|met|spoke|talked|call|conversation|meeting|dialogue|talks|consultation|summit|format)\b", re.IGNORECASE
)
FROM_AFAR = re.compile(
    r"\b(?:joined|attended|participated|took part|sat in|dialled in|dialed in|connected|spoke|was linked|were linked)\b"
    r"(?:[^.;]*?\b(?:by|via|through|over|on)\b[^.;]*|(?:\s+the\s+\w+)?\s*)$",
    re.IGNORECASE,
)
"""Before a word of a screen: somebody took part so."""
SAID_PRINTED = re.compile(
    r"(?<!not )\b(?:printed|stated|given|written|shown) in the|\bin the text\b"
    r"|(?:원문|본문|텍스트)에 (?:있|기재|명시|표기|나오|나와|적)"
)
"""Of a date that is worked out: that it is printed."""
RELATIVE_DAYS = {"today": 0, "yesterday": 1}
PLAIN_STEMS = frozenset(stems_of("meeting talks call phone telephone conversation visit"))
"""Plain words for any meeting: they make it no more than it was."""
DAYS_BEFORE_MOST = 300
LONGEST_MONTH = 31


def check_meetings(reading: Reading) -> Iterator[Fault]:
    """The title and dates as printed; a place only where the text says held, not planned."""
    release, found = reading.release, reading.outline
    if not found.title_found:
        yield reading.fault(("title",), "the title does not stand in the text as printed")
    if found.printed_date and found.printed_date != release.published.isoformat():
        yield reading.fault(("published",), f"{release.published} is not the date printed, {found.printed_date}")
    for i, meeting in enumerate(release.meetings):
        yield from _name_faults(reading, ("meetings", i), meeting)
        yield from called_faults(reading, ("meetings", i, "name"), meeting)
        if meeting.held:
            yield from _held_faults(reading, ("meetings", i, "held"), meeting.held)
        yield from _place_faults(reading, ("meetings", i, "place"), meeting)
        yield from _format_faults(reading, ("meetings", i, "format"), meeting)


def _name_faults(reading: Reading, place: Place, meeting: Meeting) -> Iterator[Fault]:
    """A meeting is called by words of the text, in Korean the same; its issuer's side comes first."""
    for language in ("en", "ko"):
        numbers = ordinals_in(getattr(meeting.name, language))
        if numbers and (wrong := numbers - (ordinals_in(reading.release.title) or ordinals_in(reading.body))):
            yield reading.fault((*place, "name", language), f"the text does not number it {min(wrong)} in its title")
    for korean, party in reading.lexicon.korean_parties_in(meeting.name.ko):
        if party not in {*meeting.sides, *reading.parties_in(meeting.name.en)}:
            yield reading.fault((*place, "name", "ko"), f"{korean!r} is {party}, which is no side of it")
    outside = set(stems_of(meeting.name.en)).difference(
        reading.lexicon.own_stems, PLAIN_STEMS, stems_of(reading.release.title)
    )
    if outside and (outside := outside.difference(stems_of(reading.body))):
        words = ", ".join(word for word in meeting.name.en.split() if outside & set(stems_of(word)))
        yield reading.fault((*place, "name", "en"), f"{words!r} is not in the text; call the meeting as it does")
    offices = " ".join(who.office.printed for who in reading.release.participants if who.office)
    yield from force_faults(reading, (*place, "name", "ko"), meeting.name.ko, f"{meeting.name.en} {offices}")
    issuer = reading.vocabulary.issuers.get(reading.release.issuer)
    if issuer is None:
        return
    own = {issuer.party, *reading.vocabulary.blocs_of(issuer.party, reading.release.day)}
    every = {side for each in reading.release.meetings for side in each.sides}
    entered = {party for who in reading.release.participants for party in (who.party, who.side)}
    if "participants" not in reading.pruned and not {*own, *reading.members.get(issuer.party, ())} & (every | entered):
        message = f"{issuer.party} issued it and is no side of a meeting; enter it as participant if it was there"
        yield reading.fault((*place, "sides"), message)
    if own & set(meeting.sides) and meeting.sides[0] not in own:
        yield reading.fault((*place, "sides"), f"the issuer's side comes first: {', '.join(own & set(meeting.sides))}")


def _held_faults(reading: Reading, place: Place, held: Held) -> Iterator[Fault]:
    published = reading.release.published
    if held.date > published:
        yield reading.fault((*place, "date"), f"{held.date} is after the release came out")
    if held.until and held.until < held.date:
        yield reading.fault((*place, "until"), f"{held.until} is before {held.date}")
    for words, days in RELATIVE_DAYS.items():
        if find_all(words, held.quote) and (published - held.date).days != days:
            yield reading.fault((*place, "date"), f"{words!r} in a release of {published} is not {held.date}")
    yield from _day_faults(reading, place, held)
    paragraph = reading.paragraph(held.paragraph)
    if paragraph and (spans := reading.spans(held)) and not _tells_of_meeting(reading, paragraph.text, spans[0].start):
        yield reading.fault((*place, "quote"), f"the sentence of {held.quote!r} does not speak of a meeting")
    derived = f"{held.derived.en} {held.derived.ko}" if held.derived else ""
    if not _spells(held.date, held.quote) and SAID_PRINTED.search(derived):
        message = f"{held.quote!r} does not print all of {held.date}; say what the rest is worked out from"
        yield reading.fault((*place, "derived"), message)
    if held.derived is None and not _spells(held.date, held.quote):
        message = f"{held.quote!r} does not print all of {held.date}; say in `derived` what is worked out"
        yield reading.fault((*place, "derived"), message)
    if (published - held.date).days > DAYS_BEFORE_MOST and str(held.date.year) not in held.quote:
        yield reading.fault((*place, "date"), f"{held.date} is far before {published}, and no year is printed")


def _day_faults(reading: Reading, place: Place, held: Held) -> Iterator[Fault]:
    """The days and the month that the quote prints are those of the date."""
    months = months_named(held.quote)
    numbers = {int(n) for n in NUMBERS.findall(held.quote)}
    days = {n for n in numbers if 0 < n <= LONGEST_MONTH}
    if not months:
        days -= {held.date.month} - {held.date.day}
    wanted = {held.date.day} | ({held.until.day} if held.until else set())
    if months and held.date.month not in months:
        yield reading.fault((*place, "date"), f"{held.quote!r} names another month than {held.date}")
    if days and not wanted <= days:
        yield reading.fault((*place, "date"), f"the day {min(wanted - days)} is not in the quote {held.quote!r}")
    elif months and days - wanted:
        message = f"the quote {held.quote!r} has more days; give the last one as until"
        yield reading.fault((*place, "until"), message)


def months_named(text: str) -> set[int]:
    """The months that a text names, by their number."""
    words = {word.strip(".,").lower() for word in text.split()}
    return {m for m in range(1, 13) if {calendar.month_name[m].lower(), calendar.month_abbr[m].lower()} & words}


def _spells(day: date, text: str) -> bool:
    numbers = {int(n) for n in NUMBERS.findall(text)}
    return {day.year, day.day} <= numbers and (day.month in months_named(text) or day.month in numbers)


def _place_faults(reading: Reading, place: Place, meeting: Meeting) -> Iterator[Fault]:
    """A place is where a meeting was held: not planned, not the dateline's city, not of a meeting on a screen."""
    yield from _planned_place_faults(reading, (*place[:-1], "planned_place"), meeting)
    if meeting.place is None:
        return
    if meeting.format and meeting.format.is_ in ("virtual", "phone"):
        yield reading.fault(place, f"a {meeting.format.is_} meeting has no place; was it only planned there?")
    paragraph = reading.paragraph(meeting.place.paragraph)
    spans = reading.spans(meeting.place)
    if not spans or paragraph is None:
        return
    start, end = sentence_around(paragraph.text, spans[0].start)
    sentence = plain_marks(paragraph.text)[start:end]
    if not _tells_of_meeting(reading, paragraph.text, spans[0].start):
        yield reading.fault(place, f"the sentence of {meeting.place.quote!r} does not speak of a meeting")
    said = [hit.start for hit in reading.lexicon.verbs.best(sentence) if hit.end <= spans[0].start - start]
    met = [f.end for f in find_each(reading.vocabulary.grammar.attended, sentence) if f.end <= spans[0].start - start]
    if said and max(said) > max(met, default=-1):
        message = "what is said stands between the meeting and the place; it is no place where they met"
        yield reading.fault(place, message)
    other = ELSEWHEN.search(sentence[: spans[-1].end - start])
    if other and not (meeting.held and locate(meeting.held.quote, sentence)):
        yield reading.fault(place, f"{other[0]!r} speaks of another meeting than this one")
    named = reading.parties_in(meeting.place.name.en)
    printed = set(stems_of(meeting.place.quote))
    if not named & reading.parties_in(meeting.place.quote) and not set(stems_of(meeting.place.name.en)) <= printed:
        message = f"{meeting.place.name.en!r} is not in the quote {meeting.place.quote!r}; name the place as it does"
        yield reading.fault((*place, "name", "en"), message)
    yield from place_name_faults(reading, (*place, "name", "ko"), meeting.place.name)
    for korean, party in reading.lexicon.korean_parties_in(meeting.place.name.ko):
        if party not in named:
            message = f"{korean!r} is {party}, which {meeting.place.name.en!r} does not name"
            yield reading.fault((*place, "name", "ko"), message)
    if PLANNED.search(meeting.place.quote):
        yield reading.fault(place, "the quote speaks of a plan; give it as planned_place")
    dateline = DATELINE.match(paragraph.text)
    if dateline and spans[0].start < dateline.end():
        yield reading.fault(place, "the city of a dateline is where the text was written, not where they met")


def _tells_of_meeting(reading: Reading, text: str, at: int) -> bool:
    """Whether a sentence has words of a meeting: met, talks, the dialogue, a call."""
    start, end = sentence_around(text, at)
    sentence = plain_marks(text)[start:end]
    grammar = reading.vocabulary.grammar
    names = " ".join(meeting.name.en for meeting in reading.release.meetings)
    words = set(stems_of(names)) & set(stems_of(sentence)) - reading.lexicon.own_stems
    return bool(words or find_each((*grammar.attended, *grammar.meeting_words, *HELD), sentence))


def _planned_place_faults(reading: Reading, place: Place, meeting: Meeting) -> Iterator[Fault]:
    """A place that was only planned stands in its quote, and in Korean is the same."""
    planned = meeting.planned_place
    if planned is None:
        return
    named = reading.parties_in(planned.name.en)
    paragraph, spans = reading.paragraph(planned.paragraph), reading.spans(planned)
    if paragraph and spans:
        start, end = sentence_around(paragraph.text, spans[0].start)
        sentence = plain_marks(paragraph.text)[start:end]
        if not PLANS.search(sentence) or ANOTHER.search(sentence):
            yield reading.fault(
                place, f"the sentence of {planned.quote!r} does not say where this meeting was to be held"
            )
    if not named & reading.parties_in(planned.quote) and not set(stems_of(planned.name.en)) <= set(
        stems_of(planned.quote)
    ):
        yield reading.fault(
            (*place, "name", "en"), f"{planned.name.en!r} does not stand in the quote {planned.quote!r}"
        )
    korean = {party for _, party in reading.lexicon.korean_parties_in(planned.name.ko)}
    if named and not named & korean:
        yield reading.fault((*place, "name", "ko"), f"{planned.name.ko!r} is not {', '.join(sorted(named))}")


def _format_faults(reading: Reading, place: Place, meeting: Meeting) -> Iterator[Fault]:
    """The quote has words for the format given: a place alone does not say how they met."""
    if meeting.format is None:
        yield from _format_left_out(reading, place, meeting)
        return
    formats = reading.vocabulary.grammar.formats
    shown = {name for name, words in formats.items() if any(find_all(word, meeting.format.quote) for word in words)}
    paragraph, spans = reading.paragraph(meeting.format.paragraph), reading.spans(meeting.format)
    if "virtual" in shown and meeting.place and paragraph and spans:
        start, end = sentence_around(paragraph.text, spans[0].start)
        if _some_from_afar(reading, plain_marks(paragraph.text)[start:end]):
            shown = {*shown - {"virtual"}, "hybrid"}
    if meeting.format.is_ not in shown:
        found = ", ".join(sorted(shown)) or "no format"
        yield reading.fault(
            (*place, "is"), f"the quote {meeting.format.quote!r} shows {found}, not {meeting.format.is_}"
        )


def _some_from_afar(reading: Reading, sentence: str) -> bool:
    """Whether a sentence tells of some who joined on a screen, and not of all: "Officials joined by video link"."""
    for found in find_each(reading.vocabulary.grammar.formats["virtual"], sentence):
        joined = FROM_AFAR.search(sentence[: found.start])
        if joined is not None:
            subject = sentence[: joined.start()].rstrip(" ,").casefold()
            return not any(f" {subject}".endswith(f" {label}") for label in reading.vocabulary.grammar.joint_labels)
    return False


def _format_left_out(reading: Reading, place: Place, meeting: Meeting) -> Iterator[Fault]:
    """A release of one meeting whose title, or whose first paragraph, says that it was held on a screen."""
    if len(reading.release.meetings) > 1:
        return
    units = reading.outline.units()
    first = [p.text for p in units if p.ref.split(".")[0] == "1"] or [p.text for p in units[:2]]
    phone = tuple(f"by {word}" for word in reading.vocabulary.grammar.formats["phone"])
    for text in (reading.release.title, *first):
        for sentence in text.split(". "):
            found = find_each((*reading.vocabulary.grammar.formats["virtual"], *phone), sentence)
            if meeting.place and _some_from_afar(reading, sentence):
                continue
            if found and ON_A_SCREEN.search(sentence):
                yield reading.fault(place, f"the text has {found[0].printed!r}; give the format")
                return
