"""What customers of a marketplace write, in Indonesian and English, and what they are answered. Words only.

``{order}``, ``{amount}``, ``{first}``, ``{product}`` and ``{units}`` stand for what differs from one
letter to the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PERSON, ORDER, NEWSLETTER, AUTO, AWAY, BOUNCE, SPAM = (
    "person", "order", "newsletter", "auto", "away", "bounce", "spam",
)  # fmt: skip
"""Kinds of letters: of people, of people with a table, in answer to a newsletter; and what programs send."""
BY_PEOPLE = frozenset({PERSON, ORDER, NEWSLETTER})


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that people write about."""

    intent: str
    language: str
    subject: str
    openings: Sequence[str]
    """Ways in which they begin."""
    kind: str = PERSON
    weight: float = 1.0
    """How often, beside the others."""
    files: Sequence[tuple[str, str, int, int]] = ()
    """What may be attached: name, type, and bytes from and to."""


_BOUNCED = (
    "This is the mail system at host mx.corporate.example.\n\n"
    "I'm sorry to have to inform you that your message could not\n"
    "be delivered to one or more recipients. It's attached below.\n\n"
    "<{first}{units}@kantor.example>: host mail.kantor.example[198.51.100.7] said: 550 5.1.1\n"
    "    User unknown (in reply to RCPT TO command)"
)
_PHOTO = (("IMG_{units}.jpg", "image/jpeg", 480_000, 5_200_000),)
_SCREENSHOT = (("Screenshot_{units}.png", "image/png", 90_000, 900_000),)

TOPICS: Sequence[Topic] = (
    Topic("delivery", "id", "Pesanan {order} belum sampai", (
        "Halo,\n\nPesanan {order} sudah seminggu belum sampai. Mohon dicek, terima kasih.",
        "Selamat siang,\n\nResi pesanan {order} tidak bergerak sejak hari Senin. Apakah barang saya hilang?",
        "Min, {product} yang saya pesan kok belum dikirim ya? Nomor pesanan {order}. Sudah saya bayar lunas.",
    ), weight=3),
    Topic("delivery", "en", "Where is order {order}?", (
        'Hello,\n\nTracking for order {order} has said "in transit" for six days. Where is my parcel?',
        "Hi, the courier says that {order} was delivered, but nobody here got it. Can you check?",
    ), weight=2),
    Topic("refund", "en", "Refund for order {order}", (
        "I returned the {product} of order {order} and have not got my refund. When will it be paid?",
        "Hello,\n\nYour colleague promised {amount} back for {order}.\n\nThat was ten days ago.",
    ), weight=2),
    Topic("refund", "id", "Pengembalian dana pesanan {order}", (
        "Saya sudah mengembalikan {product} dari pesanan {order}. Kapan uang {amount} dikembalikan?",
        "Halo,\n\nPenjual membatalkan pesanan {order} tapi {amount} belum kembali.\n\nMohon bantuannya.",
    ), weight=2),
    Topic("invoice", "id", "Tagihan ganda", (
        "Saya ditagih dua kali untuk pesanan {order}, masing-masing {amount}. Tolong dikembalikan.",
        "Kartu saya terpotong dua kali {amount} untuk pesanan {order}. Mohon segera dicek.",
    ), files=_SCREENSHOT),
    Topic("invoice", "en", "Charged twice for {order}", (
        "My card was charged twice for {order}: {amount} each time. Please send one of them back.",
    ), files=_SCREENSHOT),
    Topic("login", "id", "Tidak bisa masuk", (
        "Saya lupa kata sandi dan tidak bisa login. Email reset tidak pernah datang, sudah cek spam juga.",
        "Kode OTP tidak pernah sampai ke HP saya. Sudah coba lima kali dari tadi pagi.",
    ), files=_SCREENSHOT),
    Topic("login", "en", "Locked out of my account", (
        "I cannot log in any more: it says that my password is wrong, and the reset mail never comes.",
    )),
    Topic("quote", "en", "Question about prices", (
        "Good morning,\n\nDo you offer a discount for {units} of the {product}?\nWe need a quote by Friday.",
    )),
    Topic("quote", "id", "Penawaran untuk {units} unit", (
        "Selamat pagi,\n\nKami ingin membeli {units} unit {product}.\nMohon dikirim penawaran harganya.",
    ), files=(("kebutuhan.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
               11_000, 60_000),)),
    Topic("complaint", "id", "Produk rusak", (
        "Produk yang datang rusak dan tidak sesuai foto. Saya kecewa. Nomor pesanan {order}, foto terlampir.",
        "{product} yang saya terima pecah, kardusnya juga penyok. Pesanan {order}. Minta ganti baru ya.",
    ), files=_PHOTO, weight=2),
    Topic("complaint", "en", "Broken on arrival", (
        "The {product} of order {order} arrived broken. Photos are attached.\n\nI want a new one, please.",
    ), files=_PHOTO),
    Topic("invoice", "en", "Tax invoice {order} for our books", (
        "Could you send us the tax invoice for {order} as PDF? Our books close on the 25th.\n\nThank you.",
    )),
    Topic("invoice", "id", "Faktur pajak pesanan {order}", (
        "Mohon dikirim faktur pajak untuk pesanan {order} senilai {amount}. NPWP kami terlampir.",
    ), files=(("NPWP.pdf", "application/pdf", 60_000, 400_000),)),
    Topic("thanks", "id", "Terima kasih", (
        "Barang sudah diterima dengan baik. Pelayanan hebat, terima kasih!",
    )),
    Topic("unsubscribe", "en", "Cancel my subscription", (
        "Please unsubscribe me from the newsletter. I asked twice already.",
    )),
    Topic("unsubscribe", "id", "Berhenti langganan", (
        "Tolong berhenti mengirim promo ke email ini. Saya sudah klik berhenti langganan tapi masih masuk.",
    )),
    Topic("question", "id", "Re: Kabar Lapak: panen raya kopi Gayo", (
        "Wah, ini stoknya masih ada? Kalau beli {units} kantong dapat potongan tidak?",
        "Kopinya robusta atau arabika, Kak? Bisa dikirim besok?",
    ), kind=NEWSLETTER),
    Topic("unsubscribe", "en", "Re: Kabar Lapak: panen raya kopi Gayo", (
        "I never signed up for this. Take me off your list.",
    ), kind=NEWSLETTER, weight=0.6),
    Topic("complaint", "id", "Pesanan {order} salah kirim", (
        "Yang saya pesan dan yang datang berbeda. Ini rincian pesanan saya:",
    ), kind=ORDER, files=_PHOTO),
    Topic("question", "en", "Automatic reply: Pesanan {order} sudah kami kirim", (
        "Thank you for your e-mail. I am out of the office until Monday.\n\nUrgent? Call +62 21 555 {units}.",
    ), kind=AWAY, weight=0.6),
    Topic("question", "id", "Balasan otomatis: Tagihan {order}", (
        "Terima kasih atas email Anda. Saya sedang cuti sampai tanggal 20 dan tidak membaca email.",
    ), kind=AWAY, weight=0.6),
    Topic("question", "en", "[#{units}] We have received your message", (
        "This is an automatic reply. We have received your message.\n\nPlease do not reply to this e-mail.",
    ), kind=AUTO, weight=0.5),
    Topic("delivery", "en", "Undelivered Mail Returned to Sender", (
        _BOUNCED,
    ), kind=BOUNCE, weight=0.8),
    Topic("question", "id", "MENANG HADIAH!!!", (
        "Selamat! Nomor Anda menang hadiah 100 juta. Klik http://hadiah.example/{units} sekarang!!!",
    ), kind=SPAM, weight=0.8),
)  # fmt: skip

