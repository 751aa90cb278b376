"""What is refused before any page is asked: strange host names, and writes that another site caused."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address

from fastapi import Request

from dragoman.marking import _
from dragoman.web.asgi import Application, Message, Receive, Scope, Send, header
from dragoman.web.headers import ALWAYS
from dragoman.web.problems import refusal

_READING = ("GET", "HEAD", "OPTIONS")
_OURSELVES = ("same-origin", "none")


class Guard:
    """Middleware: refuses what is not meant for this site, and adds the headers of safety to every answer."""

    def __init__(self, app: Application, hosts: Sequence[str] = ()) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {name.lower() for name, _value in message["headers"]}
                added = [(name, value) for name, value in ALWAYS if name not in said]
                message = {**message, "headers": [*message["headers"], *added]}
            await send(message)

        if not known_host(scope, self._hosts):
            what = _("This site does not answer to the name {host!r}.")
            answer = refusal(Request(scope), 403, what, host=header(scope, b"host") or "")
            await answer(scope, receive, safely)
        elif scope["method"] not in _READING and not same_site(scope):
            what = _("This form was sent by another site, so nothing was changed.")
            await refusal(Request(scope), 403, what)(scope, receive, safely)
        else:
            await self._app(scope, receive, safely)


def known_host(scope: Scope, hosts: frozenset[str]) -> bool:
    """Whether the request names a host that this site is served under.

    Served on this machine alone it answers to the machine's own names: a page from elsewhere that makes its
    name point to this machine (DNS rebinding) still sends that name. With `hosts` it answers to these too,
    wherever it is served.
    """
    server = scope.get("server")
    if not hosts and not (server and _own(server[0])):
        return True
    name = _name(header(scope, b"host") or "")
    return name in hosts or _own(name)


def same_site(scope: Scope) -> bool:
    """Whether a writing request comes from our own pages, or from no page at all.

    Browsers say where a request comes from (W3C, Fetch Metadata), older ones at least the origin; programs
    that are no browsers say neither, and carry nobody's session either.
    """
    site = header(scope, b"sec-fetch-site")
    if site is not None:
        return site in _OURSELVES
    origin = header(scope, b"origin")
    return origin is None or origin.partition("://")[2] == header(scope, b"host")


def _name(host: str) -> str:
    """A Host header without its port: "[::1]:8013" is "::1"."""
    host = host.lower().rstrip(".")
    if host.startswith("["):
        return host[1:].partition("]")[0] if "]" in host else ""
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def _own(name: str) -> bool:
    """Whether this names the machine itself."""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
