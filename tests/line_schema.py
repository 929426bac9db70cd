"""LINE's own description of its requests and answers, read as JSON Schema; anything beyond it is an error."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker

FILE = Path(__file__).parents[2] / "shared" / "line-openapi" / "messaging-api.yml"
REFERENCE = "#/components/schemas/"
Schema = dict[str, Any]


def problems(method: str, path: str, body: Any) -> list[str]:
    """What LINE's description says against a request; empty when all is well."""
    name = request_schema(method, path)
    if name is None:
        return [] if body is None or _takes_bytes(method, path) else [f"{path} takes no body"]
    return [f"{error.json_path}: {error.message}" for error in _validator(name).iter_errors(body)]


def answer_problems(method: str, path: str, body: Any) -> list[str]:
    """What LINE's description says against an answer that grants what was asked."""
    content = _operation(method, path)["responses"]["200"].get("content", {})
    reference = content.get("application/json", {}).get("schema", {}).get("$ref")
    if reference is None:
        return [] if body == {} else [f"{path} is answered with nothing"]
    name = reference.removeprefix(REFERENCE)
    return [f"{error.json_path}: {error.message}" for error in _validator(name).iter_errors(body)]


def request_schema(method: str, path: str) -> str | None:
    """The name of the schema of a request's body; None where it has no JSON body."""
    content = _operation(method, path).get("requestBody", {}).get("content", {})
    reference = content.get("application/json", {}).get("schema", {}).get("$ref")
    return reference.removeprefix(REFERENCE) if reference else None


def _takes_bytes(method: str, path: str) -> bool:
    return "*/*" in _operation(method, path).get("requestBody", {}).get("content", {})


def _operation(method: str, path: str) -> Schema:
    """The most literal of the described paths that this one fits."""
    fitting = [written for written in _described()["paths"] if _pattern(written).fullmatch(path)]
    assert fitting, f"LINE describes no {path}"
    operation: Schema = _described()["paths"][min(fitting, key=lambda one: one.count("{"))]
    assert method.lower() in operation, f"LINE describes no {method} {path}"
    return dict(operation[method.lower()])


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(written)))


@cache
def _described() -> Schema:
    read: Schema = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return read


@cache
def _validator(name: str) -> Draft202012Validator:
    strict = {one: _strict(schema) for one, schema in _described()["components"]["schemas"].items()}
    root = {"$ref": REFERENCE + name, "components": {"schemas": strict}}
    return Draft202012Validator(root, format_checker=FormatChecker())


def _strict(schema: Schema) -> Schema:
    """One schema without inheritance: the fields it has, and no others."""
    if "discriminator" in schema:
        return _by_kind(schema["discriminator"])
    merged = [schema, *(_own(part) for part in schema.get("allOf", []))]
    fields = {name: one for part in merged for name, one in part.get("properties", {}).items()}
    if not fields:
        return schema
    needed = sorted({name for part in merged for name in part.get("required", [])})
    return {"type": "object", "properties": fields, "required": needed, "additionalProperties": False}


def _own(part: Schema) -> Schema:
    """What a part of allOf brings with it: of a named one its fields."""
    name = part.get("$ref", "").removeprefix(REFERENCE)
    return _described()["components"]["schemas"][name] if name else part


def _by_kind(discriminator: Schema) -> Schema:
    """The field `type` says which schema counts."""
    field, kinds = discriminator["propertyName"], discriminator["mapping"]
    chosen = [
        {"if": {"properties": {field: {"const": kind}}}, "then": {"$ref": reference}}
        for kind, reference in kinds.items()
    ]
    return {
        "type": "object",
        "required": [field],
        "properties": {field: {"enum": list(kinds)}},
        "allOf": chosen,
    }
