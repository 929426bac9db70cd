"""What `evaluate` and `train` count and print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from models.evaluation import baselines, lists, messages, table, trial
from models.evaluation.counts import Counts
from models.topics import likeness, tags
from models.topics.learning import cries
from models.topics.learning import tags as learning


def test_precision_recall_and_f1_of_a_label() -> None:
    counts = Counts()
    counts.add({"water"}, set(), {"water"})
    counts.add({"water"}, set(), {"land"})
    counts.add({"land"}, {"water"}, {"land", "water"})  # water may be said too
    assert (counts.precision("water"), counts.recall("water")) == (1.0, 0.5)
    assert (counts.precision("land"), counts.recall("land")) == (0.5, 1.0)
    assert counts.f1("water") == counts.f1("land") == pytest.approx(2 / 3)
    assert counts.taken_for == {("water", "land"): 1}


def test_a_kind_counts_for_its_topic_and_for_itself() -> None:
    lines = [{"text": "x", "labels": ["disaster.flood"], "also_ok": ["water"]}]
    found = messages.evaluate(lines, lambda _: {"disaster.drought", "water"})
    assert found.tops.micro() == 1.0
    assert found.labels.recall("disaster.flood") == 0.0
    assert found.triggers.recall("trigger") == 1.0


def test_no_label_means_other() -> None:
    assert messages.evaluate([{"text": "x", "labels": []}], lambda _: set()).tops.micro() == 1.0


def test_dates_may_have_several_right_readings() -> None:
    line = {"text": "สามโมง", "ref": "2026-08-12T10:00:00+07:00", "expected": "T09:00", "also": ["T15:00"]}
    assert lists.of_dates([line]) == {"right": 1.0, "wrongly sure": 0.0}


def test_wrongly_sure_of_a_place_is_another_province() -> None:
    line = {"text": "น้ำท่วม อ.น้ำพอง จ.ขอนแก่น", "status": "resolved", "province": "41"}
    assert lists.of_places([line]) == {"right": 0.0, "wrongly sure": 1.0}


def test_the_plain_list_of_words_needs_whole_words() -> None:
    assert "disaster.flood" in baselines.by_words("น้ำท่วม บ้าน")
    assert baselines.by_words("สวัสดีค่ะ") == set()


def test_evaluate_prints_a_table_and_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "village_messages.jsonl"
    rows = [("น้ำท่วมบ้าน", "disaster.flood"), ("ถนนพัง", "infrastructure"), ("ถนนเป็นหลุม", "education")]
    file.write_text("\n".join(json.dumps({"text": text, "labels": [label]}) for text, label in rows))
    assert main(["evaluate", str(file)]) == 0
    said = capsys.readouterr().out
    assert "micro F1" in said
    assert "0.850" in said  # the goal of that list
    assert "education taken for infrastructure: 1" in said
    assert "ถนนเป็นหลุม" in said


@pytest.mark.parametrize("written", ["no json", '{"text": "x"}', "", '{"labels": []}'])
def test_what_is_no_list_is_said_so(written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "list.jsonl"
    file.write_text(written)
    assert main(["evaluate", str(file)]) == 2
    assert str(file) in capsys.readouterr().err


def test_every_goal_is_of_a_measure_that_is_printed() -> None:
    cry = {"text": "ช่วยด้วย", "danger": True}
    assert dict(table.rows("cries", [cry]))["found"]["goal"] == 0.98
    line = {"text": "ถนนพัง", "labels": ["infrastructure"], "intent": "report"}
    assert dict(table.rows("messages", [line]))["report or not"]["goal"] == 0.95


def test_weights_that_make_a_label_worse_do_not_stay(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file, loud = tmp_path / "tags.txt", tmp_path / "likeness.json"
    monkeypatch.setattr(tags, "FILE", file)
    monkeypatch.setattr(likeness, "FILE", loud)
    monkeypatch.setattr(cries, "write", lambda: loud.write_text("new"))
    monkeypatch.setattr(learning, "write", lambda: file.write_text("new"))
    results = iter([0.9, 0.5, 0.9, 0.5, 0.9, 0.89])
    monkeypatch.setattr(trial, "_f1_of_held", lambda: {"water": next(results)})

    file.write_text("old")
    loud.write_text("old cries")
    changes, kept = trial.learn()
    assert (kept, file.read_text(), changes[0].is_worse) == (False, "old", True)
    assert loud.read_text() == "old cries"  # they were learnt from the same texts
    assert trial.learn(anyway=True)[1]
    assert file.read_text() == "new"
    assert trial.learn()[1]  # a little worse is chance
