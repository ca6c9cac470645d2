from __future__ import annotations

import itertools
import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttui.text.mail.letter import Kind
from mttui.text.mail.quotes import Fragment, split_reply
from tests.text.mail.near_misses import NEAR_MISSES

LETTERS = {Kind.BODY: "B", Kind.QUOTE: "Q", Kind.SIGNATURE: "S"}


def kinds(text: str) -> str:
    """One letter a line that is not blank."""
    lines = text.split("\n")
    return "".join(
        LETTERS[each.kind]
        for each in split_reply(text)
        for line in lines[each.start : each.end]
        if line.strip()
    )


def check(marked: str) -> None:
    """Split text whose lines begin with the letter of what they are, and a bar."""
    lines = textwrap.dedent(marked).strip("\n").split("\n")
    text = "\n".join(line[2:] for line in lines)
    wanted = "".join(line[0] for line in lines if line[2:].strip())
    assert kinds(text) == wanted
    assert kinds(text.replace("\n", "\r\n")) == wanted


def test_a_plain_mail_is_all_the_senders() -> None:
    assert split_reply("Hello\n\nthere") == (Fragment(Kind.BODY, 0, 3),)
    assert split_reply("") == (Fragment(Kind.BODY, 0, 1),)
    assert split_reply("\n\r\n") == (Fragment(Kind.BODY, 0, 3),)


def test_blank_lines_go_with_what_stands_above_them() -> None:
    text = "Yes.\n\nOn 2 Mar 2026 at 09:12, Budi <budi@example.com> wrote:\n\n> ok?\n\nBye.\n\n-- \nSiti\n"
    assert split_reply(text) == (
        Fragment(Kind.BODY, 0, 2),
        Fragment(Kind.QUOTE, 2, 6),
        Fragment(Kind.BODY, 6, 8),
        Fragment(Kind.SIGNATURE, 8, 11),
    )


