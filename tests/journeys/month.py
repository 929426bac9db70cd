"""A month in a minute: five tambons, one in each region, and what people do from 1 to 30 August 2569, by chat."""

from collections.abc import Callable
from dataclasses import dataclass, field

from models.roles import NATIONAL
from tests.house import House
from tests.journeys.hall import hers
from tests.makers import planned_forums
from tests.nation import COORDINATORS, HOMES, NAMES, an_officer, on_duty, somebody
from tests.talk import Talk

LEADERS = ("สมชาย", "มานพ", "วิเชียร", "สำราญ", "ดำรง")
DEED, ANSWER = "เปลี่ยนเครื่องสูบน้ำ", "ขอให้การประปาเปลี่ยนท่อเก่าทั้งประเทศ"
LEFT = "อยากให้ซ่อมเครื่องสูบน้ำก่อนหน้าแล้ง"
WATER = (
    "น้ำประปาหมู่ 5 ไม่ไหลมาสามวันแล้ว",
    "น้ำประปาหมู่ 5 ไม่ไหล เดือดร้อนมาก",
    "น้ำประปาไม่ไหลทั้งหมู่ 5 ค่ะ",
    "น้ำประปาไม่ไหล หมู่ 5 ต้องซื้อน้ำกิน",
    "น้ำประปาที่บ้านหมู่ 5 ไม่ไหล",
)
OTHERS = {  # of each region: what is asked more about, what does not come onto the agenda, and one more
    "northeast": ("ไฟดับทั้งหมู่บ้านทุกคืน", "ถนนหน้าวัดพังเป็นหลุม", "ขยะล้นถังส่งกลิ่น"),
    "north": ("หนี้นอกระบบดอกเบี้ยโหดมาก", "หมาจรจัดไล่กัดเด็ก", "ช้างป่าเข้าทำลายสวน"),
    "central_west": ("ไม่มีที่ดินทำกินเลย", "รถเมล์ไม่ผ่านหมู่บ้าน", "โรงเรียนขาดครู"),
    "bkk_east": ("ไม่มีหมออยู่อนามัย", "ค่าเช่าบ้านขึ้นทุกปี", "เสียงรถบรรทุกดังทั้งคืน"),
    "south": ("ไม่มีครูสอนที่โรงเรียน", "คนแก่ไม่มีเบี้ยยังชีพ", "ชายฝั่งถูกกัดเซาะ"),
}
MORE, TOLD_MORE = "เป็นตั้งแต่เมื่อไร", "ตั้งแต่วันพุธที่แล้ว"
MANY = 5  # of a tambon tell the same trouble
JOINED = 3  # of them with the first, by a tap
ASKED_MORE, LEFT_OUT, LAST = 5, 6, 7


@dataclass
class Region:
    name: str
    people: list[Talk]
    leader: Talk
    coordinator: Talk
    leads: str  # the leader's name
    numbers: list[str] = field(default_factory=list)  # as they were given, one to each of the people

    @property
    def trouble(self) -> str:
        """The number of what most of them suffer from."""
        return self.numbers[0]

    @property
    def sufferers(self) -> list[tuple[Talk, str]]:
        return list(zip(self.people, self.numbers, strict=True))[:MANY]


