"""What users read for the codes of the record contract: one table a vocabulary, codes in the order of display."""

from __future__ import annotations

from collections.abc import Mapping

GRAINS = {"requirement": "要求", "notice": "通知", "relation": "关系"}
KINDS = {
    "duration": "期限",
    "schedule": "检测日/时点",
    "deadline": "时限",
    "frequency": "频次",
    "count": "次数",
    "window": "有效期/回溯期",
    "interval": "间隔",
    "threshold": "阈值",
    "duty": "职责",
}
MODALITIES = {"must": "必须", "must_not": "禁止", "should": "应尽量", "may": "可以"}
RELATIONS = {
    "repeals": "废止",
    "supersedes": "代替",
    "amends": "修改",
    "extends": "延长",
    "forwards": "转发",
    "promulgates": "印发",
    "implements": "依据",
    "cites": "提及",
}
SCOPES = {"whole": "全部", "part": "部分", "conflicting": "不一致处"}
STATUSES = {
    "in_force": "有效",
    "not_yet_in_force": "尚未施行",
    "partly_superseded": "部分被代替",
    "superseded": "被代替",
    "repealed": "已废止",
    "expired": "已失效",
    "unknown": "未定",
}
LEVELS = {"national": "国家", "province": "省级", "prefecture": "地市级", "county": "区县级", "township": "乡镇级"}
FLAGS = {
    "duplicated_text": "原文重复",
    "out_of_order": "原文错序",
    "masked_characters": "有字被遮盖",
    "missing_year": "年份缺失",
    "ocr": "文字识别",
    "truncated": "原文不全",
    "web_boilerplate": "含网页杂文",
    "template": "空白模板",
    "unofficial": "非官方转载",
}


def label(codes: Mapping[str, str], code: str | None) -> str | None:
    """The label of a code; a code that the table does not hold is shown as it is."""
    return None if code is None else codes.get(code, code)