INTRODUCTIONS = {
    "en gmail": "On Mon, Mar 2, 2026 at 9:12 AM Budi Santoso <budi@example.com> wrote:",
    "en apple": "On 2 Mar 2026, at 09.12, Budi Santoso <budi@example.com> wrote:",
    "en yahoo": "On Monday, March 2, 2026 at 09:12:33 AM GMT+7, Budi Santoso <budi@example.com> wrote:",
    "id gmail": "Pada Sen, 2 Mar 2026 pukul 09.12 Budi Santoso <budi@example.com> menulis:",
    "id yahoo": "Pada Senin, 2 Maret 2026 pukul 09.12.33 WIB, Budi Santoso <budi@example.com> menulis:",
    "id tanggal": 'Pada tanggal 2 Mar 2026 09:12, "Budi Santoso" <budi@example.com> menulis:',
    "de": "Am Mo., 2. März 2026 um 09:12 Uhr schrieb Budi Santoso <budi@example.com>:",
    "de name first": "Budi Santoso <budi@example.com> schrieb am Mo., 2. März 2026, 09:12:",
    "fr": "Le lun. 2 mars 2026 à 09:12, Budi Santoso <budi@example.com> a écrit :",
    "es": "El lun, 2 mar 2026 a las 9:12, Budi Santoso (<budi@example.com>) escribió:",
    "it": "Il giorno lun 2 mar 2026 alle ore 09:12 Budi Santoso <budi@example.com> ha scritto:",
    "pt": "Em seg., 2 de mar. de 2026 às 09:12, Budi Santoso <budi@example.com> escreveu:",
    "nl": "Op ma 2 mrt 2026 om 09:12 schreef Budi Santoso <budi@example.com>:",
    "nl apple": "Op 2 mrt. 2026 om 09:12 heeft Budi Santoso <budi@example.com> het volgende geschreven:",
    "pl": "pon., 2 mar 2026 o 09:12 Budi Santoso <budi@example.com> napisał(a):",
    "sv": "Den mån 2 mars 2026 kl 09:12 skrev Budi Santoso <budi@example.com>:",
    "da": "Den man. 2. mar. 2026 kl. 09.12 skrev Budi Santoso <budi@example.com>:",
    "nb": "man. 2. mars 2026 kl. 09:12 skrev Budi Santoso <budi@example.com>:",
    "fi": "ma 2. maalisk. 2026 klo 9.12 Budi Santoso (budi@example.com) kirjoitti:",
    "cs": "po 2. 3. 2026 v 9:12 odesílatel Budi Santoso <budi@example.com> napsal:",
    "sk": "po 2. 3. 2026 o 9:12 Budi Santoso <budi@example.com> napísal(a):",
    "hu": "Budi Santoso <budi@example.com> ezt írta (időpont: 2026. márc. 2., H, 9:12):",
    "ro": "În lun., 2 mar. 2026 la 09:12, Budi Santoso <budi@example.com> a scris:",
    "ru": "пн, 2 мар. 2026 г. в 09:12, Budi Santoso <budi@example.com>:",
    "uk": "пн, 2 бер. 2026 р. о 09:12 Budi Santoso <budi@example.com> пише:",
    "bg": "На пн, 2.03.2026 г. в 9:12 Budi Santoso <budi@example.com> написа:",
    "el": "Στις Δευ 2 Μαρ 2026 στις 9:12 π.μ., ο χρήστης Budi Santoso <budi@example.com> έγραψε:",
    "tr": "Budi Santoso <budi@example.com>, 2 Mar 2026 Pzt, 09:12 tarihinde şunu yazdı:",
    "vi": "Vào Th 2, 2 thg 3, 2026 vào lúc 09:12 Budi Santoso <budi@example.com> đã viết:",
    "zh-CN": "Budi Santoso <budi@example.com> 于2026年3月2日周一 09:12写道：",
    "zh-TW": "Budi Santoso <budi@example.com> 於 2026年3月2日 週一 上午9:12寫道：",
    "zh apple": "在 2026年3月2日，上午9:12，Budi Santoso <budi@example.com> 写道：",
    "ja": "2026年3月2日(月) 9:12 Budi Santoso <budi@example.com>:",
    "ko": "2026년 3월 2일 (월) 오전 9:12, Budi Santoso <budi@example.com>님이 작성:",
    "he": "\u202bבתאריך יום ב׳, 2 במרץ 2026 ב-9:12 מאת \u202aBudi\u202c "
    "<\u202abudi@example.com\u202c\u200f>:\u202c",
    "ar": "في الاثنين، 2 مارس 2026 في 9:12 ص تمت كتابة ما يلي بواسطة Budi Santoso <budi@example.com>:",
}  # fmt: skip

introduced = pytest.mark.parametrize("line", INTRODUCTIONS.values(), ids=INTRODUCTIONS.keys())


@introduced
def test_an_introduction_is_folded_with_what_it_introduces(line: str) -> None:
    assert kinds(f"Baik.\n\n{line}\n\n> Halo,\n>\n> apa kabar?\n\nTambahan.") == "BQQQQB"
    assert kinds(f"Baik.\n{line}\n> Halo") == "BQQ"


@introduced
def test_without_marks_all_that_follows_is_quoted_if_words_stand_above(line: str) -> None:
    assert kinds(f"Baik.\n\n{line}\n\nHalo,\n\napa kabar?") == "BQQQ"
    assert kinds(f"{line}\n\nHalo,\n\napa kabar?") == "BBB"


@introduced
def test_introductions_are_wrapped(line: str) -> None:
    for width in (40, 60, 72):
        wrapped = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        if len(wrapped) <= 4:
            text = "\n".join(["Baik.", "", *wrapped, "", "> Halo"])
            assert kinds(text) == "B" + "Q" * (len(wrapped) + 1), wrapped


def test_short_introductions_need_marks_below() -> None:
    check("""
        B|Setuju.
        B|
        Q|Budi menulis:
        Q|> Halo
        """)
    check("""
        B|Setuju.
        B|
        B|Budi menulis:
        B|
        B|Halo
        """)
    check("""
        B|Agreed.
        Q|On Tuesday, Budi Santoso wrote:
        Q|> Hello
        """)