FLOOD: Sequence[Topic] = (
    Topic("invoice", "id", "Saldo terpotong dua kali", (
        "Barusan bayar {amount} pakai Lapak Pay, saldo terpotong DUA KALI. Tolong segera dikembalikan!",
        "Saldo Lapak Pay saya terpotong dua kali untuk {order}. Totalnya {amount}. Mohon segera dicek.",
        "Kok kepotong dua kali ya? Pesanan cuma satu, {order}. Uang saya tolong dikembalikan.",
    ), weight=5, files=_SCREENSHOT),
    Topic("invoice", "id", "Tagihan ganda Lapak Pay", (
        "Saya ditagih dua kali {amount} untuk pesanan {order}. Aplikasi juga error terus.",
    ), weight=3, files=_SCREENSHOT),
    Topic("invoice", "en", "Charged twice by Lapak Pay", (
        "Lapak Pay has just charged me twice for {order}, {amount} each. I need this money back immediately.",
        "Your app showed an error, I tried again, and now I have paid {order} twice. Please fix this.",
    ), weight=3, files=_SCREENSHOT),
    Topic("delivery", "id", "Pembayaran gagal tapi saldo terpotong", (
        "Pembayaran {order} statusnya gagal, tapi saldo {amount} sudah terpotong. Bagaimana ini?",
    ), weight=2, files=_SCREENSHOT),
    *(topic for topic in TOPICS if topic.intent in {"delivery", "login"} and topic.kind == PERSON),
)  # fmt: skip
"""What is written when Lapak Pay takes the money twice: mostly about that."""


