"""Things that are counted out: so many from each, for so many, of one document; no more than so many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.kinds.amounts import FIGURED, amount
from extract.kinds.forms import every
from extract.mentions import BOUND_BEFORE, Mention, bound
from extract.numbers import MAGNITUDE, NUMBER, UNITS, number, plain
from ingest import patterns as re

_FOR_SO_MANY: Final = re.compile(
    rf"每(?:(?P<of>(?:{NUMBER})万?|百|千|万)|(?=公里))(?P<whom>[名户人位个张件辆台头家亩栋层间]|平方米|平方公里|"
    rf"公顷|公里|米)(?![^，。；\d]{{0,14}}元)[^，。；\d]{{0,14}}?"
    rf"(?:配备?|设置?|有|安排|安装|达到|(?=不[少低得]|至少|{NUMBER}[名人个所台辆张间处位座支套具只]的?(?:标准|比例)))[^，。；\d一二两三四五]{{0,10}}?(?:{BOUND_BEFORE})?"
    rf"(?P<n>{NUMBER})(?P<unit>[名人个所台辆张间处位座支套具只])(?!月)"
)
"""`每50名学生配备1名教师`, `每千名老人不少于40张床位`, `按每100辆车1人的标准配备`."""
_ONLY: Final = re.compile(
    rf"(?:每(?:年|届|次|季度?|学期|批)[^，。；\d]{{0,4}}?可以?[^，。；\d一两]{{0,4}}(?:自荐|荐|申报|申请|选[送报派]|报[送名]|承担|主持|招收|领取|认领|购买)|"
    rf"[只仅](?:(?:能|可|得|允许|开设)[^，。；\d一两]{{0,8}}?|开放?|设[置立]?|保?留|预留|安排|配备?)|"
    rf"限(?:额?(?:申报|推荐|选送|提交)|报|推|购|领|选|评|"
    rf"填|养|带|携带|乘|停|租|借|加油)(?:犬只|猫犬|宠物)?|(?<![期时年权局有受上下界额范])限(?:定?为)?(?=\d))"
    rf"(?P<value>(?P<n>{NUMBER})(?P<unit>[项个家套户处种名件篇部人幅盒张台只瓶包份辆条道扇册本对队组首]))(?!环节|窗口)"
)
"""`每位院士每年只能推荐1项`, `每年可自荐2个项目`, `每县限报2个`: no more than that."""
_FOR_EACH: Final = re.compile(
    r"(?<!平均)(?<!于)每(?![年月日天周次季级旬元亩吨两\d一二三四五六七八九十]|学[期年]|[增加减多少缺超满隔逢发查出漏迟错降提]|完成|办[理结]|开展|组织|引进|举办|获)"
    r"[^，。；、：（\d不超最有只共每了]{1,12}?(?<![前第])"
    rf"(?P<value>(?:{BOUND_BEFORE})?(?P<n>{NUMBER})(?P<unit>[名人个位项件份篇套部幅间处台具座所支家片]))"
    r"(?!级|层|以[上下内]|及以|专门|区|方面|百分|月|工作|小时|左右)"
)
"""`参会人员每单位1名`, `每考场30名考生`: so many from or in each."""
_NAMED_AND_MORE: Final = re.compile(
    r"(?:建[设成立]|培育|打造|引[进育]|发展|扶持|布局|形成|认定|覆盖|推出|开设|创建|组建|举办|开展|组织|整合|汇聚|"
    r"集聚)(?!了)[^，。；\d]"
    r"{4,120}、[^，。；、\d]{2,16}等(?P<value>(?P<n>\d{1,4})(?P<unit>[个家所座处条项类种场])(?P<above>及?以上))"
    r"(?=[^，。；、\d]{2,24}(?:$|[，。；、]))"
)
"""`建设政务服务、卫生健康等50个以上主体数据库`: so many at least, though some are named."""
_USERS: Final = re.compile(
    r"(?:(?:用户|商户|会员|粉丝|客流)(?:总?数量?|规模)?|(?:人|户|人次|访问|浏览|下载|签发|激活|开通|注册|领取|绑定|"
    r"阅读|播放|点击|访客|客流)(?:总?[数量]))"
    rf"[^，。；、\d]{{0,6}}?(?P<value>(?:{BOUND_BEFORE})?(?P<n>{NUMBER})(?P<mag>万|亿)(?P<above>以上)?)(?=$|"
    rf"[，。；、（])"
)
"""`用户数突破170万`: a number whose unit is told by its noun."""
_COPIES: Final = re.compile(
    r"(?:一式各?|送审|[加报呈]送|[档件文书表证明照片盘版碟料告本刊册同议章稿纸单样票报》](?:[（(][^（）()]{0,16}[)）])?各?)"
    rf"(?P<value>(?P<n>{NUMBER})(?P<unit>份|张|套|册))(?:(?<=一式.份)|(?=$|[，。；、（()）到和及与并报送交寄]))"
)
"""`一式7份`, `复印件2份`, `译文各3份`, `近期照片3张`: how many of a document are handed in."""
_TOGETHER: Final = re.compile(
    rf"由(?P<value>(?P<n>{NUMBER})(?P<unit>[家名位人])(?P<above>及?以上)?)(?=[^，。；]{{2,16}}?(?:分别|共同|独立|签|承担|"
    rf"组成|同行|同时|陪同|押运|[在到]场|监督|看护|值守|复核|审核|操作|领取|保管))"
)
"""`由两家会计师事务所分别承担`: how many must do it."""
_PRIZES: Final = re.compile(
    rf"(?:(?:[特一二三四]等|优[秀胜]|[金银铜]|入围|组织)奖(?:[：:]?[^，。；\d]{{0,24}}?(?:各|共|设|为|评出)|[：:])?|"
    rf"评(?:选|选出|出|定)(?=[^，。；、]{{2,20}}奖))(?P<value>(?P<n>{NUMBER})(?P<unit>[名个项件篇幅部组]))(?!等次|等级)"
)
"""`一等奖：绘画、书法各10名`, `评选出50个优秀组织奖`: how many win."""
_OF_EACH_KIND: Final = re.compile(
    rf"(?:明确|确定|指定|选派|选聘|推荐|配备|安排|购[置买]|领取|发放|刻制|制作|准备|建[设成]|培育)[^，。；\d]{{2,40}}"
    rf"(?:、|和|及|"
    rf"与)[^，。；、\d]{{2,16}}各(?P<value>(?P<n>{NUMBER})(?P<unit>[名人个件枚套台份张支只辆家篇幅块盒瓶]))(?=$|"
    rf"[，。；、（）(])"
)
"""`明确分管领导、业务骨干各1名`, `领取口罩、消毒液各2瓶`: so many of each that is named."""


_EACH_OF_THEM: Final = re.compile(
    r"(?:^|(?<=[，。；：]))[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8}){0,3}(?:、|和|及)[\u4e00-\u9fff]{2,8}各"
    rf"(?P<value>(?P<n>{NUMBER})(?P<unit>[名人]))(?=$|[，。；])"
)
"""`领队、教练各1名`: so many of each, without a verb."""


_WHERE: Final = r"(?<![已现存自])在(?P<where>(?:[^，。；\d]{2,24}等|全[国省市县区])?)"
_CARRIED: Final = "推行|推广|试行|(?:开展|实施|启动)(?!了)"
IN_SO_MANY: Final = re.compile(f"{_WHERE}$")
CARRIED_OUT: Final = re.compile(
    r"(?P<noun>(?:左右)?[^，。；\d了]{1,14}?)"
    rf"(?P<act>(?:率先|先行|同步|分别|全面|大力|统一)?(?:{_CARRIED}))"
)
_IN_SO_MANY: Final = re.compile(
    rf"{_WHERE}(?P<value>(?P<n>\d{{1,4}})(?P<unit>[个家所座处]))(?=(?:左右)?[^，。；\d了]{{1,14}}?(?:{_CARRIED}))"
)
"""`在家政等20个行业推行信用承诺`: in how many of which it is done."""
_CHOSEN_ONE: Final = re.compile(
    r"(?:推举|推选|指定|指派|委派|明确|确定|安排|选派|派[驻出]?|配备|选出|抽调|聘请|落实|送(?=[\d两]位)|[增新返选]聘)"
    r"(?P<value>(?P<n>[一两]|\d{1,2})(?P<unit>[名位]))(?!(?:及|（含）)?以上|或|[^，。；]{0,6}(?:是|为)主)"
)
"""`推举一名代表`: in words, too, so many are chosen."""
_ONE_PLACE: Final = re.compile("(?:指定|确定|选定|明确)(?P<value>(?P<n>一)(?P<unit>[所家]))(?!一)")
"""`指定一所医院`."""
_AT_HAND: Final = re.compile(
    r"(?:须|应当?|要|必须|保证|确保)[^，。；\d]{0,12}?有(?P<value>(?P<n>[一两]|\d{1,2})(?P<unit>[名位人]))(?=[\u4e00-\u9fff])(?!次|以)"
)
"""`须有1名家属共同隔离`: how many must be there."""
_BEHIND_ITS_NOUN: Final = re.compile(
    r"(?:至少)?(?:设立?|配备?|安排|派驻?|招[聘录收募]|聘[用任请]|明确|确定|选派|选聘)(?:专职|兼职|义务)?(?![且并])[^，。；、（）\d一二两了]{2,14}?(?<![不未])"
    rf"(?P<value>(?:{BOUND_BEFORE})?(?P<n>{NUMBER})(?P<unit>[名人位]))(?=$|[，。；、（）])"
)
"""`设专职疫情报告员二名`: the number stands behind what is counted."""
_OF_THEM: Final = re.compile(
    r"(?:不[少低]于|至少|安排|配备|设|由)[^，。；\d]{0,8}\d{1,3}[名人位][^，。；\d]{0,10}，其中(?:至少|不少于)?"
    r"(?P<value>(?P<n>\d{1,2})(?P<unit>[名人位]))(?=[为是应须由担])"
)
"""`不少于2人，其中1人为班子成员`: how many of those must be of a kind."""
_OF_SUCH: Final = "[人名个户台辆吨亩件车套株头张]|平方米|立方米|公里|千米|公斤|元|分"
_ROUNDED_UP: Final = re.compile(
    rf"不足(?:{NUMBER})(?:{_OF_SUCH})的?[，,]?(?:部分)?[，,]?(?:一律|均|都|"
    rf"也|可)?按照?(?P<value>(?P<n>{NUMBER})(?P<unit>{_OF_SUCH}))"
    r"(?=计|安排|掌握|对待|确定|推荐|配|收|缴|折|核|算|标准|执行|补|$|[，。；）])"
)
"""`不足1人的，按1人安排`: what is less counts as one."""


_PER_SO_MUCH: Final = re.compile(
    rf"每(?P<of>\d[\d.]*)(?P<whom>公斤|千克|克|斤|吨|公里|千米|米|平方米|立方米|毫升|升|亩|千瓦时|"
    rf"度)(?P<done>[^，。；\d]{{0,14}}?)"
    rf"(?P<value>(?:{BOUND_BEFORE})?(?P<n>{NUMBER})(?P<mag>万)?元)(?!以上|以下|/)"
)
"""`最低收购价每50公斤131元`, `每100平方米收费5元`: a sum for each so much."""


def _per_so_much(match: re.Match[str]) -> Iterator[Mention]:
    sum_of = f"{bound(match.groupdict())}{plain(amount(match['n'], match['mag']))}元"
    start = match.start("value") if match["done"] else match.start()
    yield Mention("threshold", f"{sum_of}/{match['of']}{match['whom']}", start, match.end(), match.span(), 0.85)


def _users(match: re.Match[str]) -> Iterator[Mention]:
    sign = bound(match.groupdict()) or ">=" * ("达到" in match[0])
    if sign:
        value = f"{sign}{plain(amount(match['n'], match['mag']))}"
        yield Mention("threshold", value, *match.span("value"), confidence=0.7)


def _counted(match: re.Match[str]) -> Iterator[Mention]:
    """`每50名学生配备1名教师` → `1/50`, `每名考生限报一个专业` → `<=1个`, `复印件2份` → `2份`."""
    groups = match.groupdict()
    sign = "<=" if match.re is _ONLY else bound(groups) or ">=" * ("达到" in match[0] or "至少" in match[0])
    value = f"{sign}{plain(number(match['n']))}{_of(match) if groups.get('whom') else _unit(match['unit'])}"
    yield Mention("threshold", value, *match.span("value" if "value" in groups else 0), confidence=0.8)


FORMS: Final = (
    every(_PER_SO_MUCH, _per_so_much, asks=FIGURED),
    every(_USERS, _users, asks=FIGURED),
    *(
        every(pattern, _counted, asks=FIGURED)
        for pattern in (
            _FOR_SO_MANY,
            _ONLY,
            _FOR_EACH,
            _COPIES,
            _TOGETHER,
            _PRIZES,
            _OF_EACH_KIND,
            _EACH_OF_THEM,
            _CHOSEN_ONE,
            _ONE_PLACE,
            _AT_HAND,
            _BEHIND_ITS_NOUN,
            _OF_THEM,
            _ROUNDED_UP,
            _IN_SO_MANY,
            _NAMED_AND_MORE,
        )
    ),
)


def _of(match: re.Match[str]) -> str:
    """`/50` people for each fifty, `个/5000人` of other things, `张/千名` for each thousand."""
    if match["of"] in MAGNITUDE:
        return f"{_unit(match['unit'])}/{match['of']}{_unit(match['whom'])}"
    of = match["of"] or "1"
    so_many = plain(amount(of.removesuffix("万"), "万" if of.endswith("万") else None))
    if match["whom"] in _PEOPLE and match["unit"] in _PEOPLE:
        return f"/{so_many}"
    return f"{_unit(match['unit'])}/{'' if so_many == '1' else so_many}{match['whom']}"


_PEOPLE: Final = ("名", "人", "位")


def _unit(word: str) -> str:
    return UNITS.get(word, word)
