"""Which answers are kept whole, and where."""

from __future__ import annotations

from pathlib import Path

from bot.model.value import Locale
from tests.shelves import DATA, FICTION, console

ANSWERS: dict[str, tuple[Path, str]] = {
    "agreed": (DATA, "/agreed"),
    "agreed-denied": (DATA, "/agreed topic:korean-peninsula"),
    "agreed-refused": (FICTION, "/agreed release:2031-03-14-sarn-dialogue"),
    "positions": (DATA, "/positions topic:korean-peninsula"),
    "positions-bloc": (DATA, "/positions topic:korean-peninsula side:brunei"),
    "positions-member": (FICTION, "/positions topic:transport side:ishvar release:2031-11-22-sarn-summit"),
    "positions-silent": (DATA, "/positions topic:aoip side:asean"),
    "attendance": (DATA, "/attendance"),
    "attendance-round-up": (FICTION, "/attendance release:2031-09-21-dravonia-talks"),
    "compare": (DATA, "/compare topic:wto"),
    "compare-accounts": (FICTION, "/compare topic:health with:2031-03-15-sarn-sec-sarn-dialogue"),
    "timeline": (FICTION, "/timeline topic:ports"),
    "verify-altered": (FICTION, "/verify quote:“The two sides did agree on the wording of a joint declaration”"),
    "verify-several": (DATA, "/verify quote:ASEAN “agreed to continue communication”, and the ROK “its firm support”"),
    "verify-speaker": (DATA, "/verify quote:expressed their firm support said_by:ROK"),
    "search": (FICTION, "/search text:“night ferry” act:request"),
    "statements": (DATA, "/statements party:asean from:2020-08"),
    "person": (FICTION, "/person who:Mira Castellane"),
    "release": (DATA, "/release"),
    "cite": (DATA, "/cite code:2020-08-27-asean-rok-dialogue ¶5"),
    "coverage": (FICTION, "/coverage"),
    "help": (DATA, "/help"),
    "not-held": (FICTION, "/positions topic:bitcoin"),
    "unclear": (FICTION, "/attendance who:Castellane"),
}


def path_of(name: str) -> Path:
    """The file of an answer."""
    return Path(__file__).parent / f"{name}.txt"


def text_of(name: str) -> str:
    """The answer in English and in Korean."""
    data, line = ANSWERS[name]
    answers = (console(data).reply(line, locale, as_json=False).text for locale in Locale)
    return f"{line}\n\n" + "\n\n──\n\n".join(answers) + "\n"
