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
CHANGES = {"added": "新增", "removed": "删去", "changed": "改动"}
ROLES = {"lead": "牵头", "responsible": "责任", "joint": "配合"}
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
RELATION_TERMS = {"repeals": "eli:repeals", "amends": "eli:amends", "implements": "eli:based_on", "cites": "eli:cites"}
"""The relations that have a name in the European Legislation Identifier (ELI); the others have none."""
SCOPES = {"whole": "全部", "part": "部分", "conflicting": "不一致处"}
STAGES = {"done": "已作出", "planned": "仅为计划"}
STATUSES = {
    "in_force": "有效",
    "not_yet_in_force": "尚未施行",
    "partly_superseded": "部分被代替",
    "superseded": "被代替",
    "repealed": "已废止",
    "expired": "已失效",
    "unknown": "未定",
}
ORDERS = {
    "equal": "相同",
    "stricter": "更严",
    "looser": "更宽",
    "more_generous": "更优惠",
    "less_generous": "优惠较少",
    "different": "不同，宽严未定",
    "inexact": "不能精确比较",
}
ORDERS_SAID = {
    "更严、更宽": "按规则手册写明的次序比较，例如隔离越久越严、时限越短越严",
    "更优惠、优惠较少": "补贴、奖励、减免一类不论宽严，只论多少",
    "不同，宽严未定": "数值不同，次序没有写明或不能确定，系统不作推测",
    "不能精确比较": "单位不能精确换算（如1个月与30天、工作日与自然日）",
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
LEDGER_TYPES = {
    "duration": "期限",
    "deadline": "时限",
    "frequency": "频次",
    "window": "有效期/回溯期",
    "interval": "间隔",
    "schedule": "检测日/时点",
    "date": "日期",
    "date_range": "日期段",
    "time": "时刻",
    "number": "数量",
    "money": "金额",
    "ratio": "比例",
    "doc_number": "文号",
    "outline": "序号",
    "other": "其他",
}


def label(codes: Mapping[str, str], code: str | None) -> str | None:
    """The label of a code; a code that the table does not hold is shown as it is."""
    return None if code is None else codes.get(code, code)


PLAN_LINES = {
    "phase": "阶段",
    "period": "时段",
    "test": "检测日/时点",
    "deadline": "最迟",
    "frequency": "频次",
    "window": "回溯期",
}
COUNTING = (
    "计日：起始日记为第1天，n天的阶段到第n天为止；时限不计起始当日（《民法典》第二百零一条），按月的到对应日为止"
    "（第二百零二条）；原文写明次日起算的从原文"
)
REMARKS = {
    "at_least": "原文为“不少于”，此为最早结束日",
    "at_most": "原文为“不超过”或一个范围，此为最晚结束日",
    "chain_and_stages": "原文前后不一：分段写作{}，合写作{}",
    "count_and_days": "原文前后不一：次数写作{}，所列日期为{}",
    "date_before_notice": "截止日{}早于通知日期{}",
    "hours": "按小时计，以实际起算时刻为准",
    "next_day": "原文写明次日起算",
    "no_end": "原文未写明何时止",
    "no_phase": "不能确定是哪一阶段期满",
    "not_covered": "{}年的放假安排不在日历内，工作日未计算",
    "open_year": "年份不明（{}）",
    "other_start": "自“{}”起算，此处按起始日即该日计",
    "out_of_period": "该条适用期为{}至{}，此日不在其内",
    "percent_sum": "各项比例{}合计{}，不等于100%",
    "phase_end": "自“{}”期满起算",
    "phase_start": "以“{}”首日为第1天",
    "range_reversed": "范围的下限{}大于上限{}",
    "repeats": "按月重复，此为起始日后的第一次",
    "rest_day": "末日为休息日；依《民法典》第二百零三条可顺延至{}",
    "several": "有不止一段“{}”，按最近的一段计",
    "start_assumed": "原文未写明起算点，按起始日计",
    "test_past_end": "原文前后不一：检测日{}在末段结束之后（自其首日共{}）",
    "two_totals": "原文前后不一：同一要求写作{}，又写作{}",
}
"""Sentences for the doubts of a calendar and the contradictions of a notice; braces take the words of each case."""
