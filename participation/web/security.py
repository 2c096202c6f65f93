"""Headers, the origin of what is sent, and tokens for staff forms."""

from datetime import timedelta
from uuid import UUID

from flask import Flask, Response, abort, request
from flask_wtf.csrf import CSRFError, CSRFProtect

from participation.errors import BrokenForm
from participation.media.rules import LARGEST_PICTURE
from participation.settings import Settings
from participation.web.access import ANYONE, who_may_come_in

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
}
LARGEST_REQUEST = LARGEST_PICTURE + 2_000_000
"""Bytes: the largest file, and what stands around it. Files go to the disk, never to memory."""
csrf = CSRFProtect()


def register_security(app: Flask, settings: Settings) -> None:
    """Cookies, sizes, headers and checks that hold on every address."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=500_000,
        MAX_FORM_PARTS=2_000,
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,
    )
    csrf.init_app(app)
    app.before_request(refuse_nul)
    app.before_request(check_what_is_sent)
    app.after_request(add_headers)


def refuse_nul() -> None:
    """No address of ours has a NUL in it, and PostgreSQL takes none."""
    if "\0" in request.path:
        abort(404)


def check_what_is_sent() -> None:
    """A POST comes from our own pages; from staff it also carries its token."""
    if request.method != "POST" or request.endpoint is None:
        return
    refuse_other_origin()
    if ANYONE in who_may_come_in(request.endpoint):
        return
    try:
        csrf.protect()
    except CSRFError as error:
        raise BrokenForm from error


def refuse_other_origin() -> None:
    """Refuse what another site sent. With neither header (an old browser) it is let in."""
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        abort(403)
    origin = request.headers.get("Origin")
    if origin and origin.partition("://")[2] != request.host:
        abort(403)


def add_headers(response: Response) -> Response:
    """The same protections on every answer; nothing is kept unless the view said so."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def gesture_of(raw: str | None) -> UUID:
    """The gesture that a resident's form carries; raise BrokenForm without one."""
    try:
        return UUID(raw or "")
    except ValueError as error:
        raise BrokenForm from error
