"""Plain lists, dictionaries and strings as YAML that people can read and every reader types the same way.

Words that another reader might take for something else (yes, 10:30, 2021-04-09) are quoted; `Bare` ones are not. Small
mappings stand on one line.
"""

import re
from typing import Any

import yaml

from visitapp.exchange.forms import Bare

_DUMPER: Any = getattr(yaml, "CBaseDumper", yaml.BaseDumper)
_WIDTH = 120
_SHORT = 100
_MAP, _SEQ, _STR = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"
_PLAIN_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9_'/()-]*( [A-Za-z0-9_'/()-]+)*")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]*:[A-Za-z0-9_]+")
_TYPED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "unknown"})


def dump(value: dict[str, Any]) -> str:
    """The YAML text of a mapping, its fields in the order given."""
    return str(yaml.serialize(_node(value, 0), Dumper=_DUMPER, allow_unicode=True, width=_WIDTH))


def _node(value: Any, depth: int) -> yaml.Node:
    if isinstance(value, dict):
        pairs = [(_scalar(Bare(name)), _node(one, depth + 1)) for name, one in value.items()]
        return yaml.MappingNode(_MAP, pairs, flow_style=depth > 1 and _length(value) <= _SHORT)
    if isinstance(value, list):
        flow = not value or (_length(value) <= _SHORT and not any(isinstance(one, dict) for one in value))
        return yaml.SequenceNode(_SEQ, [_node(one, depth + 1) for one in value], flow_style=flow)
    return _scalar(value)


def _scalar(value: str) -> yaml.ScalarNode:
    return yaml.ScalarNode(_STR, str(value), style=None if _plain(value) else '"')


def _plain(value: str) -> bool:
    if isinstance(value, Bare) or _CODE.fullmatch(value):
        return True
    return bool(_PLAIN_WORDS.fullmatch(value)) and value.casefold() not in _TYPED


def _length(value: Any) -> int:
    """About how many characters a value takes on one line; more than that when it cannot stand on one."""
    if isinstance(value, dict):
        return sum(len(name) + 4 + _length(one) for name, one in value.items())
    if isinstance(value, list):
        return sum(2 + _length(one) for one in value)
    return len(value) + (_WIDTH if "\n" in value else 2)
