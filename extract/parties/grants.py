"""Whose and what a grant is where its own clause says little: a cap for each, a size that an object has, a standard.

`对制造企业，单个企业最高补贴100万元`; `入住面积50平方米以上的公寓`; `按缴费额的60%且最高400元的标准，给予补贴`.
"""

from __future__ import annotations

from extract.parties.acts import next_act
from extract.parties.asked import Asked
from extract.parties.groups import group_before
from extract.parties.standing import governs
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_EACH_OF = re.compile(
    "(?:原则上|其中|同一)?(?:单[个家户项]?|每一?[家户项名位个])(?P<x>[\u4e00-\u9fff]{2,8}?)"
    "(?:每[年月]|每个?年度|年度|累计|一次性|最高|可|给予|予以|不超过|补[贴助]|奖[励补]|资助|支持)"
)


def each_of_them(asked: Asked) -> str | None:
    """`对使用算力的软件企业，单个企业每年给予最高200万元`: each of those whom a clause before names is no other."""
    around = asked.around
    each = _EACH_OF.match(around.head + around.words)
    group = group_before(asked) if each else None
    return group if each and group and group.endswith(each["x"]) else None


_SIZE = re.compile(
    "(?P<do>(?:免租|优先|申请|低价|统一|轮候)*(?:入住|租住|承租|租[用赁]|购买|配[租售]|使用|享受|提供|"
    "安排))(?:最[长高多][^，。；、]*、)?"
    "[^，。；、的\\d]{0,4}(?:面积|容积|容量|功率|排量|规模)(?:为|在|约|不[得应能]?超过|不[低少]于)*$"
)
_OF_WHAT = re.compile("(?:左右|以[上下内])?的(?P<x>[^，。；、的（(]{2,16})")


def sized_object(around: Surroundings) -> tuple[str, str] | None:
    """`可以入住面积50平方米以上的公寓`: what is done, and the object whose size the figure tells."""
    size = _SIZE.search(around.shared + around.head) if around.mention.kind == "threshold" else None
    what = _OF_WHAT.match(around.tail) if size else None
    return (size["do"], what["x"]) if size and what else None


def act_on_a_size(around: Surroundings) -> str | None:
    """What is done with the object of that size."""
    sized = sized_object(around)
    return "".join(sized) if sized else None


def of_a_size(asked: Asked) -> str | None:
    """Those who get the object of that size, else the object."""
    around = asked.around
    sized = sized_object(around)
    named = sized and around.clause.topic and governs(around, around.clause)
    own = around.clause.words(around.clause.topic) if named else None
    return (own or group_before(asked) or sized[1]) if sized else None


_STANDARD_ENDS = re.compile("[^，。；]*的(?:标准|比例|额度)")
_BY_IT = re.compile("(?:^|每[人户月年亩])按照?")


def by_a_standard(around: Surroundings) -> str | None:
    """`每人每月按缴费额的60%且最高不超过400元的标准，给予补贴`: what a standard is for stands behind its clause."""
    ends = around.mention.kind == "threshold" and _STANDARD_ENDS.fullmatch(around.tail)
    return next_act(around) if ends and _BY_IT.search(around.head + around.words) else None
