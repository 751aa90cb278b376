"""Which permission each route needs: declared on the route, checked before it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.routing import APIRoute

from dragoman.access.permissions import PERMISSIONS
from dragoman.web.standing import refusal, standing_of


class Need:
    """A dependency that lets only those through who have a permission, for whichever party."""

    def __init__(self, permission: str) -> None:
        self.permission = PERMISSIONS[permission].name

    def __call__(self, request: Request) -> None:
        """Refuse who has it for no party at all.

        Raises:
            NotSignedIn, NotAllowed
        """
        standing = standing_of(request)
        if not standing.may(self.permission):
            raise refusal(standing, self.permission)


def needs(permission: str) -> Any:
    """The permission that a route needs, for its `dependencies`; every route has exactly one.

    It is the one that somebody needs to get anywhere there; what concerns one party is asked for that party
    in the handler, by `Visit.must`.
    """
    return Depends(Need(permission))


def permits(routers: Iterable[APIRouter]) -> Iterator[tuple[str, str, str]]:
    """The method, the path and the permission of every route.

    Raises:
        TypeError: a route declares no permission, or several.
    """
    for router in routers:
        for route in router.routes:
            if not isinstance(route, APIRoute):
                raise TypeError(f"{route!r} cannot say which permission it needs.")
            needed = [
                each.dependency.permission for each in route.dependencies if isinstance(each.dependency, Need)
            ]
            if len(needed) != 1:
                raise TypeError(f"{route.path} declares {len(needed)} permissions instead of one.")
            for method in sorted(route.methods or ()):
                yield method, route.path, needed[0]
