"""One sentence for everything that announcements refuse: what is wrong, and what to do."""

from __future__ import annotations

import re

from bot.announcements import refusals as r
from bot.cards.language import Phrases
from bot.chat.discord.markdown import escaped
from bot.chat.discord.moments import moment, person_link


class Declined(Exception):  # noqa: N818 - it ends a conversation in order
    """Something that people can put right. The gaps are ready Markdown; a tuple is permissions by their names."""

    def __init__(self, sentence: str, **gaps: str | tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.gaps = gaps


def refusal_text(refusal: r.Refusal | Declined, phrases: Phrases) -> str:
    """The sentence, ready to send."""
    if isinstance(refusal, Declined):
        return phrases.say(refusal.sentence, **{name: _gap(value, phrases) for name, value in refusal.gaps.items()})
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", type(refusal).__name__).lower()
    return phrases.say(f"refuse.{name}", **_gaps(refusal, phrases))


def _gaps(refusal: r.Refusal, phrases: Phrases) -> dict[str, str]:
    match refusal:
        case r.CronUnreadable(text, field):
            return {"text": escaped(text), "field": escaped(field)}
        case r.ScheduleUnreadable(text) | r.CronNeverFires(text) | r.NoSuchDate(text):
            return {"text": escaped(text)}
        case r.DateInPast(at):
            return {"at": moment(at)}
        case r.ZoneAmbiguous(name, suggestions):
            return {"name": escaped(name), "suggestions": _codes(suggestions)}
        case r.ZoneUnknown(name, near):
            nearest = phrases.say("refuse.zone_unknown.near", suggestions=_codes(near)) if near else ""
            return {"name": escaped(name), "near": nearest}
        case r.EditedMeanwhile(by=by):
            return {"person": person_link(by)}
        case r.NoSuchAnnouncement(announcement):
            return {"typed": escaped(announcement)}
        case r.NothingPlanned(announcement):
            return {"title": escaped(announcement)}
        case _:
            return {}


def permission_names(names: tuple[str, ...], phrases: Phrases) -> str:
    """Permissions in one phrase, as Discord calls them in the language."""
    return phrases.all_of(f"**{phrases.say(f'permission.{name}')}**" for name in names)


def _gap(value: str | tuple[str, ...], phrases: Phrases) -> str:
    return value if isinstance(value, str) else permission_names(value, phrases)


def _codes(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
