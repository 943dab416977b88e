"""What data/README.md tells an editor to do with the odd parts of a text passes the checks; the other way does not."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.library.shelf import check_paths
from tests.shelves import DATA, FICTION

NUMBERED = """\
Ministry of Foreign Affairs of Verelia
Office of the Spokesperson

Verelia and Dravonia Hold Talks

The following is attributable to the Spokesperson of the Ministry:

1. Foreign Minister Teodor Vane met with Secretary of Foreign Affairs Sela Marrow of Dravonia
today. The two sides agreed to reopen the ferry.

2. The Verelian side explained its plan on ▲ fisheries, ▲ ports, and ▲ energy.

3. Verelia and Dravonia stressed safe fishing and open ports, respectively.

* unofficial translation
"""
NUMBERED_YAML = """\
id: 2031-06-03-dravonia-talks
issuer: verelia-mfa
published: 2031-06-03
title: Verelia and Dravonia Hold Talks
meetings:
  - series: dravonia-talks
    name: {en: Talks, ko: 회담}
    sides: [verelia, dravonia]
    held:
      date: 2031-06-03
      paragraph: "1"
      quote: today
      derived: {en: today is the day of publication, ko: 오늘은 발표일}
speakers:
  - {label: The two sides, sides: [verelia, dravonia]}
  - {label: The Verelian side, sides: [verelia]}
  - {label: Verelia, sides: [verelia]}
  - {label: Dravonia, sides: [dravonia]}
participants:
  - person: teodor-vane
    printed: Teodor Vane
    office: {printed: Foreign Minister, ko: 외교장관}
    party: verelia
    side: verelia
    presence: attended
    paragraph: "1"
    quote: Foreign Minister Teodor Vane met with
  - person: sela-marrow
    printed: Sela Marrow
    office: {printed: Secretary of Foreign Affairs, ko: 외무장관}
    party: dravonia
    side: dravonia
    presence: attended
    paragraph: "1"
    quote: met with Secretary of Foreign Affairs Sela Marrow of Dravonia
statements:
  - id: 1-a
    paragraph: "1"
    speaker: The two sides
    sides: [verelia, dravonia]
    act: agreement
    verb: agreed
    quote: The two sides agreed to reopen the ferry
    topics: [transport]
    gist: {en: to reopen the ferry, ko: 여객선을 재개하기로}
  - id: 2-a
    paragraph: "2"
    speaker: The Verelian side
    sides: [verelia]
    act: information
    verb: explained
    quote: The Verelian side explained its plan on ▲ fisheries, ▲ ports, and ▲ energy
    topics: [fisheries, ports, energy]
    gist: {en: "its plan on fisheries, ports and energy", ko: "어업, 항만, 에너지에 관한 계획을"}
  - id: 3-a
    paragraph: "3"
    speaker: Verelia
    sides: [verelia]
    act: emphasis
    verb: stressed
    quote: Verelia … stressed safe fishing
    topics: [fisheries]
    gist: {en: safe fishing, ko: 안전한 어업을}
  - id: 3-b
    paragraph: "3"
    speaker: Dravonia
    sides: [dravonia]
    act: emphasis
    verb: stressed
    quote: Dravonia stressed … open ports, respectively
    topics: [ports]
    gist: {en: open ports, ko: 개방된 항만을}
background:
  - {paragraph: 3.n1, why: a remark on the translation}
"""
UNNUMBERED = """\
FOR IMMEDIATE RELEASE

Verelia Meets Dravonia

The following is attributable to the Spokesperson of the Ministry:

Foreign Minister Teodor Vane met with Secretary of Foreign Affairs Sela Marrow of Dravonia on June 3.
The two sides agreed to reopen the ferry.

Oren Tal
Spokesperson
"""
UNNUMBERED_YAML = """\
id: 2031-06-04-dravonia-talks
issuer: verelia-mfa
published: 2031-06-04
title: Verelia Meets Dravonia
meetings:
  - series: dravonia-talks
    name: {en: Talks, ko: 회담}
    sides: [verelia, dravonia]
    held: {date: 2031-06-03, paragraph: p2, quote: on June 3, derived: {en: year added, ko: 연도 추정}}
speakers:
  - {label: The two sides, sides: [verelia, dravonia]}
participants:
  - person: teodor-vane
    printed: Teodor Vane
    office: {printed: Foreign Minister, ko: 외교장관}
    party: verelia
    side: verelia
    presence: attended
    paragraph: p2
    quote: Foreign Minister Teodor Vane met with
  - person: sela-marrow
    printed: Sela Marrow
    office: {printed: Secretary of Foreign Affairs, ko: 외무장관}
    party: dravonia
    side: dravonia
    presence: attended
    paragraph: p2
    quote: met with Secretary of Foreign Affairs Sela Marrow of Dravonia
statements:
  - id: p2-a
    paragraph: p2
    speaker: The two sides
    sides: [verelia, dravonia]
    act: agreement
    verb: agreed
    quote: The two sides agreed to reopen the ferry
    topics: [transport]
    gist: {en: to reopen the ferry, ko: 여객선을 재개하기로}
background:
  - {paragraph: p1, why: attribution line}
  - {paragraph: p3, why: signature}
"""


def faults(folder: Path, name: str, source: str, release: str) -> list[str]:
    """The faults of one release with the invented vocabulary."""
    shutil.copytree(FICTION / "vocabulary", folder / "vocabulary")
    for room, suffix, text in (("sources", "txt", source), ("releases", "yaml", release)):
        (folder / room).mkdir()
        (folder / room / f"{name}.{suffix}").write_text(text, encoding="utf-8")
    return [f"{fault.place}: {fault.message}" for fault in check_paths([folder], DATA, DATA).faults]


def test_letterhead_attribution_today_list_respectively_and_a_translators_note(tmp_path: Path) -> None:
    assert faults(tmp_path, "2031-06-03-dravonia-talks", NUMBERED, NUMBERED_YAML) == []


def test_today_is_the_day_of_publication(tmp_path: Path) -> None:
    changed = NUMBERED_YAML.replace("date: 2031-06-03", "date: 2031-06-02")
    found = faults(tmp_path, "2031-06-03-dravonia-talks", NUMBERED, changed)
    assert found == ["meetings[0].held.date: 'today' in a release of 2031-06-03 is not 2031-06-02"]


def test_respectively_is_not_said_by_both(tmp_path: Path) -> None:
    both = "  - {label: Verelia and Dravonia, sides: [verelia, dravonia]}\n"
    each = "  - {label: Verelia, sides: [verelia]}\n  - {label: Dravonia, sides: [dravonia]}\n"
    start, end = NUMBERED_YAML.index("  - id: 3-a"), NUMBERED_YAML.index("  - id: 3-b")
    together = (
        NUMBERED_YAML[start:end]
        .replace("Verelia\n    sides: [verelia]", "Verelia and Dravonia\n    sides: [verelia, dravonia]")
        .replace(
            "Verelia … stressed safe fishing", "Verelia and Dravonia stressed safe fishing and open ports, respectively"
        )
        .replace("[fisheries]", "[fisheries, ports]")
    )
    rest = NUMBERED_YAML[NUMBERED_YAML.index("background:") :]
    found = faults(
        tmp_path, "2031-06-03-dravonia-talks", NUMBERED, NUMBERED_YAML[:start].replace(each, both) + together + rest
    )
    assert any("enter 2 statements" in fault for fault in found), found


def test_an_attribution_line_and_a_signature_without_numbers_are_background(tmp_path: Path) -> None:
    assert faults(tmp_path, "2031-06-04-dravonia-talks", UNNUMBERED, UNNUMBERED_YAML) == []
