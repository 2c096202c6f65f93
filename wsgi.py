"""What a WSGI server starts."""

import os

from participation.app import create_app
from participation.settings import Settings

application = create_app(Settings.from_environ(os.environ))
