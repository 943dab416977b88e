"""The gateway: identify, heartbeat, dispatch, resume, and the ways in which it sends a client away."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from aiohttp import WSMsgType, web

from tests.wire.guild import Json, World
from tests.wire.tape import Frame, Tape

HEARTBEAT_MILLISECONDS = 41_250
NORMAL_CLOSURE = 1000
AUTHENTICATION_FAILED = 4004


class Op(IntEnum):
    """Gateway op codes (Discord, "Opcodes and Status Codes")."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


@dataclass
class Session:
    """What one identified client was sent, for the day it resumes; `socket` is None while it is away."""

    id: str
    sent: list[Json] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event, or keep it for the resume."""
        frame = {"op": Op.DISPATCH, "t": event, "s": len(self.sent) + 1, "d": data}
        self.sent.append(frame)
        if self.socket is not None and not self.socket.closed:
            with suppress(ConnectionResetError):  # cut meanwhile: kept for the resume
                await self.socket.send_json(frame)


@dataclass
class Gateway:
    """All clients of the bot. Every live session gets every event, as with two processes on one token."""

    world: World
    token: str
    url: Callable[[], str]
    frames: Tape[Frame] = field(default_factory=Tape)
    sessions: dict[str, Session] = field(default_factory=dict)
    refuse_with: int | None = None
    _connections: int = 0
    _lines: dict[int, web.Request] = field(default_factory=dict)

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection of a client until it ends."""
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        self._connections += 1
        number = self._connections
        self._lines[number] = request
        await socket.send_json(
            {"op": Op.HELLO, "d": {"heartbeat_interval": HEARTBEAT_MILLISECONDS}, "s": None, "t": None}
        )
        session: Session | None = None
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            frame = json.loads(message.data)
            op, data = frame["op"], frame.get("d")
            if op == Op.HEARTBEAT:
                await socket.send_json({"op": Op.HEARTBEAT_ACK, "d": None, "s": None, "t": None})
            elif op == Op.IDENTIFY:
                session = await self._identify(socket, data)
            elif op == Op.RESUME:
                session = await self._resume(socket, data)
            await self.frames.add(Frame(op, data, number))
        del self._lines[number]
        if session is not None and session.socket is socket:
            session.socket = None
        await self.frames.touch()
        return socket

    async def _identify(self, socket: web.WebSocketResponse, data: Any) -> Session | None:
        """Welcome a new client, unless its token is wrong or the test refuses it."""
        refusal = self.refuse_with or (AUTHENTICATION_FAILED if data["token"] != self.token else None)
        if refusal is not None:
            await socket.close(code=refusal)
            return None
        session = Session(self.world.new_id(), socket=socket)
        self.sessions[session.id] = session
        ready: Json = {
            "v": 10,
            "user": self.world.bot,
            "session_id": session.id,
            "resume_gateway_url": self.url(),
        }
        guilds = [] if self.world.away else [{"id": self.world.guild_id, "unavailable": True}]
        ready |= {"guilds": guilds, "shard": [0, 1]}
        await session.dispatch("READY", ready | {"application": {"id": self.world.application_id, "flags": 0}})
        if not self.world.away:
            await session.dispatch("GUILD_CREATE", self.world.guild())
        return session

    async def _resume(self, socket: web.WebSocketResponse, data: Any) -> Session | None:
        """Replay what a returning client missed, or tell it to identify anew."""
        session = self.sessions.get(data["session_id"] or "")
        if session is None or data["token"] != self.token:
            await socket.send_json({"op": Op.INVALID_SESSION, "d": False, "s": None, "t": None})
            return None
        session.socket = socket
        for frame in session.sent[int(data["seq"] or 0) :]:
            await socket.send_json(frame)
        await session.dispatch("RESUMED", {"_trace": []})
        return session

    @property
    def live(self) -> list[Session]:
        """The sessions with a client on the line."""
        return [session for session in self.sessions.values() if session.socket is not None]

    async def joined(self, count: int = 1) -> None:
        """Return once `count` clients have identified or resumed, counted from the start."""
        await self.frames.until(lambda frame: frame.op in (Op.IDENTIFY, Op.RESUME), count)

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event to every session; one that is away gets it when it resumes."""
        for session in self.sessions.values():
            await session.dispatch(event, data)

    async def tell_to_reconnect(self) -> None:
        """Send op 7: close and resume."""
        for socket in self._sockets():
            await socket.send_json({"op": Op.RECONNECT, "d": None, "s": None, "t": None})

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Send op 9; without `resumable` the sessions are forgotten and clients must identify anew."""
        sockets = self._sockets()
        if not resumable:
            self.sessions.clear()
        for socket in sockets:
            await socket.send_json({"op": Op.INVALID_SESSION, "d": resumable, "s": None, "t": None})

    async def close(self, code: int = NORMAL_CLOSURE) -> None:
        """Close every connection with a close code, such as 4000 (try again) or 4014 (disallowed intents)."""
        for socket in self._sockets():
            await socket.close(code=code)

    def drop(self) -> None:
        """Cut every connection without a close frame."""
        for request in self._lines.values():
            if request.transport is not None:
                request.transport.abort()

    def _sockets(self) -> list[web.WebSocketResponse]:
        return [session.socket for session in self.live if session.socket is not None]
