"""A month of the north-east with long names: 14 issues, 60 who registered."""

from datetime import date, datetime, timedelta

from bot.papers.drawing import Told
from models import places
from models.papers import (
    Agenda,
    Attendance,
    Conclusion,
    Figures,
    Invitation,
    Issue,
    LeftOut,
    Meeting,
    Minutes,
    MonthSheet,
    Office,
    Opinion,
    Proposal,
    Register,
    Registrant,
    Row,
    Situation,
    Tally,
)
from models.thai.budget_year import months_until
from models.thai.calendar import BANGKOK

OFFICE = Office("สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)", "โทรศัพท์ 0 2378 8300 อีเมล forum@codi.example")
MEETING = Meeting(
    "monthly",
    "northeast",
    datetime(2026, 8, 20, 9, 0, tzinfo=BANGKOK),
    "8/2569",
    "หอประชุมเฉลิมพระเกียรติ 80 พรรษา ที่ว่าการอำเภอน้ำพอง จังหวัดขอนแก่น",
    linked=("ห้องประชุมองค์การบริหารส่วนตำบลบึงงาม", "ศาลาวัดโนนสวรรค์"),
)
BEFORE = Meeting("monthly", "northeast", datetime(2026, 7, 16, 9, 0, tzinfo=BANGKOK), "7/2569", "หอประชุม")
SAYINGS = (
    (("water", None), "เครื่องสูบน้ำประปาหมู่บ้านเสียตั้งแต่ต้นเดือน ชาวบ้านต้องซื้อน้ำใช้ทุกวัน ขอเปลี่ยนเครื่องใหม่"),
    (("disaster", "flood"), "น้ำท่วมขังบ้านเรือนริมลำน้ำทุกปี ขอให้ช่วยกันดูทางระบายน้ำและสะพานที่ขวางทางน้ำ"),
    (("infrastructure", None), "ถนนลูกรังเข้าหมู่บ้านเป็นหลุมเป็นบ่อ รถรับส่งนักเรียนเข้าไม่ได้ในหน้าฝน"),
    (("land", None), "ที่ดินทำกินทับซ้อนกับเขตป่าสงวนแห่งชาติ อยู่มาก่อนประกาศเขตแต่ยังไม่มีเอกสารสิทธิ์"),
    (("livelihood", None), "หนี้สินกองทุนหมู่บ้านและหนี้นอกระบบสะสม ขอคำปรึกษาเรื่องการปรับโครงสร้างหนี้"),
    (("agriculture", None), "ราคามันสำปะหลังตกต่ำ และโรคใบด่างระบาด ท่อนพันธุ์ไม่พอสำหรับฤดูปลูกหน้า"),
    (("welfare", None), "ผู้สูงอายุติดเตียงไม่มีผู้ดูแลและยังไม่ได้รับเบี้ยยังชีพ ขอให้ช่วยตรวจสอบสิทธิ์"),
)
TAMBONS = tuple(
    places.tambons_in(district)[0]
    for district in (
        "4001",
        "4007",
        "4101",
        "4105",
        "3401",
        "3407",
        "3001",
        "3010",
        "4301",
        "4501",
        "4601",
        "4701",
        "4801",
        "4901",
    )
)


def issue(nth: int) -> Issue:
    topic, said = SAYINGS[nth % len(SAYINGS)]
    tambon = TAMBONS[nth % len(TAMBONS)]
    number = f"{places.abbreviation(tambon)}-{142 + nth * 7:04d}"
    return Issue(number, (topic,), tambon, nth % 12 + 1, 3 + nth * 4, 5 + nth * 6, nth * 11, said)


ISSUES = tuple(map(issue, range(14)))
STATES = ("working", "asked", "stuck", "done", "contested")
WHO = (
    "กองช่าง องค์การบริหารส่วนตำบลวังชัย",
    "โครงการชลประทานขอนแก่น (นายสมศักดิ์ ใจดี หัวหน้าฝ่ายจัดสรรน้ำ)",
    "สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัดอุบลราชธานี",
    None,
)


def conclusion(nth: int, number: str | None = None) -> Conclusion:
    one = issue(nth)
    text = "เวทีเสนอให้เปลี่ยนเครื่องสูบน้ำและตั้งกลุ่มผู้ใช้น้ำดูแลร่วมกัน โดยให้ชาวบ้านร่วมตรวจรับงาน"
    by = None if nth == 3 else date(2026, 9, 15) + timedelta(nth)
    kind = ("agreement", "proposal", "policy")[nth % 3]
    return Conclusion(
        number or one.number,
        one.topics,
        text,
        WHO[nth % 4],
        by,
        STATES[nth % 5],
        kind,
        nth + 1,
        nth,
        nth % 2,
        nth % 3,
    )


