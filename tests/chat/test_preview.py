"""The preview: the real bot in a simulated Discord, in a real browser, by keyboard alone."""

from __future__ import annotations

import asyncio
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.app import holdings
from bot.chat.discord.client import Readout
from bot.chat.discord.newsroom import open_newsroom
from bot.chat.preview import SimulatedClock, simulated
from bot.model.value import Locale
from tests.chat.discord.scene import text
from tests.shelves import ROOT, app

SLASH = 1
CHROMIUM = shutil.which("chromium") or "chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
PATIENCE = 30.0
SENT_WITHIN_MS = 3_000
WITHOUT_SIMCORD = (
    "import sys; sys.modules['simcord'] = None; from bot.__main__ import main; sys.exit(main(['preview']))"
)


async def started(*arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )


@asynccontextmanager
async def preview(*arguments: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """A running preview and its address; killed if it is still there at the end."""
    process = await started("-m", "bot", "preview", *arguments)
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            yield process, (await process.stdout.readline()).decode().strip()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def ended(process: asyncio.subprocess.Process) -> tuple[int | None, str, str]:
    """Exit status, and what else was printed to both streams."""
    async with asyncio.timeout(PATIENCE):
        out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as driver:
        chromium = await driver.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        yield chromium
        await chromium.close()


async def opened(chromium: Browser, address: str, width: int) -> tuple[Page, Locator]:
    """The page, ready, and the conversation on it."""
    page = await chromium.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
    await page.goto(address)
    await page.wait_for_function("window.simcordPreview && window.simcordPreview.ready")
    return page, page.get_by_role("region", name="Conversation")


async def tabbed_to(page: Page, wanted: Locator, most: int = 60) -> None:
    """Presses Tab until the focus is there."""
    for _ in range(most):
        if await wanted.evaluate("element => element === document.activeElement"):
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} cannot be reached with {most} Tabs")


async def pressed(page: Page, button: Locator) -> None:
    await expect(button).to_be_enabled()
    await tabbed_to(page, button)
    await page.keyboard.press("Enter")


async def sent_by_enter(page: Page, answer: Locator, tries: int = 5) -> None:
    """Presses Enter until the command is run: a late list of suggestions takes the key, and Escape closes it."""
    for _ in range(tries):
        if await page.locator("#command-suggestion-listbox").is_visible():
            await page.keyboard.press("Escape")
        await page.keyboard.press("Enter")
        with suppress(AssertionError):
            await expect(answer).to_be_visible(timeout=SENT_WITHIN_MS)
            return
    raise AssertionError("the command was never sent")


@pytest.mark.parametrize(
    ("locale", "width", "answer", "source", "share"),
    [
        ("en", 1100, "Situation on the Korean Peninsula: what each side said", "Cite as", "Share to channel"),
        ("ko", 400, "한반도 정세: 각 측의 발언", "인용 표기", "채널에 공유"),
    ],
)
async def test_a_newcomer_asks_reads_the_source_and_shares_by_keyboard_alone(
    locale: str, width: int, answer: str, source: str, share: str
) -> None:
    async with preview("--locale", locale) as (_, address), browser() as chromium:
        page, talk = await opened(chromium, address, width)
        await expect(talk.get_by_text("/positions")).to_be_visible()
        await tabbed_to(page, page.locator("#channel-composer-input"))
        await page.keyboard.type("/positions")
        await expect(
            page.get_by_role("listbox", name="Application commands").get_by_role("option").first
        ).to_be_visible()
        await page.keyboard.press("Enter")
        await page.keyboard.type("kor")
        await expect(page.locator('.command-suggestion[data-value="korean-peninsula"]')).to_be_visible()
        await page.keyboard.press("Enter")
        messages = talk.locator("article.channel-message")
        await sent_by_enter(page, messages.nth(1))
        await expect(messages.nth(1).get_by_text(answer)).to_be_visible()
        await expect(messages.nth(1).locator(".message-ephemeral-note")).to_have_count(1)
        await pressed(page, messages.nth(1).get_by_role("button", name="¶4.1"))
        await expect(messages.nth(2).get_by_text("Concerning the situation on the Korean Peninsula")).to_be_visible()
        await expect(messages.nth(2).get_by_text(source)).to_be_visible()
        await pressed(page, messages.nth(1).get_by_role("button", name=share))
        await expect(messages.nth(3).get_by_text(answer)).to_be_visible()
        await expect(messages.nth(3).locator(".message-ephemeral-note")).to_have_count(0)


async def test_a_newcomer_there_may_use_every_command_of_the_bot(tmp_path: Path) -> None:
    clock, library = SimulatedClock(), app()
    ledger = f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    async with open_newsroom(ledger, holdings(library), clock, name="preview", new_id=lambda: "a1") as newsroom:
        bot = Readout(library.answers(), newsroom=newsroom)
        async with simulated(bot, library.languages[Locale.EN], clock) as scene:
            offered = scene.member.available_commands(scene.channel)
            shown = await scene.member.slash(
                scene.channel, "announce create", what="agreed", where=scene.channel, when="every weekday 09:00"
            )
            await scene.member.click(shown.followups[0], label="Save")
            await scene.member.slash(scene.channel, "announce send-now", announcement="a1")
            await scene.env.settle()
            posts = [text(message).splitlines()[0] for message in scene.channel.history()]
    slash = {payload["name"] for payload in await bot.command_payloads() if payload["type"] == SLASH}
    assert {name.split()[0] for name in offered} == slash
    assert posts[1:] == ["## 2 joint agreements"]


async def test_a_question_in_ones_own_words_is_written_to_it_and_answered_in_the_open() -> None:
    async with preview() as (_, address), browser() as chromium:
        page, talk = await opened(chromium, address, 1100)
        await tabbed_to(page, page.locator("#channel-composer-input"))
        await page.keyboard.type("@Readout did both sides agree on ASEAN centrality?")
        await page.keyboard.press("Enter")
        answer = talk.locator("article.channel-message").nth(2)
        await expect(answer.get_by_text("No. The release records no joint agreement")).to_be_visible()
        await expect(answer.get_by_text("/agreed topic:aoip")).to_be_visible()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
async def test_it_prints_its_address_as_one_line_and_ends_in_order_when_told_to(sent: signal.Signals) -> None:
    async with preview() as (process, address):
        process.send_signal(sent)
        assert address.startswith("http://127.0.0.1:")
        assert await ended(process) == (0, "", "")


async def test_a_port_that_is_taken_is_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, out, err = await ended(await started("-m", "bot", "preview", "--port", str(port)))
    assert (code, out) == (1, "")
    assert err == f"preview could not bind port {port}. Another port is chosen with --port; without it, any free one.\n"


async def test_without_simcord_one_sentence_says_how_to_get_it() -> None:
    assert await ended(await started("-c", WITHOUT_SIMCORD)) == (
        1,
        "",
        "The preview needs simcord. Install it with: pip install 'readout[preview]'\n",
    )


async def test_a_port_that_is_none_is_a_matter_of_usage() -> None:
    code, _, err = await ended(await started("-m", "bot", "preview", "--port", "70000"))
    assert code == 2
    assert "a port is a number from 0 to 65535" in err