def test_words_above_an_introduction_are_not_taken_for_its_beginning() -> None:
    check("""
        B|On 3 May 2014 we met.
        Q|Budi Santoso <budi@example.com> wrote:
        Q|> Halo
        """)
    check("""
        B|Thanks for the 2014 numbers
        Q|On 2 Mar 2026 at 09:12, Budi Santoso <budi@example.com> wrote:
        Q|> Halo
        """)


def test_the_head_of_an_indonesian_message() -> None:
    check("""
        B|Siap, Pak.
        B|
        Q|________________________________
        Q|Dari: Budi Santoso <budi@example.com>
        Q|Dikirim: Senin, 2 Maret 2026 09.12
        Q|Kepada: Siti
        Q|Subjek: Laporan
        Q|
        Q|Mohon dikirim hari ini.
        """)
    check("""
        B|Siap.
        Q|-----Pesan Asli-----
        Q|Dari: Budi Santoso
        Q|Mohon dikirim.
        """)
    check("""
        B|Siap.
        B|
        Q|-------- Pesan asli --------
        Q|Dari: Budi <budi@example.com>
        Q|Tanggal: 02/03/26 09.12 (GMT+07:00)
        Q|Ke: siti@example.com
        Q|Perihal: Laporan
        Q|
        Q|Mohon dikirim.
        """)


def test_a_message_passed_on_is_folded_below_words_and_stays_without() -> None:
    forward = """
        {0}|---------- Forwarded message ---------
        {0}|Dari: Budi <budi@example.com>
        {0}|Date: Sen, 2 Mar 2026 pukul 09.12
        {0}|Subject: Laporan
        {0}|To: <siti@example.com>
        {0}|
        {0}|Isi surat.
        """
    check("\n        B|FYI" + forward.format("Q"))
    check(forward.format("B"))
    check("""
        B|Begin forwarded message:
        B|
        B|> From: Budi <budi@example.com>
        B|> Subject: Laporan
        B|>
        B|> Isi surat.
        """)
    check("""
        B|> Begin forwarded message:
        B|>
        B|> From: Budi <budi@example.com>
        B|> Subject: Laporan
        B|>
        B|> Isi surat satu.
        B|> Isi surat dua.
        B|
        B|Tolong dibantu, surat di atas.
        """)
    check("""
        B|Lihat di bawah.
        B|
        Q|Begin forwarded message:
        Q|
        Q|> From: Budi <budi@example.com>
        Q|> Subject: Laporan
        Q|>
        Q|> Isi surat.
        B|
        B|Terima kasih!
        """)
    check("""
        B|From: Budi <budi@example.com>
        B|Sent: Monday, 2 March 2026 09:12
        B|To: Siti
        B|Subject: Laporan
        B|
        B|Isi surat.
        B|
        B|On 1 Mar 2026 at 08:00, Siti <siti@example.com> wrote:
        B|
        B|> Halo.
        """)


def test_answers_between_quotations_stay_with_what_they_answer() -> None:
    check("""
        B|On 2 Mar 2026, at 09:12, Budi <budi@example.com> wrote:
        B|> Kapan dikirim?
        B|
        B|Besok.
        B|
        B|> Berapa banyak?
        B|
        B|Seribu.
        """)
    check("""
        Q|On 2 Mar 2026, at 09:12, Budi <budi@example.com> wrote:
        Q|> Halo,
        Q|>
        Q|> kami ingin bertanya:
        Q|> satu,
        Q|> dua,
        Q|> tiga?
        B|Ya.
        Q|> empat,
        Q|> lima,
        Q|> enam,
        Q|> tujuh,
        Q|> delapan?
        B|Tidak.
        Q|> Salam,
        Q|> Budi
        """)


def test_a_quotation_without_introduction() -> None:
    check("""
        B|> Satu kalimat.
        B|
        B|Setuju.
        """)
    check("""
        B|Setuju.
        B|
        B|> Satu baris saja.
        """)
    check("""
        B|Setuju.
        B|
        Q|> Dua baris
        Q|> sekaligus.
        """)
    check("""
        B|Begini caranya:
        B|
        B|>>> import mail
        B|>>> mail.send()
        """)
    check("""
        B|> Semuanya
        B|> kutipan,
        B|> maka tampil.
        """)