OPEN = tuple(conclusion(nth, f"ขก-{nth + 31:04d}") for nth in range(6))
OPINIONS = tuple(
    Opinion(said, ISSUES[nth].number if nth % 2 else None)
    for nth, said in enumerate(
        (
            "อยากให้ทำเรื่องน้ำประปาก่อน เพราะเด็กเล็กกับคนแก่เดือดร้อนที่สุด ทำงานไกลบ้านจึงมาประชุมไม่ได้",
            "ถนนเส้นนี้เคยมีคนมาวัดแล้วสองครั้ง อยากรู้ว่าติดตรงไหน",
            "ขอบคุณที่เปิดเวทีให้พูด กำลังรอคำตอบเรื่องที่ดินอยู่ น้ำใช้ก็ขาด จำเป็นต้องซื้อน้ำทุกวัน",
            "น้ำท่วมปีนี้มาเร็วกว่าทุกปี อยากให้มีป้ายบอกระดับน้ำ และเสียงตามสายเตือนก่อน",
        )
    )
)
LEFT_OUT = tuple(
    LeftOut(issue(nth + 20), reason)
    for nth, reason in enumerate(
        (
            "joined",
            "forwarded",
            None,
        )
    )
)
AGENDA = Agenda(MEETING, BEFORE, OPEN, ISSUES, OPINIONS, LEFT_OUT)
INVITATION = Invitation(
    OFFICE,
    MEETING,
    (("water", 34), ("disaster.flood", 21), ("land", 9), ("livelihood", 7)),
    "08.30 ลงทะเบียน\n09.00 - 09.30 น. เปิดเวที\n9:30 ติดตามเรื่องที่เคยสรุปไว้\nช่วงบ่าย แบ่งกลุ่มย่อยตามลุ่มน้ำ\n15.30 สรุปผล",
    "มีอาหารกลางวัน ค่าเดินทางเบิกจ่ายตามจริง",
    date(2026, 8, 14),
    True,
    "นายกองค์การบริหารส่วนตำบลวังชัย",
)
FIRST = ("บุญมา", "สมชาย", "จันทร์เพ็ญ", "ประสิทธิ์ชัย", "ณัฐกฤตาภรณ์", "สุธีรัตน์")
LAST = ("สีดา", "ใจดี", "วงศ์สุวรรณ", "พรหมจรรย์ไพบูลย์", "ศรีวิชัยกุลพัฒนานนท์", "ณ อุบล")
ORGANISATIONS = ("องค์กรชุมชน", "หน่วยงาน ภาคี", "สภาองค์กรชุมชนตำบลโคกสำราญเหนือ", None)
REGISTER = Register(
    MEETING,
    tuple(
        Registrant(
            f"นาง{FIRST[nth % 6]} {LAST[nth // 6 % 6]}",
            ORGANISATIONS[nth % 4],
            f"08{nth % 10}-123-45{nth:02d}",
        )
        for nth in range(60)
    ),
)
MINUTES = Minutes(
    AGENDA,
    Attendance(60, 83, 12, (("community", 41), ("agency", 9), ("self", 10))),
    (conclusion(0), conclusion(1), conclusion(3), conclusion(5, "ขก-0999")),
)
PROPOSAL = Proposal(OFFICE, MEETING, ISSUES[0], conclusion(0), "นายกองค์การบริหารส่วนตำบลวังชัย")
PROVINCES = places.provinces_of_region("northeast")
SITUATION = Situation(
    "northeast",
    date(2026, 8, 1),
    tuple(
        Tally(code, nth % 7 * 3, nth % 5 * 2, nth % 4, nth % 3) if nth % 6 else Tally(code)
        for nth, code in enumerate(PROVINCES)
    ),
    tuple(
        Tally(code, 30 - nth * 2, nth * 2, nth, nth % 4)
        for nth, code in enumerate(
            (
                "water",
                "disaster.flood",
                "land",
                "livelihood",
                "infrastructure",
                "agriculture",
                "welfare",
                "health",
            )
        )
    ),
    OPEN,
    ISSUES,
    118,
    date(2026, 8, 19),
)
MONTHS = MonthSheet(
    "northeast",
    date(2026, 8, 1),
    tuple(
        Figures(code, None, nth * 3, nth * 2, nth % 2, nth * 20, nth % 5, nth % 3, nth % 2)
        for nth, code in enumerate(PROVINCES)
    ),
    tuple(
        Figures(None, month, 100 + nth, 90 + nth, 1, 1_200 + nth, 10 + nth, 5, 3)
        for nth, month in enumerate(months_until(date(2026, 8, 1)))
    ),
)
ROWS = tuple(
    Row(
        one.number,
        date(2026, 8, 1 + nth),
        one.place,
        "trouble",
        one.topics,
        "working",
        one.people,
        one.supports,
    )
    for nth, one in enumerate(ISSUES)
)
EVERY: dict[str, Told] = {
    "invitation": INVITATION,
    "agenda": AGENDA,
    "situation": SITUATION,
    "register": REGISTER,
    "minutes": MINUTES,
    "proposal": PROPOSAL,
    "month": MONTHS,
}
