"""What the web server loads: the application, made from the environment."""

import os

from bot.app import create_app
from bot.processes import end_with_parent
from bot.settings import Settings
from models import database

end_with_parent()
settings = Settings.from_env(os.environ)
app = create_app(settings, database.open_engine(settings.database_url))