def lots(topics: Sequence[Topic]) -> Sequence[Topic]:
    """Return topics to draw one of: each as often as its weight says."""
    return tuple(topic for topic in topics for _ in range(round(10 * topic.weight)))


_Words = Mapping[str, Mapping[str, Sequence[str]]]

ANSWERS: _Words = {
    "id": {
        "delivery": ("Kami sudah menghubungi kurir. Paket {order} ada di gudang Cakung, dikirim besok.",),
        "refund": ("Pengembalian dana {amount} sedang kami proses, paling lambat 3 hari kerja.",),
        "invoice": ("Kami cek dengan tim pembayaran. Bila benar ganda, {amount} kembali dalam 2x24 jam.",),
        "complaint": ("Mohon maaf atas ketidaknyamanannya. Kami kirim penggantinya hari ini juga.",),
        "": ("Terima kasih sudah menghubungi kami. Kami cek dulu, ya.",),
    },
    "en": {
        "delivery": ("We have asked the courier. Your parcel {order} leaves the Cakung hub tomorrow.",),
        "refund": ("Your refund of {amount} is on its way; it takes up to three working days.",),
        "invoice": ("We are checking this. If it was taken twice, {amount} goes back to you.",),
        "complaint": ("We are sorry about that. A replacement leaves our warehouse today.",),
        "": ("Thank you for writing to us. We are looking into it and will let you know.",),
    },
}  # fmt: skip
"""What we answer, by language and intent; the empty intent is for all others."""

FOLLOW_UPS: _Words = {
    "id": {
        "delivery": (
            "Sampai sekarang belum ada kabar dari kurirnya. Bisa dicek lagi?",
            "Baik, saya tunggu sampai besok. Kalau belum sampai juga saya minta dibatalkan saja.",
        ),
        "refund": ("Sudah saya cek, dananya belum masuk. Ke rekening mana ya dikirimnya?",),
        "invoice": ("Di mutasi rekening masih terlihat dua potongan. Kapan kembali uangnya?",),
        "complaint": ("Kalau penggantinya rusak lagi bagaimana? Saya lebih baik minta uang kembali.",),
        "": (
            "Ada perkembangan?",
            "Baik, tapi saya masih belum paham. Bisa dijelaskan langkahnya satu per satu?",
            "Saya coba cara itu dan masih tidak bisa.",
        ),
    },
    "en": {
        "delivery": (
            "The tracking page still shows nothing new. Could you ask them again?",
            "All right, I will wait until tomorrow. After that I would like to cancel it.",
        ),
        "refund": ("I have looked at my account and there is nothing yet. Which account did you use?",),
        "invoice": ("My statement still shows both of them. When do I get it back?",),
        "complaint": ("And what if the new one breaks as well? I would rather have my money back.",),
        "": (
            "Is there any news on this?",
            "I did what you said, and it still does not work.",
            "Thanks, but that does not answer my question. Can I talk to somebody?",
        ),
    },
}
"""What customers write back when it is not settled yet."""

THANKS: Mapping[str, Sequence[str]] = {
    "id": ("Oke, sudah beres. Terima kasih banyak ya!", "Baik, terima kasih atas bantuannya."),
    "en": ("That worked. Thank you very much!", "Perfect, thanks for your quick help."),
}
"""What customers write back when it is."""

PROMPTS: Mapping[str, tuple[str, str]] = {
    "id": ("Konfirmasi alamat pengiriman {order}",
           "Alamat untuk pesanan {order} kurang lengkap. Boleh dikirim nomor rumah dan kode posnya?"),
    "en": ("Please confirm the address for {order}",
           "The address of order {order} lacks a house number. Could you send it to us, please?"),
}  # fmt: skip
"""What we write first, by language: subject and words."""

GIVEN: Mapping[str, Sequence[str]] = {
    "id": (
        "Alamatnya Jl. Melati No. {units}, RT 03/RW 05, Bandung 40115. Terima kasih sudah diingatkan.",
        "Maaf, lupa. Jl. Kenanga {units} Blok C, Surabaya 60231. Rumahnya pagar hijau.",
    ),
    "en": ("It is {units} Orchid Road, #04-11, Singapore 238823. Sorry about that.",),
}
"""What customers answer to that."""

PRODUCTS = ("kopi Gayo 250 g", "blender", "sepatu lari", "lampu meja", "tas ransel", "mug keramik")
GREETINGS = {"id": "Halo {first},", "en": "Dear {first},"}
CLOSINGS = {"id": "Salam,\n{agent}\nBantuan Lapak", "en": "Kind regards,\n{agent}\nLapak Support"}
AGENTS = ("Sari", "Rizky", "Dewi")
"""Of the people who work in the account, those who answer."""
