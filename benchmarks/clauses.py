"""The clauses of generated releases: each as printed, as retold in both languages, and what it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from benchmarks.world import Name


@dataclass(frozen=True)
class Clause:
    """What one side, or both, say of a thing.

    Gaps: {thing}, {other} (the other side), {month} and {number} (of the month).
    """

    act: str
    verb: str
    en: str
    ko: str
    condition: str = ""

    def about(self, thing: Name, other: Name, month: date) -> Clause:
        """The clause with its gaps filled."""
        en = self.en.format(thing=thing.en, other=other.en, month=f"{month:%B}")
        ko = self.ko.format(thing=thing.ko, other=other.ko, number=month.month)
        return replace(self, en=en, ko=ko)


SURVEYED = "as soon as the survey is complete"
ALONE = (
    Clause("emphasis", "stressed", "that {thing} should remain a priority", "{thing} 문제가 우선순위로 남아야 한다고"),
    Clause("emphasis", "emphasized", "that the costs of {thing} must be shared", "{thing} 비용이 분담되어야 한다고"),
    Clause("support", "expressed its firm support", "for {thing}", "{thing} 추진에 대해"),
    Clause("hope", "expressed hope", "that {thing} would resume in {month}", "{thing} 추진이 {number}월에 재개되기를"),
    Clause("concern", "expressed concern", "about delays in {thing}", "{thing} 지연에 대해"),
    Clause("appreciation", "thanked", "{other} for its work on {thing}", "{thing} 관련 {other} 측의 노력에 대해"),
    Clause("commitment", "pledged", "to publish the figures on {thing}", "{thing} 관련 통계를 공개하겠다고"),
    Clause("information", "explained", "the new limits on {thing}", "{thing} 관련 새 한도를"),
    Clause("endorsement", "agreed", "on the need for {thing}", "{thing} 필요성에"),
)
TALKS = Clause("proposal", "proposed", "that the two sides open talks on {thing}", "양측이 {thing} 협의를 시작하자고")
ASKED = (
    TALKS,
    replace(TALKS, en=f"{TALKS.en} {SURVEYED}", ko=f"조사가 끝나는 대로 {TALKS.ko}", condition=SURVEYED),
    Clause(
        "request", "requested", "that {other} extend the permits for {thing}", "{other} 측이 {thing} 허가를 늘릴 것을"
    ),
)
REPLY = Clause("information", "said", "that it would come back to the matter", "그 문제를 다시 다루겠다고")
TALKED = Clause("discussion", "discussed", "{thing}", "{thing} 문제를")
VIEWS = Clause("discussion", "exchanged views", "on {thing}", "{thing} 문제에 관해")
SHARED = Clause("shared_view", "shared the view", "that {thing} deserve attention", "{thing} 문제가 중요하다는 데")
AGREED = (
    Clause("agreement", "agreed", "to hold expert talks on {thing}", "{thing} 전문가 협의를 개최하기로"),
    Clause("agreement", "agreed", "to explore ways to expand {thing}", "{thing} 확대 방안을 모색하기로"),
)
NEXT = Clause(
    "background", "will be held", "The next session will be held in {thing}", "다음 회의는 {thing}에서 열릴 예정"
)
