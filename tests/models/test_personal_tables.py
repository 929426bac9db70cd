"""Whatever points to a person is copied for her, and leaves with her: a new table has to say how."""

from sqlalchemy import func, select

from models import consent, people
from models.base import Base
from tests.house import House
from tests.journeys.test_erasing import a_whole_life

# What becomes of each column that points to a person: in models/export.py, and in models/consent.py.
COPIED = {
    "consents.person_id",
    "drafts.person_id",
    "questions.answered_by",
    "questions.person_id",
    "entrusted.person_id",
    "reports.person_id",
    "roles.person_id",
    "rsvps.person_id",
    "supports.person_id",
    "attendances.person_id",
    "verdicts.person_id",
    "forum_survey.person_id",
    "memberships.person_id",
    "secretaries.person_id",
    "resolutions.taker_id",
}
NOT_HERS = {
    "codes.given_by": "a code is the newcomer's, and good for a day",
    "digests.person_id": "says only on which day a digest was sent",
    "forums.called_by": "a Forum is everybody's",
    "groups.tied_by": "a group is everybody's in it",
    "regions_asked.by_id": "a question to a region is everybody's",
    "regions_said.by_id": "what a region says is everybody's in it",
    "regional_answers.by_id": "an answer to a region is everybody's in it",
    "situations.made_by": "a situation is everybody's",
    "late_invitations.person_id": "says only that an invitation was shown",
    "links.person_id": "opens what others sent, for a day",
    "listings.person_id": "the numbers of a list she was shown today",
    "attendances.by_id": "who signed in others for them",
    "issue_changes.by_id": "a step of an issue is everybody's",
    "organisations.made_by": "an organisation is everybody's",
    "resolution_changes.by_id": "a step of a resolution is everybody's",
    "resolutions.made_by": "what a Forum concluded is everybody's",
    "posters.person_id": "opens the poster of a Forum, for a day",
    "roles.deputy_id": "the role is another's; erasing ends the standing in",
    "taught_words.taught_by": "a word is everybody's",
    "wrong_codes.person_id": "leaves within the hour",
}
STAYS = {
    "regions_asked.by_id",
    "regions_said.by_id",
    "regional_answers.by_id",
    "situations.made_by",
    "codes.given_by",
    "digests.person_id",
    "forums.called_by",
    "groups.tied_by",
    "attendances.by_id",
    "issue_changes.by_id",
    "organisations.made_by",
    "resolution_changes.by_id",
    "resolutions.made_by",
    "taught_words.taught_by",
    "wrong_codes.person_id",
}


def pointing() -> dict[str, object]:
    """The columns that point to a person."""
    return {
        f"{table.name}.{column.name}": column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table.name == "people" for key in column.foreign_keys)
    }


def test_every_column_that_points_to_a_person_was_thought_of() -> None:
    assert set(pointing()) == COPIED | set(NOT_HERS)


def test_nothing_points_to_a_person_who_was_erased(house: House) -> None:
    talk = a_whole_life(house)
    with house.db() as db:
        person = people.known_by(db, talk.person)
        consent.erase(db, person)
        left = {
            name
            for name, column in pointing().items()
            if db.scalar(select(func.count()).where(column == person.id))  # type: ignore[arg-type]
        }
    assert left <= STAYS
