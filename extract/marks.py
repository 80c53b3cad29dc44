"""Numerals that count nothing: outline labels, articles of a law, document numbers, telephones, codes, words → forms.

Each form names its reason in Chinese, as the ledger shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from extract import lexicon
from extract.expressions.form import Form, FormType
from ingest import patterns as re
from ingest.fields.doc_numbers import doc_numbers

_HAN = "[一二三四五六七八九十百零〇]"
_NO_AMOUNT = r"(?!0|\d\.\d(?:[个碗杯份瓶盒袋斤公升吨米元万亿倍岁](?![人体别])|分之)|\d{1,2}\.\d{1,2}月\d)"
"""`1.5碗米饭` begins with an amount and no label."""
_LABEL = re.compile(
    rf"(?:^|(?<=\n))[ \u3000\t]*(?:第{_HAN}+[编章节条]|{_HAN}{{1,4}}[、.．]"
    rf"|[（(]{_HAN}{{1,4}}[）)]|[（(]\d{{1,3}}[）)]"
    rf"|{_NO_AMOUNT}\d{{1,3}}(?:[.．]\d{{1,3}}){{0,3}}(?:[.．、](?!\d)|(?=[ \u3000\t]*[\u4e00-\u9fff])"
    rf"(?<=\.\d))|\d{{1,2}}[）)]|[①-⑳])"
    rf"|附件?\s{{0,2}}(?:\d{{1,3}}|{_HAN}{{1,3}})(?![\d年月日个项份])|附[件表录图]\s{{0,2}}"
    rf"(?:\d{{1,3}}|{_HAN}{{1,3}})(?:-\d{{1,2}})?"
    rf"|(?:(?<=^)|(?<=[\n。；;，,：:（(]))[ \u3000]*{_HAN}{{1,2}}(?:是|要)(?=[\u4e00-\u9fff])"
    rf"|(?:(?<=^)|(?<=[\n。；;，,：:]))[ \u3000]*(?:[（(](?:{_HAN}{{1,3}}|\d{{1,3}})[）)]|"
    rf"(?:\d{{1,2}})[.．、)）](?!\d)|第{_HAN}{{1,2}}[，,、])"
    rf"|\d(?<![\dA-Za-z.．]\d)\d?[.．](?=[\u4e00-\u9fff])|"
    rf"(?<=[\[［])\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}\.?(?=[\u4e00-\u9fff])"
    rf"|表\s?\d{{1,2}}(?!\d)|图\s?\d{{1,2}}(?!\d)|[①-⑳]"
)
"""Labels of the outline and of lists, attachments, tables."""
_ARTICLE = re.compile(
    rf"第 ?(?:{_HAN}{{1,7}}|\d{{1,4}}) ?[条款项章节目编](?:之{_HAN})?(?:第? ?[（(]?(?:{_HAN}{{1,4}}|"
    rf"\d{{1,3}})[）)]? ?[款项目])*"
    rf"(?:(?:、|和|至|到|或者?|及|以及)第(?:{_HAN}{{1,7}}|\d{{1,4}})[条款项章节目])*"
    rf"|第\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}[条款项]|[本上下前]{_HAN}[条款项]|[（(]{_HAN}{{1,3}}[）)](?=[项款])"
)
_PHONE = re.compile(
    r"(?<![零〇一二三四五六七八九十])[一幺][三四五六七八九][零〇幺一二三四五六七八九]{9}(?![零〇一二三四五六七八九十])"
    r"|(?<![\d.])(?:1[3-9]\d{9}|\(?（?0\d{2,3}[）)]?[-—－ ]?\d{7,8}(?:[-—]\d{1,6})?"
    r"|400[-—]?\d{3,4}[-—]?\d{3,4}|"
    r"(?<=[：:、，])\s?\d{7,8})(?!\d)|123(?:45|15|20|28|29|33|50|66|69)(?<![\d.].{5})"
    r"(?![\d.%]|[元人家户个件名项次吨亩米万亿])|110(?<=12345[与和或、/及]110)|(?:110|119|120|122)(?=(?:政务|政府|"
    r"服务|热线|便民|市长|市民|电话|急救|报警|平台|监督|投诉"
    r"|举报|专线|民警|巡警|指挥|、\d))|400(?<!\d400)(?=电话|热线|客服)|(?<!\d)(?:12\d{3}|"
    r"96\d{3,4})(?=[^\d，。]{0,12}(?:热线|电话|专线))"
    r"|(?<=[话线机真传话码询][：:])[ 　]?[\d\-—、 （）()]{5,40}\d"
)
_SAID_NUMBER = re.compile(r"(?:(?P<call>拨打)|[工学卡房]号[是为])(?P<n>[\d幺零一二三四五六七八九]{3,30})")
"""`拨打幺二三零六`, `工号是4729`."""
_ADDRESS = re.compile(
    r"https?://[\w./?=&%#:+~-]+|www\.[\w./?=&%#:+~-]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:gov|com|org|net|edu|cn)(?:\.cn)?(?:/[\w./?=&%-]*)?",
    re.ASCII,
)
_STANDARD = re.compile(
    r"(?:GB|DB|WS|YY|HJ|JGJ|CJJ|ISO|IEC|AQ|GA|JT|QB|NY|SL|LY|DL|CJ|TB|TSG)[A-Z]*"
    r"(?:[/ ]?T)?[ 　]?\d+(?:[./]\d+)*(?:[-—－]\d{2,4})?"
)
_LAWSUIT = re.compile(
    r"[（(〔](?:19|20)\d\d[）)〕][一-龥]{1,3}\d{0,4}[一-龥]{1,6}\d{1,6}号(?:之[一二三四五六七八九十]{1,3})?"
)
"""`（2020）苏01民初2374号`: the number of a case at court."""
_CODE = re.compile(
    r"(?<![A-Za-z0-9０-９])(?!(?:(?:19|"
    r"20)\d\d)?Q[1-4](?![A-Za-z0-9:：.、]))(?=[A-Za-z0-9_\-]*\d)(?=[A-Za-z0-9_\-]*[A-Za-z])(?!\d+(?:km|KM|cm|CM|mm|"
    r"MM|kg|KG|mg"
    r"|ml|mL|kW|kWh|mAh|kHz|MHz|GHz|Hz|dB|nm|cc|GB|MB|KB|TB|pm|am|PM|AM|h|m|g|t|s|min|"
    r"L|kV|kVA|MW|kPa|MPa|Mbps|Gbps|kbps|mmol)(?![A-Za-z])|"
    r"\d{2,}W(?![A-Za-z\d]))(?!\d{2,}[kKw](?![A-Za-z0-9０-９]))(?:[A-Za-z][A-Za-z0-9０-９_\-]*"
    r"|\d+[A-Za-z][A-Za-z0-9０-９_\-]*)(?![A-Za-z0-9０-９])"
    r"|(?<=[编码批证号][号码：:])[：:]?[ 　]?[A-Z0-9\-]{4,30}(?![\d年月.])"
    r"|(?<!\d)\d{6}(?=[\s　]*(?:$|\n))|(?<=邮编[：:])\s?\d{6}"
)
_PLACE_NUMBER = re.compile(r"\d{1,5}(?:-\d{1,4})?(?:号[楼线院厅门井机桥库房桩]?|[栋幢层楼室路]|单元)(?![文令])")
"""House, room and line numbers, after a street or as such."""
_STREET = re.compile(r"[路街道巷弄里村区园楼座幢栋单元层线厦]\s?$")
_PLAN = re.compile(
    r"[“\"]?[十][一二三四五]五[”\"]?(?=规划|时期|期间|末|以来|发展|国家|目标|计划|重点)"
    r"|[“\"][十][一二三四五]五[”\"]|(?:党的"
    r"|中共)?[十][一二三四五六七八九]{1,2}届[一二三四五六七八九]中全会|(?:党的)?(?:二十"
    r"|十[一二三四五六七八九])大(?=报告|精神|以来|召开|[，。、和])"
    r"|第[一二三四五六七八九十]{1,4}[届次](?:[一-龥]{0,12}第[一二三四五六七八九十]{1,3}次)?"
    r"(?:会议|大会|全会|常务会议)?"
)
_QUOTED = re.compile(r"“([^“”\n]{1,24})”")
_TITLE = re.compile(r"《[^《》\n]{1,200}(?:《[^《》]{1,150}》[^《》\n]{0,100})*》")
_SAYING = re.compile(
    r"(?!百分百)[千万百][\u4e00-\u9fff][千万百][\u4e00-\u9fff]"
    r"|一([个座件次步条项排代户家片队批张幅篇阵声句朵颗])\1"
    r"|一[^\W\d天日周月年次晚回点十百千万亿比]一[^\W\d次片回遍趟天日十百千万亿]"
    r"|一[户人企业事村县校乡品][两三双多][^\W\d次片回遍趟天日]"
    r"|一[看听说想问见到来有](?=[\u4e00-\u9fff]{1,6}就)"
)
_ROUND_THE_CLOCK = re.compile(
    r"(?:7|七|365)\s?天?\s?[*×xX+]\s?24\s?小时|24小时\s?[*×xX]\s?7天|(?:24|二十四)小时(?=(?:不间断|专人|双人|领导|"
    r"带班|值班"
    r"|值守|服务|开放|热线|在岗|应急|备勤|待命))"
)
"""Day and night: no length that a rule sets."""
_SUM = re.compile(r"(?<=[)）\]］])[*×]\d+(?:\.\d+)?%?")
_SERIAL_HEAD = re.compile(r"[（(]\s?[一二三四五六七八九十\d]{1,3}\s?[）)](?=[\u4e00-\u9fff]|[、和至]\s?[（(])")


def find(text: str) -> Iterator[Form]:
    """The numerals of a text that count nothing, with the reason; quoted names and titles as a whole are `enclosed`."""
    for number in doc_numbers(text):
        yield Form("doc_number", number.text, number.start, number.end, "文号")
    yield from _each(_LABEL, text, "outline", "序号")
    yield from _each(_ARTICLE, text, "outline", "条款号")
    yield from _each(_SERIAL_HEAD, text, "outline", "序号")
    yield from _each(_PHONE, text, "other", "电话")
    for match in _SAID_NUMBER.finditer(text):
        yield Form("other", None, *match.span("n"), "电话" if match["call"] else "编码")
    yield from _each(_ADDRESS, text, "other", "网址或邮箱")
    yield from _each(_STANDARD, text, "doc_number", "标准号")
    yield from _each(_LAWSUIT, text, "doc_number", "案号")
    yield from _each(_CODE, text, "other", "编码")
    yield from _each(_ROUND_THE_CLOCK, text, "other", "全天候")
    yield from _each(_SUM, text, "other", "算式")
    yield from _each(_PLAN, text, "other", "会议、规划名称")
    yield from _each(_SAYING, text, "other", "固定说法")
    yield from _each(_ONE_OF, text, "other", "词语用字")
    yield from _each(_IN_NAMES, text, "other", "词语用字")
    yield from _words(text)
    for match in _PLACE_NUMBER.finditer(text):
        if _STREET.search(text[max(0, match.start() - 2) : match.start()]):
            yield Form("other", None, *match.span(), "地址门牌")


_ONE_OF = re.compile(
    r"(?<=[^分]之)一(?![百千万\d])|(?<=[下上另某任同这那哪])一(?=个(?![\u4e00-\u9fff]?[月周年季星礼]))"
    r"|(?<=[另某哪])一[天日年](?![前后内])|(?<=[上下])一(?=[级层步轮届环])|"
    r"一式(?=[\d一二两三四五六七八九十壹贰叁肆伍陆柒捌玖]+份)"
    r"|(?<![\d零一二两三四五六七八九十百千万亿点分秒月年时])零(?=[\u4e00-\u9fff])"
    r"(?![零一二两三四五六七八九十百几时点下上分度元块的个多])"
    r"|(?<=[这那])一(?=[\u4e00-\u9fff])(?![百千万亿两二三四五六七八九十个年天周日月季次把边群批份])"
)
"""`情形之一`, `另一个`: which one, no amount."""


_IN_NAMES = re.compile(
    r"(?<=[一-龥])[一二三四五六七八九十]{1,2}世(?![纪界代人])|大[一二三四](?=[上下]学期|新生|学生|"
    r"学年)(?<![扩壮加较最更放做]大.)"
    r"|(?:[5-9]0|0[05]|[五六七八九]十|"
    r"[七八九零]零)后(?=[一-龥，、。])(?![续期来勤台天])(?<![\d零一二两三四五六七八九十百千万点第]..后)"
    r"|(?:张三|李四|王五|"
    r"赵六)(?<![\d一二三四五六七八九十百千万两几每半]..)(?![\d一二三四五六七八九十百千万个人位名米元块毛岁])"
)
"""`拿破仑一世`, `大二下学期`, `90后`, and the persons of examples."""


def _each(pattern: re.Pattern[str], text: str, kind: FormType, reason: str) -> Iterator[Form]:
    for match in pattern.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip(" \u3000\t"))
        yield Form(kind, None, start, match.end(), reason)


def _words(text: str) -> Iterator[Form]:
    labels = {word.surface: word.label for word in lexicon.load("numeral_words.csv")}
    for match in _word_pattern().finditer(text):
        if match[0] == "一起" and _CASE.match(text, match.end()):
            continue
        yield Form("other", None, *match.span(), labels[match[0]])


_CASE = re.compile(r"[^，。；、的\n]{0,12}?(?:案(?![例卷]|情)|事故|事件|纠纷|火灾|疫情)")
"""`一起命案`, `一起交通事故`: one of them."""


@cache
def _word_pattern() -> re.Pattern[str]:
    """The longest first; those of one first character together, so that most places are left after one look."""
    tails: dict[str, list[str]] = {}
    for surface in sorted((word.surface for word in lexicon.load("numeral_words.csv")), key=len, reverse=True):
        tails.setdefault(surface[0], []).append(re.escape(surface[1:]))
    words = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in tails.items())
    return re.compile(f"(?:{words})(?!分之|分钟|点钟|元|(?<=点)[零一二三四五六七八九]|(?<=一)式)")


def enclosed(text: str) -> list[tuple[int, int, str]]:
    """(start, end, reason) of titles and of quoted names, in text order: a numeral inside belongs to the name."""
    found = [(*match.span(), "题名") for match in _TITLE.finditer(text)]
    found += [(*match.span(), "引号内的名称") for match in _QUOTED.finditer(text)]
    return sorted(found)
