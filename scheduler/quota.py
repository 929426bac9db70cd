"""The month's messages run out: whoever plans Forums is told in time."""

from sqlalchemy.orm import Session

from handlers import quota_news


def warn(db: Session) -> None:
    quota_news.tell(db)
