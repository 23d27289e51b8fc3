"""Holds a value against the few words of JSON Schema that the bank's schema uses; any other word is an error here."""

import re
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "boolean": (bool,), "integer": (int,),
}  # fmt: skip
_KNOWN = {
    "$schema", "$ref", "$defs", "title", "description", "default", "type", "properties", "required", "items", "const",
    "additionalProperties", "enum", "pattern", "maxLength", "maxItems",
}  # fmt: skip


def fits(value: Any, schema: Any, whole: dict[str, Any]) -> bool:
    """Whether a value has the form that a schema asks for."""
    if isinstance(schema, bool):
        return schema
    unknown = schema.keys() - _KNOWN
    if unknown:
        raise AssertionError(f"this check does not know {unknown}")
    if "$ref" in schema and not fits(value, whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole):
        return False
    if "type" in schema and not _is(value, schema["type"]):
        return False
    if "const" in schema and value != schema["const"]:
        return False
    if "enum" in schema and not any(value == one and type(value) is type(one) for one in schema["enum"]):
        return False
    if isinstance(value, str):
        return _text(value, schema)
    if isinstance(value, list):
        inside = all(fits(one, schema.get("items", True), whole) for one in value)
        return inside and len(value) <= schema.get("maxItems", len(value))
    return not isinstance(value, dict) or _object(value, schema, whole)


def _is(value: Any, name: str) -> bool:
    return isinstance(value, _TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def _text(value: str, schema: dict[str, Any]) -> bool:
    short = len(value) <= schema.get("maxLength", len(value))
    return short and ("pattern" not in schema or re.search(schema["pattern"], value) is not None)


def _object(value: dict[str, Any], schema: dict[str, Any], whole: dict[str, Any]) -> bool:
    known = schema.get("properties", {})
    rest = schema.get("additionalProperties", True)
    return all(name in value for name in schema.get("required", ())) and all(
        fits(one, known.get(name, rest), whole) for name, one in value.items()
    )
