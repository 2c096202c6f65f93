"""The web application. Read `create_app` first: it is the table of contents."""

from wsgiref.headers import Headers

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from participation.settings import CHECKOUT, Settings
from participation.storage.engine import Database
from participation.web.access import register_access
from participation.web.database import register_database
from participation.web.errors import register_errors
from participation.web.features import FEATURES
from participation.web.languages import register_languages
from participation.web.numbers import register_numbers
from participation.web.render import register_rendering
from participation.web.security import HEADERS, register_security

STATIC = CHECKOUT / "participation" / "static"


def create_app(settings: Settings, database: Database | None = None) -> Flask:
    """Build the web application on its settings; tests give their own database."""
    app = Flask(__name__, template_folder=str(CHECKOUT / "templates"), static_folder=str(STATIC))
    app.config["PARTICIPATION"] = settings
    register_numbers(app)
    register_database(app, database or Database(settings.database_url))
    register_languages(app)
    register_security(app, settings)
    register_access(app)
    register_rendering(app)
    register_errors(app)
    for feature in FEATURES:
        app.register_blueprint(feature)
    serve_files(app, settings)
    return app


def serve_files(app: Flask, settings: Settings) -> None:
    """Static files with compression, and the proxies that were declared."""
    files = WhiteNoise(
        app.wsgi_app,
        root=str(STATIC),
        prefix="static/",
        max_age=2_592_000,
        allow_all_origins=False,
        add_headers_function=protect_file,
    )
    proxies = settings.trusted_proxies
    app.wsgi_app = (  # type: ignore[method-assign]  # Flask's own way to wrap
        ProxyFix(files, x_for=proxies, x_proto=proxies, x_host=proxies) if proxies else files
    )


def protect_file(headers: Headers, _path: str, _url: str) -> None:
    """The protections of every page, on a static file."""
    for name, value in HEADERS.items():
        headers[name] = value