class Month:
    """Everybody there is, and what they do on which day."""

    def __init__(self, house: House) -> None:
        self.house = house
        house.time.stands_at("2026-08-01T08:00")
        planned_forums(house)
        self.officer = an_officer(house)
        self.academic = on_duty(house, 0x92, "อาจารย์พิมพ์", "academic", NATIONAL)
        self.regions = [self._region(nth, name) for nth, name in enumerate(HOMES)]
        self.northeast, self.north, self.central, self.east, self.south = self.regions

    def _region(self, nth: int, name: str) -> Region:
        first = 0x1000 + 0x10 * nth
        people = [
            somebody(self.house, first + one, f"{NAMES[one % len(NAMES)]} สกุล{first + one}", HOMES[name])
            for one in range(8)
        ]
        leader = on_duty(self.house, 0xC0 + nth, LEADERS[nth], "leader", HOMES[name])
        coordinator = on_duty(self.house, 0xA0 + nth, COORDINATORS[nth], "coordinator", name)
        return Region(name, people, leader, coordinator, LEADERS[nth])

    @property
    def reporters(self) -> list[tuple[Talk, str]]:
        return [one for region in self.regions for one in zip(region.people, region.numbers, strict=True)]

    def goes_by(self) -> "Month":
        """The clock rings morning and evening of every day; between them people do what the day asks of them."""
        for day in range(1, 31):
            self._rings(day, "09:00")
            self.house.time.stands_at(f"2026-08-{day:02}T10:00")
            for region in self.regions:
                if day in OF_REGIONS:
                    OF_REGIONS[day](self, region)
            if day in OF_THE_NATION:
                OF_THE_NATION[day](self)
            self._rings(day, "17:00")
        return self

    def _rings(self, day: int, hour: str) -> None:
        self.house.time.stands_at(f"2026-08-{day:02}T{hour}")
        self.house.ring()


def report_the_same(month: Month, region: Region) -> None:
    """Two join the first by a tap; the last two say that theirs is another."""
    for nth, words in enumerate(WATER):
        talk = region.people[nth].says(words).taps("ส่งเรื่องนี้")
        region.numbers.append(talk.number)
        if nth:
            talk.taps("ร่วมด้วย" if nth < JOINED else "คนละเรื่อง")
        talk.taps("ข้าม")


def report_others(month: Month, region: Region) -> None:
    for talk, words in zip(region.people[MANY:], OTHERS[region.name], strict=True):
        talk.says(f"แจ้งเรื่อง {words}").taps("ส่งเรื่องนี้")
        region.numbers.append(talk.number)
        talk.taps("ข้าม")
        month.house.time.goes(minutes=1)


def tend(month: Month, region: Region) -> None:
    """The leader merges in two steps, sums up and asks for more; in one region somebody takes hers back."""
    region.leader.says("เรื่อง").hears("area.list", open=6)
    region.leader.says("รวม 4 6").hears("merge.done", number=region.trouble, people=MANY - 1)
    region.leader.says("รวม 4 5").hears("merge.done", number=region.trouble, people=MANY)
    follow_up(region, f"รวมกับเรื่อง {region.trouble} แล้ว")
    region.leader.says("เรื่อง").says("4 สรุป เครื่องสูบน้ำเสีย ต้องเปลี่ยน").hears("tend.summed_up")
    region.leader.says(f"3 ขอข้อมูล {MORE}").taps("ส่งคำถาม").hears("tend.asked")
    region.people[ASKED_MORE].taps("ตอบ").says(TOLD_MORE).hears("more.thanks")
    if region is month.northeast:
        talk, number = region.people[LAST], region.numbers[LAST]
        talk.says(number).taps("ผิด แก้เรื่อง").taps("ถอนเรื่องนี้").hears("mend.withdrawn")


def answer_the_invitation(month: Month, region: Region) -> None:
    for talk in region.people[:2]:
        talk.taps("ไป").taps("ข้าม").taps("ข้าม")
    region.people[2].taps("ไม่สะดวก ฝากเรื่อง").says(LEFT).hears("entrust.kept")


def follow_up(region: Region, *words: str) -> None:
    """Somebody who joined looks, under her own number, and reads this."""
    talk, number = region.sufferers[3]
    talk.says("ติดตามเรื่อง").hears("mine.list").taps(number).hears("mine.one", number=number).reads(*words)


def make_the_agenda(month: Month, region: Region) -> None:
    """Two come onto it, in one region three; one is left off with a reason."""
    coordinator = region.coordinator.says("ร่างวาระ").hears("agenda.list")
    coordinator.says("1 วาระ").hears("agenda.accepted").reads(region.trouble)
    coordinator.says("2 วาระ").hears("agenda.accepted").reads(region.numbers[ASKED_MORE])
    coordinator.says("3 ไม่เข้า").taps("เวทีช่วยไม่ได้").hears("agenda.dropped").reads(region.numbers[LEFT_OUT])
    follow_up(region, "เข้าวาระแล้ว")
    if region is month.north:
        coordinator.says("4 วาระ").hears("agenda.accepted").reads(region.numbers[LAST])


