"""Draws a talk from its form, as a Mermaid picture."""

from handlers.form import Form, Question, always


def draw(form: Form) -> str:
    lines, before = ["flowchart TD", f'    begin(["{form.name}"])'], "begin"
    for question in form.questions:
        lines += [_box(question), f"    {before} --> {question.name}", *_early(question)]
        before = question.name
    return "\n".join([*lines, '    finish(["finish"])', f"    {before} --> finish"]) + "\n"


def _box(question: Question) -> str:
    """Slanted: asked only where it applies."""
    name = question.name
    return f'    {name}["{name}"]' if question.applies is always else f'    {name}{{{{"{name}?"}}}}'


def _early(question: Question) -> list[str]:
    kinds = ", ".join(sorted(kind.__name__.lower() for kind in question.early))
    return [f'    early_{question.name}[/"{kinds}, at any moment"/] -.-> {question.name}'] if kinds else []
