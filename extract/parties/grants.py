"""Whose and what a grant is where its own clause says little: a cap for each, a size that an object has, a standard.

`对制造企业，单个企业最高补贴100万元`; `入住面积50平方米以上的公寓`; `按缴费额的60%且最高400元的标准，给予补贴`.
"""

from __future__ import annotations

from typing import Final

from extract.parties.acts import next_act
from extract.parties.asked import Asked
from extract.parties.groups import group_before
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_EACH_OF: Final = re.compile(
    "(?:原则上|其中|同一)?(?:单[个家户项]?|每一?[家户项名位个])(?P<x>[\u4e00-\u9fff]{2,8}?)"
    "(?:每[年月]|每个?年度|年度|累计|一次性|最高|可|给予|予以|不超过|补[贴助]|奖[励补]|资助|支持)"
)


def each_of_them(asked: Asked) -> str | None:
    """`对使用算力的软件企业，单个企业每年给予最高200万元`: each of those whom a clause before names is no other."""
    around = asked.around
    each = _EACH_OF.match(around.head + around.words)
    group = group_before(asked) if each else None
    return group if each and group and group.endswith(each["x"]) else None


_STANDARD_ENDS: Final = re.compile("[^，。；]*的(?:标准|比例|额度)")
_BY_IT: Final = re.compile("(?:^|每[人户月年亩])按照?")


def by_a_standard(around: Surroundings) -> str | None:
    """`每人每月按缴费额的60%且最高不超过400元的标准，给予补贴`: what a standard is for stands behind its clause."""
    ends = around.mention.kind == "threshold" and _STANDARD_ENDS.fullmatch(around.tail)
    return next_act(around) if ends and _BY_IT.search(around.head + around.words) else None
