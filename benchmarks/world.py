"""An invented world: states, a bloc, people, topics and towns, each with an English and a Korean name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class Name:
    """A name in both languages."""

    en: str
    ko: str


@dataclass(frozen=True)
class State:
    """A state. ``adjective`` is how its side is called: "the Alvian side"."""

    id: str
    name: Name
    adjective: str
    people: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Person:
    """Somebody with one office for life."""

    id: str
    name: str
    family: str
    office: Name


@dataclass(frozen=True)
class Topic:
    """A topic; those without a parent hold four others. ``word`` is how things of it are called."""

    id: str
    name: Name
    word: Name
    parent: str | None = None


BLOC_ID, BLOC, BLOC_LABEL = "cairn", Name("Cairn Union", "케언연합"), "the Union side"
MEMBERS = 8
"""The first states are the bloc's members."""

_STEMS = (
    ("Alv", "알비"), ("Bren", "브레니"), ("Corv", "코르비"), ("Dast", "다스티"), ("Elor", "엘로리"), ("Fend", "펜디"),
    ("Gral", "그랄리"), ("Hest", "헤스티"), ("Ilm", "일미"), ("Jorv", "조르비"), ("Kelv", "켈비"), ("Lorm", "로르미"),
    ("Marn", "마르니"), ("Nost", "노스티"), ("Orst", "오르스티"),
    ("Pell", "펠리"), ("Quend", "퀜디"), ("Rost", "로스티"),
    ("Selv", "셀비"), ("Torv", "토르비"), ("Ulm", "울미"), ("Vesk", "베스키"), ("Wend", "웬디"), ("Yarr", "야리"),
)  # fmt: skip
_FAMILIES = ("Ab", "Bor", "Dal", "Fen", "Gor", "Hal", "Kor", "Lun", "Mor")
_FAMILY_ENDINGS = ("den", "wick", "ra", "stet", "lo", "mir", "nor", "vey")
_GIVEN = ("Ana", "Beno", "Cira", "Dov", "Edda", "Falk", "Gisa", "Hugo", "Ines", "Joro", "Katya", "Levin")
_TOWNS = (
    ("Port", "포트"), ("Fell", "펠"), ("Stone", "스톤"), ("Salt", "솔트"), ("Grey", "그레이"), ("Long", "롱"),
    ("High", "하이"), ("Low", "로"),
)  # fmt: skip
_TOWN_ENDINGS = (
    ("ford", "퍼드"), ("mere", "미어"), ("gate", "게이트"), ("wold", "월드"), ("bury", "베리"), ("cliff", "클리프"),
    ("haven", "헤이번"), ("moor", "무어"),
)  # fmt: skip
OFFICES = (
    Name("Foreign Minister", "외교장관"),
    Name("Deputy Minister for Regional Affairs", "지역담당 차관"),
    Name("Director-General for Economic Affairs", "경제국장"),
)
_TREE = {
    ("trade", "Trade", "무역"): "tariffs 관세 customs 통관 investment 투자 markets 시장",
    ("transport", "Transport", "교통"): "rail 철도 ferries 여객선 harbours 항만 aviation 항공",
    ("energy", "Energy", "에너지"): "grids 송전망 gas 가스 turbines 터빈 batteries 배터리",
    ("environment", "Environment", "환경"): "rivers 하천 forests 산림 emissions 배출 wetlands 습지",
    ("security", "Security", "안보"): "borders 국경 patrols 순찰 networks 통신망 arms 무기",
    ("health", "Health", "보건"): "vaccines 백신 clinics 진료소 fevers 열병 medicines 의약품",
    ("culture", "Culture", "문화"): "museums 박물관 languages 언어 films 영화 archives 기록물",
    ("people", "People", "인적 교류"): "students 유학생 visas 비자 labour 노동 tourism 관광",
}
KINDS = (
    Name("joint", "공동"),
    Name("regional", "지역"),
    Name("seasonal", "계절"),
    Name("coastal", "연안"),
    Name("digital", "디지털"),
)
NOUNS = (Name("projects", "사업"), Name("rules", "규정"), Name("services", "서비스"), Name("standards", "기준"))


def make_states() -> tuple[State, ...]:
    """24 states with three people each."""
    families = [first + second for first, second in product(_FAMILIES, _FAMILY_ENDINGS)]
    states: list[State] = []
    for number, (stem, ko) in enumerate(_STEMS):
        people = tuple(
            _person(_GIVEN[(number * 3 + place) % len(_GIVEN)], families[number * 3 + place], office)
            for place, office in enumerate(OFFICES)
        )
        states.append(State(f"{stem.lower()}ia", Name(f"{stem}ia", f"{ko}아"), f"{stem}ian", people))
    return tuple(states)


def _person(given: str, family: str, office: Name) -> Person:
    return Person(f"{given}-{family}".lower(), f"{given} {family}", family, office)


def make_topics() -> tuple[Topic, ...]:
    """Eight topics with four below each."""
    topics: list[Topic] = []
    for (id_, en, ko), below in _TREE.items():
        topics.append(Topic(id_, Name(en, ko), Name(id_, ko)))
        words = below.split()
        for word, korean in zip(words[::2], words[1::2], strict=True):
            name = Name(f"{word.capitalize()} in the region", f"{korean} 협력")
            topics.append(Topic(word, name, Name(word, korean), id_))
    return tuple(topics)


def make_towns() -> tuple[Name, ...]:
    """64 towns."""
    return tuple(Name(en + end, ko + ending) for (en, ko), (end, ending) in product(_TOWNS, _TOWN_ENDINGS))
