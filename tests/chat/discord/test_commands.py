"""Every command, in both languages, wherever Discord offers it."""

from __future__ import annotations

import pytest

from bot.cards.plain import plain_text
from bot.model.question import COMMANDS, Question
from bot.model.value import Locale
from tests.chat.discord.scene import AUTOCOMPLETE, EPHEMERAL, RELEASE, V2, Scene, buttons, only, parts, text
from tests.shelves import app

ASKED: list[tuple[str, dict[str, str]]] = [
    ("release", {}),
    ("attendance", {}),
    ("attendance", {"who": "DPRK"}),
    ("agreed", {}),
    ("agreed", {"topic": "aoip"}),
    ("positions", {"topic": "korean-peninsula"}),
    ("positions", {"topic": "korean-peninsula", "side": "asean", "release": RELEASE}),
    ("positions", {"topic": "wto", "side": "Viet Nam"}),
    ("compare", {"topic": "covid-health"}),
    ("compare", {"topic": "korean-peninsula", "with": "2031-01-01-none"}),
    ("timeline", {"topic": "korean-peninsula", "side": "asean"}),
    ("verify", {"quote": "ASEAN agreed to “explore ways to bring exchanges and tourism back on track.”"}),
    ("search", {"text": "exchanges"}),
    ("statements", {"act": "request"}),
    ("person", {"who": "Kim Gunn"}),
    ("ask", {"question": "why did ASEAN endorse Yoo?"}),
    ("cite", {"code": f"{RELEASE} ¶4.1"}),
    ("coverage", {}),
    ("help", {}),
    ("positions", {"topic": "bitcoin"}),
]
IDS = [" ".join((command, *options.values())) for command, options in ASKED]


def words(shown: str) -> set[str]:
    """The words of a text, markup aside."""
    return {word for line in shown.splitlines() for word in line.replace("\\", "").strip("#>-*` ").split()} - {"•"}


def in_plain_words(command: str, options: dict[str, str], locale: Locale) -> set[str]:
    [known] = [c for c in COMMANDS if c.name == command]
    asked = {option.name: options[option.typed] for option in known.options if option.typed in options}
    return words(plain_text(app().card(Question(command, asked, locale))).replace("*", ""))


@pytest.mark.parametrize(("command", "options"), ASKED, ids=IDS)
async def test_an_answer_is_private_and_leaves_out_nothing(scene: Scene, command: str, options: dict[str, str]) -> None:
    for who, locale in ((scene.alice, Locale.EN), (scene.bob, Locale.KO)):
        result = await who.slash(scene.channel, command, **options)
        shown = words(text(only(result)).replace("*", "").replace("`", ""))
        assert result.ephemeral
        assert not result.deferred
        assert in_plain_words(command, options, locale) - shown == set()


def test_every_command_is_asked_above() -> None:
    assert {command for command, _ in ASKED} == {command.name for command in COMMANDS}


async def test_the_meeting_stands_small_below_the_answer(scene: Scene) -> None:
    shown = text(only(await scene.alice.slash(scene.channel, "agreed"))).splitlines()
    assert shown[:2] == [
        "## 2 joint agreements",
        "-# **ASEAN-ROK Dialogue**, held 26 Aug 2020, published 27 Aug 2020",
    ]


async def test_a_statement_is_its_holder_its_verb_its_mark_what_belongs_to_it_and_its_words(scene: Scene) -> None:
    shown = [part.get("content", "") for part in parts(only(await scene.alice.slash(scene.channel, "agreed")))]
    assert next(content for content in shown if "3.3" in content).splitlines() == [
        (
            "**ROK and ASEAN, together** (“the two sides”) *agreed* to explore ways to bring exchanges and tourism "
            "back on track, based on thorough quarantine measures, as soon as the COVID-19 situation improves "
            "\\[¶3.3\\]"
        ),
        (
            "-# Conditions, as printed: “based on thorough quarantine measures”; “as soon as the COVID-19 situation "
            "improves”"
        ),
        "-# As printed, an agreement to “explore”; not yet to act.",
        (
            "> “They also agreed to explore ways to bring exchanges and tourism back on track based on thorough "
            "quarantine measures as soon as the COVID-19 situation improves”"
        ),
    ]


async def test_the_asker_can_let_everybody_see_the_answer(scene: Scene) -> None:
    private = await scene.alice.slash(scene.channel, "agreed", visible_to="me")
    public = await scene.alice.slash(scene.channel, "agreed", visible_to="everyone")
    assert (private.ephemeral, public.ephemeral) == (True, False)
    assert "Share to channel" in buttons(only(private))
    assert "Share to channel" not in buttons(only(public))


async def test_what_is_no_question_is_never_public(scene: Scene) -> None:
    result = await scene.alice.slash(scene.channel, "cite", code="nonsense", visible_to="everyone")
    assert result.ephemeral
    assert buttons(only(result)) == {}


