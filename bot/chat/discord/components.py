"""Messages of components, built as they are sent.

discord.py's own items cost more to build than the answer that they show, and its views wait in memory for presses
that never come to them: buttons here remember for themselves. Numbers are Discord's
(https://discord.com/developers/docs/components/reference).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from discord import ui

Component = dict[str, Any]
ROW, BUTTON, TEXT, FILE, SEPARATOR, CONTAINER = 1, 2, 10, 13, 14, 17


class ButtonStyle(IntEnum):
    """How a button looks; nothing depends on it."""

    MAIN = 1
    PLAIN = 2


def text(content: str) -> Component:
    """A text in Markdown."""
    return {"type": TEXT, "content": content}


def attached(name: str) -> Component:
    """A file that comes with the message, under its name."""
    return {"type": FILE, "file": {"url": f"attachment://{name}"}}


def separator() -> Component:
    """A line between texts."""
    return {"type": SEPARATOR, "divider": True, "spacing": 1}


def button(label: str, custom_id: str, style: ButtonStyle = ButtonStyle.PLAIN) -> Component:
    """A button."""
    return {"type": BUTTON, "style": int(style), "label": label, "custom_id": custom_id}


def row(buttons: Sequence[Component]) -> Component:
    """Up to five buttons beside each other."""
    return {"type": ROW, "components": list(buttons)}


def container(parts: Sequence[Component]) -> Component:
    """Parts in one box."""
    return {"type": CONTAINER, "components": list(parts)}


class Layout(ui.LayoutView):
    """A message of ready components, for discord.py to send: to it a view, and one that is finished."""

    def __init__(self, components: Sequence[Component]) -> None:
        super().__init__(timeout=None)
        self._ready = list(components)
        self.stop()

    def to_components(self) -> list[Component]:
        """The components as they are sent."""
        return self._ready

    def has_components_v2(self) -> bool:
        """They always are."""
        return True


class ButtonRows(ui.View):
    """Ready rows of buttons below a plain text, as Layout."""

    def __init__(self, rows: Sequence[Component]) -> None:
        super().__init__(timeout=None)
        self._ready = list(rows)
        self.stop()

    def to_components(self) -> list[Component]:
        """The rows as they are sent."""
        return self._ready