def test_a_wrapped_link_does_not_end_a_quotation() -> None:
    check("""
        B|Ok.
        B|
        Q|On Monday, 2 March, 2026 at 3:46 PM, Budi wrote:
        Q|
        Q|> View ticket (http://example.com/action
        Q|_nonce=3dd518)
        Q|>
        Q|> life is short.
        Q| (http://example.com/c/Yz) >
        Q|> End
        """)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_words_of_the_sender_are_never_folded(text: str) -> None:
    assert set(kinds(text)) == {"B"}


def test_signatures() -> None:
    check("""
        B|Siap.
        B|
        S|--
        S|Budi Santoso
        S|Mailtarget
        """)
    check("""
        B|Siap.
        B|
        S|Salam hormat,
        S|
        S|Budi Santoso
        S|Kepala Gudang
        S|PT Maju Jaya
        S|HP: +62 812 3456 7890 / budi@example.com
        S|https://example.com
        """)
    check("""
        B|Siap.
        B|
        S|Best regards,
        S|Budi
        S|
        S|--
        S|Budi Santoso
        S|
        S|Sent from my iPhone
        S|
        Q|On Mon, Mar 2, 2026 at 9:12 AM Siti <siti@example.com> wrote:
        Q|
        Q|Halo
        """)
    check("""
        B|Siap.
        B|
        Q|On Mon, Mar 2, 2026 at 9:12 AM Siti <siti@example.com> wrote:
        Q|> Halo
        S|
        S|_______________________________________________
        S|mail-users mailing list
        S|mail-users@lists.example.com
        S|https://lists.example.com/mail-users
        """)
    assert kinds("Siap.\n\n-- \n" + "Budi\n" * 40) == "B" + "S" * 41
    assert kinds("Siap.\n\n-- \n" + "Budi\n" * 50) == "B" * 52
    assert kinds("-- \nBudi") == "BB"


DEVICES = """
Sent from my iPhone
Sent from my Samsung Galaxy smartphone.
Sent from Yahoo Mail on Android
Sent from my TI-85
(sent from a phone)
Sent from Mail for Windows 10
Get Outlook for iOS
Get Outlook for Android<https://aka.ms/ghei36>
Sent from [mail](https://example.com) for Windows 10
Sent from my cell, please excuse any typos.
Dikirim dari iPhone saya
Dikirim dari HP saya
Dikirim dari Yahoo Mail di Android
Dikirim dari ponsel cerdas Samsung Galaxy saya.
Dapatkan Outlook untuk Android
Terkirim dari iPad saya
Von meinem iPhone gesendet
Gesendet von Outlook für Android
Envoyé de mon iPhone
Télécharger Outlook pour Android
Enviado desde mi iPhone
Enviado do meu iPhone
Inviato da iPhone
Verstuurd vanaf mijn iPhone
Wysłane z iPhone'a
Skickat från min iPhone
Sendt fra min iPad
Lähetetty iPhonesta
Odesláno z iPhonu
Отправлено с iPhone
iPhone'umdan gönderildi
發自我的 iPhone
从我的 iPhone 传送
iPhoneから送信
나의 iPhone에서 보냄
*Sent from my BlackBerry*
"""


@pytest.mark.parametrize("line", DEVICES.strip().split("\n"))
def test_lines_about_the_device_are_signatures(line: str) -> None:
    assert kinds(f"Siap.\n\n{line}\n") == "BS"
    assert kinds(line) == "B"


