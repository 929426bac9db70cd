"""Two simple ways to tell topics, to compare with: a list of words, and scikit-learn on the same messages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from models.evaluation.messages import Reads
from models.thai.words import Words
from models.topics import lexicon, spelling
from models.topics.learning import sentences

_ENOUGH = 2  # weight of a word that stands for its label by itself
_LIKELY = 0.3  # of scikit-learn's probabilities: low, for a message may have several labels


def by_words(text: str) -> set[str]:
    """The labels whose words stand in the text as words of newmm."""
    closed = spelling.close(text)
    edges = {0}
    for word in Words(closed).after(0):
        edges.add(max(edges) + len(word))
    known = lexicon.exact()
    return {
        term.label.replace("/", ".")
        for start, end, word in known.tree.find(closed)
        if start in edges and end in edges
        for term in known.terms.get(word, ())
        if len(term.parts) == 1 and term.weight >= _ENOUGH
    }


@cache
def by_regression() -> Reads | None:
    """TF-IDF of words and logistic regression for each label; None where scikit-learn is not installed."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.multiclass import OneVsRestClassifier
        from sklearn.preprocessing import MultiLabelBinarizer
    except ImportError:
        return None
    lines = sentences.learnt_from()
    bag, names = TfidfVectorizer(analyzer=_words, min_df=2, sublinear_tf=True), MultiLabelBinarizer()
    model = OneVsRestClassifier(LogisticRegression(C=10, max_iter=300))
    model.fit(
        bag.fit_transform(line["text"] for line in lines),
        names.fit_transform(line["labels"] for line in lines),
    )

    def reads(text: str) -> set[str]:
        likely: Iterable[Any] = model.predict_proba(bag.transform([text]))[0]
        return {str(name) for name, share in zip(names.classes_, likely, strict=True) if share > _LIKELY}

    return reads


@cache
def _words(text: str) -> tuple[str, ...]:
    return tuple(Words(spelling.close(text)).after(0))
