"""What the web server writes down."""

import logging

from gunicorn.config import Config
from gunicorn.glogging import Logger

from participation.cli.serving import options


def test_a_request_that_cannot_be_read_leaves_no_address_in_the_log() -> None:
    settings = Config()
    for name, value in options("127.0.0.1", 8000, True, lambda: None).items():
        settings.set(name, value)
    log = Logger(settings)
    assert not log.error_log.isEnabledFor(logging.WARNING)
    assert log.error_log.isEnabledFor(logging.ERROR)
    assert settings.accesslog is None
