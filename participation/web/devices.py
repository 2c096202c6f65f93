"""The kiosk that asks: a role of the browser, in a cookie that pages cannot read."""

from flask import current_app, g, request
from werkzeug.wrappers import Response

from participation.kiosks.models import Device
from participation.kiosks.queries import device_of_token
from participation.kiosks.rules import DeviceRevoked
from participation.settings import Settings
from participation.web.database import session

COOKIE = "kiosk"
ONE_YEAR = 365 * 24 * 3600


def current_device() -> Device | None:
    """The kiosk that this browser is, unless it was stopped; None for everybody else."""
    if "device" not in g:
        token = request.cookies.get(COOKIE)
        g.device = device_of_token(session(), token) if token else None
    found: Device | None = g.device
    return found


def needed_device() -> Device:
    """The kiosk that this browser is; raise DeviceRevoked when it is none."""
    device = current_device()
    if device is None:
        raise DeviceRevoked
    return device


def remember(response: Response, token: str) -> None:
    """Make the browser a kiosk."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=ONE_YEAR,
        path="/",
        secure=settings().secure_cookies,
        httponly=True,
        samesite="Strict",
    )


def forget(response: Response) -> None:
    """Make the kiosk an ordinary browser again."""
    response.delete_cookie(
        COOKIE, path="/", secure=settings().secure_cookies, httponly=True, samesite="Strict"
    )


def idle_seconds() -> int:
    """How long a kiosk waits before it asks whether somebody is still there."""
    return settings().idle_seconds


def settings() -> Settings:
    """The settings of the installation."""
    found: Settings = current_app.config["PARTICIPATION"]
    return found