def support(month: Month, region: Region) -> None:
    for talk in region.people[:2]:
        talk.taps("ดูเรื่อง").taps("1").taps("หนุนเรื่องนี้").hears("support.kept")


def take_it_up(month: Month) -> None:
    """The officer puts onto the national agenda what all regions share."""
    month.officer.says("เรื่องร่วม").hears("centre.list").says("1").hears("centre.card")
    month.officer.says("1 วาระกลาง").hears("centre.accepted", number="รวม-0001")
    for region in month.regions:
        follow_up(region, "ขึ้นเวทีส่วนกลางแล้ว")


def answer_from_the_university(month: Month) -> None:
    month.academic.taps("ไป").hears("rsvp.going", "home.ask").taps("ข้าม")


def meet(month: Month, region: Region) -> None:
    """People sign in; the coordinator writes what they conclude; who is to take it on says so at once."""
    figures = hers(month.house, region.name).check_in
    for talk in region.people[:4]:
        talk.says(f"ลงชื่อเข้าเวที {figures}").hears("checkin.signed")
    line = f"วาระ 1 สรุป {DEED} ผู้รับไปทำ {region.leads} ภายใน 25 ส.ค."
    region.coordinator.says(line).taps("ถูกต้อง").hears("conclude.kept")
    region.leader.taps("รับไปทำ").hears("deed.accepted")
    region.coordinator.says("วาระ 2 คุย ยังต้องดูเงินก่อน").hears("conclude.noted")


def publish(month: Month, region: Region) -> None:
    region.coordinator.says("ข้อสรุป").taps("เผยแพร่ผล").taps("ยืนยัน").hears("result.published")
    follow_up(region, DEED, region.leads)


def say_how_it_stands(month: Month, region: Region) -> None:
    """On its day: done, stuck, or still at it."""
    if region is month.east:
        region.leader.says("งานค้าง").says("1 ติด รออะไหล่").taps("ยังไม่กำหนดวัน").hears("deed.is_stuck")
    elif region is month.south:
        region.leader.says("งานค้าง").says("1 กำลังทำ").hears("deed.moved")
    else:
        region.leader.taps("เสร็จแล้ว").taps("ข้าม").hears("deed.told_done")


def say_whether_it_is_true(month: Month, region: Region) -> None:
    """In one region one of them says no; in one all say yes; in one somebody says that it is better."""
    people = region.people[:MANY]
    if region is month.northeast:
        people[0].taps("ยังเหมือนเดิม").hears("verdict.kept_same")
    if region in (month.northeast, month.north):
        for talk in people[region is month.northeast :]:
            talk.taps("แก้แล้ว").hears("verdict.kept_fixed")
    if region is month.central:
        people[0].taps("ดีขึ้นบ้าง").hears("verdict.kept_better")


def meet_at_the_centre(month: Month) -> None:
    month.officer.says(f"วาระ 1 สรุป {ANSWER} ผู้รับไปทำ การประปาส่วนภูมิภาค ภายใน 30 ก.ย.")
    month.officer.taps("ถูกต้อง").hears("conclude.kept")
    month.officer.says("เรื่องร่วม").says("1 แจกภาค").hears("centre.handed_out")
    for region in month.regions:
        region.coordinator.taps("ส่งให้ผู้แจ้ง").hears("regional.sent", reached=str(MANY))


OF_REGIONS: dict[int, Callable[[Month, Region], None]] = {
    3: report_the_same,
    4: report_others,
    5: tend,
    6: answer_the_invitation,
    12: make_the_agenda,
    13: support,
    20: meet,
    21: publish,
    25: say_how_it_stands,
    26: say_whether_it_is_true,
}
OF_THE_NATION: dict[int, Callable[[Month], None]] = {
    15: answer_from_the_university,
    17: take_it_up,
    28: meet_at_the_centre,
}