LINES = """
Halo.
Siap, Pak.
> Halo
> > Halo
>
|
| Halo
wrote:
--
---
On Mon, Mar 2, 2026 at 9:12 AM Budi <budi@example.com> wrote:
Budi menulis:
Pada Sen, 2 Mar 2026 pukul 09.12 Budi
<budi@example.com> menulis:
-----Original Message-----
Begin forwarded message:
________________
From: budi@example.com
Sent: Monday, 2 March 2026 09:12
To: Siti
Subject: Laporan
Sent from my iPhone
Regards,
Budi Santoso
+62 812 3456 789
budi@example.com
Salam,
>From x
2026 10:00 a@b:
"""
TEXTS = st.lists(
    st.sampled_from(["", "", "\r", " ", "-- ", *LINES.strip().split("\n")]) | st.text(max_size=30),
    max_size=25,
).map("\n".join)


@given(TEXTS)
def test_fragments_cover_the_lines_in_order(text: str) -> None:
    fragments = split_reply(text)
    assert fragments[0].start == 0
    assert fragments[-1].end == len(text.split("\n"))
    for one, next_one in itertools.pairwise(fragments):
        assert one.end == next_one.start
        assert one.kind is not next_one.kind
    assert all(each.start < each.end for each in fragments)
    lines = text.split("\n")
    assert "\n".join(line for each in fragments for line in lines[each.start : each.end]) == text
    assert fragments == split_reply(text)


@given(TEXTS)
def test_something_of_the_sender_is_always_in_sight(text: str) -> None:
    fragments, lines = split_reply(text), text.split("\n")
    own = [line for each in fragments if each.kind is Kind.BODY for line in lines[each.start : each.end]]
    assert bool("".join(own).strip()) == bool(text.strip())


@given(TEXTS, st.sampled_from(["Terima kasih, sudah kami terima.", "Kami tunggu kabarnya!"]))
def test_words_at_the_beginning_are_never_folded(text: str, words: str) -> None:
    first = split_reply(f"{words}\n\n{text}")[0]
    assert first.kind is Kind.BODY
    assert first.start == 0


@given(TEXTS)
def test_only_marked_lines_are_quoted_where_nothing_introduces_them(text: str) -> None:
    lines = [line for line in text.split("\n") if ":" not in line and "-" not in line and "：" not in line]
    for each in split_reply("\n".join(lines)):
        if each.kind is Kind.QUOTE:
            assert all(line.lstrip().startswith(">") for line in lines[each.start : each.end] if line.strip())


WIDE = (
    "Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et"
)
HEADER = "On 2 Mar 2026 at 10:00, Budi <budi@example.com> wrote:"


@pytest.mark.parametrize(
    ("line", "times"),
    [
        (WIDE, 100_000),
        ("> " + WIDE, 100_000),
        (f"> {WIDE}\n{WIDE}", 50_000),
        (WIDE + ":", 100_000),
        (HEADER, 100_000),
        (HEADER + "\n\n> x\n\ny", 20_000),
        ("From: budi\n", 50_000),
        ("-" * 60, 100_000),
        ("-- ", 100_000),
        ("Sent from my iPhone", 100_000),
        ("Regards,\nBudi\n", 50_000),
        ("1" * 490, 20_000),
        ("a@" * 240 + " wrote:", 20_000),
        ("<" * 480 + "@a> wrote:", 20_000),
        ("2026 " * 96 + ":", 20_000),
        ("> (http" + "(" * 300 + "\n" + "x" * 300 + ")", 10_000),
        ("x@y.z 123456789 " * 4 + "\n" + "_" * 60, 50_000),
        ("", 100_000),
    ],
)
def test_a_hundred_thousand_lines_take_no_time_whatever_they_are(line: str, times: int) -> None:
    text = "\n".join(["Hi", "", *[line] * times])
    started = time.perf_counter()
    split_reply(text)
    assert time.perf_counter() - started < 2.0, "a tenth of that was seen on a slow machine"


@pytest.mark.parametrize("char", ["a", " ", ">", "-", "1", "(", ":", "\u200e", "@"])
def test_a_line_of_ten_megabytes_is_no_trouble(char: str) -> None:
    text = char * 10_000_000
    started = time.perf_counter()
    assert split_reply(text) == (Fragment(Kind.BODY, 0, 1),)
    assert time.perf_counter() - started < 2.0
