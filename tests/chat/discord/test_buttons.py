"""Buttons work for ever, for whoever presses them, and never stay silent."""

from __future__ import annotations

import pytest

from tests.chat.discord.conftest import new_bot
from tests.chat.discord.scene import FORM, RELEASE, Scene, buttons, only, text


async def test_a_paragraph_button_shows_the_whole_source_paragraph_to_whoever_pressed_it(scene: Scene) -> None:
    answer = only(await scene.alice.slash(scene.channel, "positions", topic="korean-peninsula"))
    pressed = await scene.alice.click(answer, label="¶4.1")
    shown = text(only(pressed))
    assert pressed.ephemeral
    assert shown.startswith(f"## `{RELEASE} ¶4.1`\n> “Concerning the situation on the Korean Peninsula, the ROK side")
    assert "SHA-256" in shown


async def test_each_paragraph_of_a_page_has_one_button(scene: Scene) -> None:
    answer = only(await scene.alice.slash(scene.channel, "positions", topic="korean-peninsula"))
    assert buttons(answer) == {
        "¶4.1": f"p:{RELEASE}:4.1",
        "¶4": f"p:{RELEASE}:4",
        "Share to channel": f"s:1:positions:tkorean-peninsula:r{RELEASE}",
        "Cite": f"c:1:positions:tkorean-peninsula:r{RELEASE}",
    }


async def test_a_shared_answer_is_the_same_one_and_says_who_shared_it_without_a_mention(scene: Scene) -> None:
    answer = only(await scene.alice.slash(scene.channel, "agreed"))
    shared = await scene.alice.click(answer, label="Share to channel")
    assert not shared.ephemeral
    assert text(only(shared)) == f"{text(answer)}\n-# Shared by Alice \\*Kim\\* \\<\\@1\\>"
    assert "Share to channel" not in buttons(only(shared))
    assert text(scene.channel.history(viewer=scene.bob)[-1]) == text(only(shared))


async def test_on_a_shared_answer_anyones_press_is_answered_privately_in_their_language(scene: Scene) -> None:
    answer = only(await scene.alice.slash(scene.channel, "agreed"))
    await scene.alice.click(answer, label="Share to channel")
    seen_by_bob = scene.channel.history(viewer=scene.bob)[-1]
    for label in ("¶6", "Cite"):
        pressed = await scene.bob.click(seen_by_bob, label=label)
        assert pressed.ephemeral
        assert "대한민국 외교부" in text(only(pressed))
    assert scene.channel.history(viewer=scene.bob)[-3] == seen_by_bob


async def test_cite_gives_plain_text_with_codes_ready_to_paste(scene: Scene) -> None:
    answer = only(await scene.alice.slash(scene.channel, "agreed", topic="travel"))
    cited = await scene.alice.click(answer, label="Cite")
    assert cited.ephemeral
    assert only(cited).content.splitlines()[:8] == [
        "```",
        "1 joint agreement on “Travel and tourism”",
        "",
        "ASEAN-ROK Dialogue, held 26 Aug 2020, published 27 Aug 2020",
        "",
        (
            "• ROK and ASEAN, together (“the two sides”) agreed to explore ways to bring exchanges and tourism back on "
            f"track, based on thorough quarantine measures, as soon as the COVID-19 situation improves [{RELEASE} ¶3.3]"
        ),
        (
            "  “They also agreed to explore ways to bring exchanges and tourism back on track based on thorough "
            "quarantine measures as soon as the COVID-19 situation improves”"
        ),
        (
            "  Conditions, as printed: “based on thorough quarantine measures”; “as soon as the COVID-19 situation "
            "improves”"
        ),
    ]


async def test_a_long_citation_comes_in_pages_that_lose_nothing(scene: Scene) -> None:
    answer = only(await scene.alice.slash(scene.channel, "attendance"))
    page = only(await scene.alice.click(answer, label="Cite"))
    contents = [page.content]
    while "Next" in buttons(page):
        page = only(await scene.alice.click(page, label="Next"))
        contents.append(page.content)
    assert len(contents) == 2
    assert all(len(content) <= 2000 for content in contents)
    assert [f"[{RELEASE} ¶{ref}]" in "".join(contents) for ref in ("1", "2", "1.1", "5", "4.1", "3")] == [True] * 6
    back = only(await scene.alice.click(page, label="Back"))
    assert back.content == contents[0]


@pytest.mark.parametrize("label", ["¶4.1", "Share to channel", "Cite"])
async def test_old_buttons_work_after_a_restart(scene: Scene, label: str) -> None:
    answer = only(await scene.alice.slash(scene.channel, "positions", topic="korean-peninsula"))
    before = only(await scene.alice.click(answer, label=label))
    await scene.env.restart_bot(new_bot())
    after = only(await scene.alice.click(answer, label=label))
    assert text(after) == text(before)


@pytest.mark.parametrize(
    "custom_id",
    [
        "",
        "p",
        "p:2020-08-27-asean-rok-dialogue",
        "p:../../etc:4.1",
        "p:2020-08-27-asean-rok-dialogue:4.1:more",
        "p:2020-08-27-asean-rok-dialogue:<@1>",
        "n:0:agreed",
        "n:x:agreed",
        "n:1",
        "n:1:fly",
        "n:1:agreed:zred",
        "s:1:agreed:",
        "x:1:agreed",
        "para:4.1",
        "n:1:positions:t" + "x" * 3000,
        "\u0000",
    ],
)
async def test_a_damaged_button_gets_a_private_sentence(scene: Scene, custom_id: str) -> None:
    answer = only(await scene.alice.slash(scene.channel, "agreed", visible_to="everyone"))
    result = await scene.press(scene.alice, custom_id, answer)
    assert result.ephemeral
    assert text(only(result)).startswith("I do not know this button")


@pytest.mark.parametrize(
    ("custom_id", "sentence"),
    [
        ("p:2019-01-01-elsewhere:4.1", "### Not in the releases I have."),
        (f"p:{RELEASE}:99.9", "### 2020\\-08-27-asean-rok-dialogue has no such paragraph"),
        ("n:1:positions", "## /positions needs topic."),
        ("s:1:positions:t", "## The option “topic” is empty."),
        ("c:1:help", "There is no paragraph to cite here."),
        ("n:999:agreed", "## 2 joint agreements"),
        ("n:1:positions:tfrom another server", "### Not in the releases I have."),
    ],
)
async def test_a_button_of_what_is_not_here_says_so_privately(scene: Scene, custom_id: str, sentence: str) -> None:
    answer = only(await scene.alice.slash(scene.channel, "agreed", visible_to="everyone"))
    result = await scene.press(scene.alice, custom_id, answer)
    assert result.ephemeral
    assert text(only(result)).startswith(sentence)


async def test_a_form_from_before_a_restart_gets_a_private_sentence(scene: Scene) -> None:
    result = await scene.raw(scene.alice, FORM, {"custom_id": "a-form", "components": []})
    assert result.ephemeral
    assert text(only(result)).startswith("I do not know this button")


async def test_a_button_that_lost_its_message_still_says_what_to_do(scene: Scene) -> None:
    answer = only(await scene.alice.slash(scene.channel, "agreed", visible_to="everyone"))
    pressed = await scene.press(scene.alice, f"k:s:1:{'k' * 16}", answer)
    assert (
        text(only(pressed)) == "I no longer have this question: long ones are kept for 30 days. Send its command again."
    )
