"""Pelican's settings for the comparison: no pages but those of the archive."""

SITENAME = "圆桌"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "zh"
PATH = "data"
OUTPUT_PATH = "output"
THEME = "."
THEME_STATIC_DIR = "static"
PLUGIN_PATHS = ["."]
PLUGINS = ["archive_pages"]
DIRECT_TEMPLATES: list[str] = []
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "autoescape": True}
