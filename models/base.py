"""The ground all tables stand on: naming, moments in UTC, JSON."""

from datetime import UTC, datetime
from typing import Annotated, Any, cast

from sqlalchemy import (
    JSON,
    BigInteger,
    CursorResult,
    DateTime,
    Dialect,
    Executable,
    Integer,
    MetaData,
    SelectBase,
    Text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


BigId = BigInteger().with_variant(Integer, "sqlite")
Id = Annotated[int, mapped_column(BigId, primary_key=True, autoincrement=True)]
Unique = Annotated[str, mapped_column(unique=True)]


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy reads it from the class
        datetime: Moment,
        str: Text,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }


def insert_once(db: Session, table: type[Base], **row: Any) -> bool:
    """Put a row unless its key stands already; True for the one who put it."""
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    first_column = next(iter(table.__table__.primary_key))
    once = dialect.insert(table).values(**row).on_conflict_do_nothing().returning(first_column)
    return db.execute(once).first() is not None


def insert_all_once(db: Session, table: type[Base], columns: list[str], rows: SelectBase) -> None:
    """Put what a query finds, but for rows whose key stands already."""
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    db.execute(dialect.insert(table).from_select(columns, rows).on_conflict_do_nothing())


def changed(db: Session, statement: Executable, *values: Any) -> int:
    """How many rows an UPDATE or a DELETE reached: of several who try the same at once, one reads 1."""
    return cast("CursorResult[Any]", db.execute(statement, *values)).rowcount
