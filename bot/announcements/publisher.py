"""What the runner asks of a chat, and the three ways in which a chat can fail."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.announcements.announcement import Place
from bot.announcements.delivery import Carried
from bot.announcements.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Post:
    """What a composer made for a publisher. The runner never looks into `body`."""

    body: object
    carried: tuple[Carried, ...] = ()
    role: str = ""
    thread_name: str = ""


@dataclass(frozen=True, slots=True)
class NothingToSay:
    """A composer's answer when there is no post to make, such as a day on which nothing happened."""

    why: str = ""


@dataclass(unsafe_hash=True)
class Refused(Refusal):
    """Certainly not done, and asking again is no use.

    HTTP `status`, Discord's `code`, and the permission that it `needs`.
    """

    status: int
    code: int = 0
    needs: str = ""


@dataclass(unsafe_hash=True)
class TryLater(Refusal):
    """Certainly not done; may be asked again after so many seconds (429)."""

    after: float


@dataclass(unsafe_hash=True)
class Unclear(Refusal):
    """Perhaps done, perhaps not: a dropped connection, a time-out, a 5xx."""

    what: str


class Publisher(Protocol):
    """A chat. Every method raises Refused, TryLater or Unclear; any other error counts as Unclear."""

    async def post(self, place: Place, post: Post, mark: str) -> str:
        """Posts with `mark` as nonce and as hidden mark; the message's id. In a forum, opens a post."""
        ...

    async def find(self, place: Place, mark: str, since: datetime) -> str | None:
        """The id of the message with that mark among those not older than `since`, or None.

        Refused means that the history must not be read.
        """
        ...

    async def open_thread(self, place: Place, message: str, name: str) -> str:
        """Opens a thread under the message, or finds the one already there; the thread's id."""
        ...

    async def publish(self, place: Place, message: str) -> None:
        """Publishes a message of an announcement channel to the servers that follow it; once is enough."""
        ...

    async def edit(self, place: Place, message: str, post: Post, mark: str) -> None:
        """Replaces the message by `post`, with the same hidden mark as before."""
        ...
