"""How was it? Three questions the morning after a Forum, one tap each, any of them may be skipped; and the counts."""

from handlers import welcome
from handlers.form import step
from handlers.forums import which
from handlers.inputs import Answer, Turn, one
from handlers.work import not_yours
from models.forums import attendance, surveys, telling
from models.forums import forum as forums
from models.forums.forum import Forum
from models.post.messages import tap

SKIP = "skip"


def tapped(turn: Turn) -> Answer:
    """survey/7/heard/yes: an answer, and the question that follows."""
    forum = forums.by_id(turn.db, "".join(step(turn, 1)))
    question, said = "".join(step(turn, 2)), "".join(step(turn, 3))
    known = question in surveys.QUESTIONS and said in (*surveys.QUESTIONS[question], SKIP)
    if forum is None or not known or not attendance.came(turn.db, forum, turn.person):
        return one("talk.old_button", welcome.MAIN)
    if said != SKIP:
        surveys.answer(turn.db, forum, turn.person, question, said)
    following = surveys.after(question)
    return Answer([surveys.question(forum, following)]) if following else _thanks(forum)


def _thanks(forum: Forum) -> Answer:
    again = tap("survey.change", f"survey_of/{forum.id}")
    return one("survey.thanks", (again, *welcome.MAIN[1:3]))


def again(turn: Turn) -> Answer:
    """From the first question once more: a new answer takes the place of the old one."""
    forum = forums.by_id(turn.db, "".join(step(turn, 1)))
    if forum is None or not attendance.came(turn.db, forum, turn.person):
        return one("talk.old_button", welcome.MAIN)
    return Answer([surveys.question(forum, next(iter(surveys.QUESTIONS)))])


def results(turn: Turn) -> Answer:
    """`ผลเวที`: of the newest Forum that people were asked about; of several, which."""
    own = which.regions(turn)
    if not own:
        return not_yours(turn)
    found = [forum for forum in surveys.asked_lately(turn.db) if forum.region in own][: which.SHOWN]
    if len(found) < 2:
        return _counted(turn, found[0]) if found else one("survey.none")
    ways = which.told_apart(found, lambda forum: f"results/{forum.id}")
    return one("survey.which", ways, forums=which.numbered(found))


def of_forum(turn: Turn) -> Answer:
    forum = which.one_of_mine(turn, "".join(step(turn, 1)))
    if forum is None or forum.surveyed_at is None:
        return one("talk.old_button")
    return _counted(turn, forum)


def _counted(turn: Turn, forum: Forum) -> Answer:
    told = [[question, answers] for question, answers in surveys.results(turn.db, forum)]
    values = {**telling.described(forum), "came": attendance.heads(turn.db, forum), "survey": told}
    return one("survey.results", (), **values)