async def test_nobody_is_mentioned_by_any_reply(scene: Scene) -> None:
    await scene.alice.slash(scene.channel, "positions", topic="@everyone <@1>", visible_to="everyone")
    data = scene.last_sent()["data"]
    assert data["allowed_mentions"]["parse"] == []
    assert data.get("flags", 0) & (V2 | EPHEMERAL) == V2


async def test_a_direct_message_answers_too(scene: Scene) -> None:
    result = await scene.alice.user.slash("positions", topic="korean-peninsula")
    pressed = await scene.alice.user.click(only(result), label="¶4.1")
    assert text(only(result)).startswith("## Situation on the Korean Peninsula")
    assert text(only(pressed)).startswith(f"## `{RELEASE} ¶4.1`")


async def test_it_answers_where_only_the_asker_has_installed_it(scene: Scene) -> None:
    scene.more.update(authorizing_integration_owners={"1": str(scene.alice.id)}, context=2)
    result = await scene.alice.slash(scene.channel, "agreed")
    assert text(only(result)).startswith("## 2 joint agreements")


@pytest.mark.parametrize("typed", ["korean-peninsula", "Situation on the Korean Peninsula", "한반도 정세", "DPRK"])
async def test_an_option_may_arrive_as_an_id_a_label_or_what_was_typed(scene: Scene, typed: str) -> None:
    result = await scene.alice.slash(scene.channel, "positions", topic=typed)
    assert text(only(result)).startswith("## Situation on the Korean Peninsula: what each side said")


async def test_options_are_completed_in_the_askers_language(scene: Scene) -> None:
    english = await scene.alice.autocomplete(scene.channel, "positions", "topic", "kor")
    korean = await scene.bob.autocomplete(scene.channel, "positions", "topic", "kor")
    assert english[0] == {"name": "Situation on the Korean Peninsula", "value": "korean-peninsula"}
    assert korean[0] == {"name": "한반도 정세", "value": "korean-peninsula"}


async def test_a_citation_code_is_completed_to_one_that_can_be_cited(scene: Scene) -> None:
    [first, *_] = await scene.alice.autocomplete(scene.channel, "cite", "code", "2020")
    result = await scene.alice.slash(scene.channel, "cite", code=first["value"])
    assert text(only(result)).startswith(f"## `{first['value']}`")


@pytest.mark.parametrize(
    ("command", "options", "sentence"),
    [
        ("positions", {"topic": "x" * 6000}, "### The option “topic” is too long: at most 200 characters are read."),
        ("positions", {"topic": "  "}, "## The option “topic” is empty. Write topic:… or leave it out."),
        ("positions", {"colour": "red"}, "I did not understand that. My commands may have changed"),
        ("positions", {}, "I did not understand that. My commands may have changed"),
        ("fly", {}, "I did not understand that. My commands may have changed"),
    ],
)
async def test_what_discord_would_not_send_is_answered_by_a_private_sentence(
    scene: Scene, command: str, options: dict[str, str], sentence: str
) -> None:
    result = await scene.command(scene.alice, command, **options)
    assert result.ephemeral
    assert text(only(result)).startswith(sentence)


async def test_completing_an_option_that_is_gone_shows_nothing_and_breaks_nothing(scene: Scene) -> None:
    focused = {"type": 3, "name": "colour", "value": "r", "focused": True}
    data = {"id": "1", "name": "positions", "type": 1, "options": [focused]}
    result = await scene.raw(scene.alice, AUTOCOMPLETE, data)
    assert result.response is None
    assert (await scene.alice.slash(scene.channel, "agreed")).acknowledged


async def test_a_long_quote_is_checked_whole(scene: Scene) -> None:
    quote = "“a competent candidate” " + "and other words " * 200 + "“the ROK has nominated a competent minister”"
    answer = await scene.alice.slash(scene.channel, "verify", quote=quote)
    shown = text(only(answer)).replace("\\", "")
    assert "Not as the releases have it: 1 of 2 quotes." in shown
    assert "[candidate → minister]" in shown


@pytest.mark.parametrize(("form", "first"), [("csv", "citation,release,paragraph"), ("json", "[")])
async def test_a_list_of_statements_comes_as_a_file(scene: Scene, form: str, first: str) -> None:
    result = await scene.alice.slash(scene.channel, "statements", topic="wto", download=form)
    message = only(result)
    (file,) = message.attachments
    content = (await file.read()).decode("utf-8-sig")
    assert (file.filename, content.startswith(first), content.count("5-b")) == (f"statements.{form}", True, 1)
    assert "All 2 are in the file" in text(message)
    assert parts(message)[-1]["file"]["url"] == file.url


async def test_where_nothing_is_found_there_is_no_file(scene: Scene) -> None:
    message = only(await scene.alice.slash(scene.channel, "statements", download="csv", topic="bitcoin"))
    assert (len(message.attachments), "Not in the releases I have" in text(message)) == (0, True)
