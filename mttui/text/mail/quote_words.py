"""The words with which mail programs introduce what they quote, in the languages they speak.

They are compared with whole words or whole labels, never searched for in prose.
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType


class Field(Enum):
    """What a line in the head of a quoted message says."""

    FROM = "from"
    DATE = "date"
    TO = "to"
    CC = "cc"
    SUBJECT = "subject"
    REPLY_TO = "reply-to"


def listed(text: str) -> tuple[str, ...]:
    """Take apart words that commas separate; they are case-folded."""
    return tuple(" ".join(each.casefold().split()) for each in text.split(",") if each.strip())


WROTE = listed(
    """
    wrote, writes, menulis, menuliskan, schrieb, geschrieben, schreibt, a écrit, a ecrit, écrit,
    écrivait, escribió, escribio, ha escrito, va escriure, escribiu, ha scritto, scrisse, scrive,
    hà scrittu, escreveu, schreef, geschreven, napisał, napisała, napisał(a), napisali, pisze, skrev,
    skreiv, skrifaði, kirjoitti, kirjutas, napsal, napsala, napsal(a), napísal, napísala, napísal(a),
    píše, написал, написала, написал(а), написав, написала(в), написа, пишет, пише, yazdı, írta,
    a scris, έγραψε, shkroi, skribis, napisao, napisala, napisao/la, je pisal, rašė, parašė, rakstīja,
    idatzi du, idatzi zuen, đã viết, الرسالة, كتب, كَتَب, כתב, כתבה, כתב/ה, نوشت, ने लिखा, დაწერა
    """
)
"""Ends a line of introduction."""

WROTE_JOINED = listed(
    """
    > sent, 写道, 寫道, より, のメール, 書きました, 작성, 작성함, 씀, എഴുതി, เขียนว่า
    """
)
"""The same where no space is needed before it. "Sent" alone may be about anything."""

WROTE_WITHIN = frozenset(
    listed(
        """
        schrieb, schreef, skrev, skreiv, skrifaði, ysgrifennodd, scríobh, skrivet, heeft, hat, napsal,
        napsal(a), írta, מאת, كتابة
        """
    )
)
"""Stands before the name in some languages: `Am … schrieb Budi:`."""

BEGINS = listed(
    """
    on, pada, am, le, el, il, in data, em, a, op, den, dnia, w dniu, dne, dňa, på, þann, u, je, ar, în, më,
    στις, на, дана, dana, ekkor:, vào, datumā, بتاريخ, في, בתאריך, 在, 于, 於
    """
)
"""Stands before the date in a line of introduction."""

PRONOUNS = frozenset(
    listed(
        """
        i, you, he, she, we, they, saya, aku, kami, kita, anda, kamu, dia, beliau, mereka, ich, sie, wir,
        er, je
        """
    )
)
"""Who is not named is not introduced by a mail program."""

_LABELS = {
    Field.FROM: """
        from, dari, pengirim, daripada, von, absender, de, expéditeur, da, mittente, van, afzender, od,
        nadawca, fra, från, frå, frá, avsändare, lähettäjä, odesílatel, odosielateľ, feladó, de la, от,
        від, од, από, kimden, gönderen, từ, 发件人, 寄件者, 寄件人, 發件人, 差出人, 送信者, 보낸 사람,
        보낸사람, 보낸이, مِن, من, المرسل, מאת, से, a-berzh, oddi wrth, kellelt, saatja, nork, ó, ვისგან,
        sɣur, nuo, kas, no, nga, remitente, remetente, പ്രേഷിതാവ്
    """,
    Field.DATE: """
        sent, date, sent on, dikirim, terkirim, tanggal, tgl, dihantar, tarikh, gesendet, datum,
        gesendet am, envoyé, envoye, envoyé le, date d'envoi, message du, enviado, enviado el,
        enviada em, enviado em, fecha, data, inviato, verzonden, wysłano, skickat, skickad, sendt, dato,
        lähetetty, päivämäärä, päiväys, odesláno, odoslané, dátum, elküldve, küldve, trimis, отправлено,
        дата, надіслано, изпратено, изпрати до, послато, poslano, στάλθηκε, αποστολή, ημερομηνία,
        gönderildi, tarih, gönderme tarihi, đã gửi, ngày, 发送时间, 发送日期, 日期, 寄件日期, 傳送時間,
        送信日時, 送信日, 日付, 日時, 보낸 날짜, 보낸날짜, 날짜, المُرسل, التاريخ, تاريخ الإرسال, נשלח,
        תאריך, तारीख, kaset, anfonwyd, saadetud, bidalita, seolta, გაიგზავნა, yettwazen, išsiųsta,
        nosūtīts, dërguar më, sendita je, mandatu, അയച്ചു
    """,
    Field.TO: """
        to, kepada, ke, untuk, penerima, an, à, a, pour, destinataire, para, al, aan, do, til, till,
        vastaanottaja, komu, címzett, la, către, кому, до, προς, kime, alıcı, tới, đến, za, 收件人,
        收件者, 宛先, 받는 사람, 받는사람, إلى, אל, को, at, kellele, nori, chuig, ვის, kam, për,
        destinatario, destinatário, സ്വീകർത്താവ്
    """,
    Field.CC: """
        cc, bcc, tembusan, salinan, kopie, copie à, copie, copia, cópia, dw, kopia, kopi, kopio, kópia,
        másolat, копия, копия (cc), копія, копие, копија, κοιν, bilgi, 抄送, 副本, 参照, 참조,
        نسخة كربونية, עותק, सीसी, koopia, afrit, ასლი, anɣ. i
    """,
    Field.SUBJECT: """
        subject, subjek, perihal, judul, hal, betreff, objet, sujet, asunto, assunto, oggetto,
        onderwerp, temat, ämne, emne, aihe, předmět, predmet, tárgy, subiect, тема, относно, θέμα, konu,
        chủ đề, 主题, 主題, 主旨, 件名, 题目, 제목, الموضوع, נושא, सबजेक्ट, विषय, danvez, tema, sughjettu,
        pwnc, temo, teema, gaia, ábhar, viðfangsefni, საგანი, asentel, temats, subjekt, വിഷയം
    """,
    Field.REPLY_TO: """
        reply-to, balas ke, antwort an, répondre à, responder a, responder para, risposta, rispondi a,
        beantwoorden, antwoord aan, odpowiedz do, svara till, svar til
    """,
}

FIELDS = MappingProxyType({name: field for field, names in _LABELS.items() for name in listed(names)})
"""Labels of the lines in the head of a quoted message."""

ORIGINAL = frozenset(
    listed(
        """
        original message, original email, reply message, original appointment, pesan asli,
        pesan orisinal, pesan asal, mesej asal, email asli, ursprüngliche nachricht, originalnachricht,
        original-nachricht, message d'origine, message d’origine, message original, message initial,
        courriel initial, mensaje original, correo original, messaggio originale, messaghju d’origine,
        mensagem original, missatge original, oorspronkelijk bericht, origineel bericht,
        oryginalna wiadomość, wiadomość oryginalna, wiadomość pierwotna, ursprungligt meddelande,
        originalmeddelande, oprindelig meddelelse, oprindelig besked, opprinnelig melding,
        opphavleg melding, upprunaleg skilaboð, alkuperäinen viesti, původní zpráva, původní e-mail,
        pôvodná správa, eredeti üzenet, mesaj original, исходное сообщение, оригинальное сообщение,
        первоначальное сообщение, вихідне повідомлення, оригинално писмо, оригинална порука,
        originalna poruka, αρχικό μήνυμα, πρωτότυπο μήνυμα, orijinal mesaj, özgün ileti, thư gốc,
        原始邮件, 原始郵件, 原邮件, 元のメッセージ, 元メール, 원본 메시지, 원본 메일, الرسالة الأصلية,
        הודעה מקורית, पुराना मैसेज, kemennadenn orin, neges wreiddiol, originala mesaĝo, algne kiri,
        jatorrizko mezua, bunteachtaireacht, საწყისი მესიჯი, originalus tekstas, sākotnējā ziņa,
        mesazhi origjinal, യഥാർത്ഥ സന്ദേശം
        """
    )
)
"""Stands between dashes above what is quoted to the end."""

FORWARDED = frozenset(
    listed(
        """
        forwarded message, begin forwarded message, start of forwarded message, forwarded email,
        pesan terusan, pesan yang diteruskan, pesan diteruskan, mulai pesan terusan,
        awal pesan yang diteruskan, mulai meneruskan pesan, mesej dimajukan, weitergeleitete nachricht,
        anfang der weitergeleiteten nachricht, beginn der weitergeleiteten nachricht, message transféré,
        message transmis, début du message réexpédié, début du message transféré, mensaje reenviado,
        inicio del mensaje reenviado, messaggio inoltrato, inizio messaggio inoltrato,
        mensagem encaminhada, mensagem reencaminhada, início da mensagem encaminhada,
        início da mensagem reencaminhada, doorgestuurd bericht, begin doorgestuurd bericht,
        wiadomość przekazana, przekazana wiadomość, początek przekazywanej wiadomości,
        treść przekazanej wiadomości, vidarebefordrat meddelande, vidarebefordrat brev,
        vidarebefordrat mejl, videresendt meddelelse, videresendt besked, videresendt melding,
        start på videresendt besked, välitetty viesti, edelleenlähetetty viesti, přeposlaná zpráva,
        preposlaná správa, továbbított üzenet, továbbított levél, mesaj redirecționat,
        пересылаемое сообщение, пересланное сообщение, начало переадресованного сообщения,
        переслане повідомлення, препратено съобщение, προωθημένο μήνυμα, iletilen mesaj,
        yönlendirilen ileti, iletilmiş mesaj, thư chuyển tiếp, 转发的邮件, 转发邮件, 轉寄的郵件,
        転送メッセージ, 転送されたメッセージ, 전달된 메시지, 전달된 메일, رسالة مُعاد توجيهها,
        הודעה שהועברה
        """
    )
)
"""Stands between dashes, or before a colon, above a message that is passed on."""
