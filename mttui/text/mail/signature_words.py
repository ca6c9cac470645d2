"""What mail programs and people put below their mail, in the languages they speak."""

from __future__ import annotations

from .quote_words import listed

SENT_FROM = listed(
    """
    sent from, sent via, sent with, sent using, sent by, sent on, get, from, dikirim dari, dikirim lewat,
    dikirim melalui, dikirim menggunakan, dikirim dengan, dikirim via, terkirim dari, dapatkan,
    dihantar dari, dihantar daripada, gesendet von, gesendet mit, gesendet über, gesendet aus, holen sie sich,
    envoyé depuis, envoyé de, envoyé à partir de, envoyé avec, envoyé par, envoyé via, télécharger,
    obtenez, enviado desde, enviado con, enviado de, enviado do, enviado da, enviado pelo, enviado via,
    enviado a partir, obtener, obtén, descargar, obter, obtenha, inviato da, inviato dal, inviato con,
    inviato tramite, scarica, ottieni, verzonden vanaf, verzonden met, verzonden via, verzonden van,
    verstuurd vanaf, verstuurd met, download, wysłane z, wysłano z, wysłane przez, pobierz, skickat från,
    skickat med, skickad från, hämta, sendt fra, sendt med, hent, lähetetty, odesláno z, odoslané z,
    отправлено с, отправлено из, отправлено от, надіслано з, надіслано від, trimis de pe, trimis din,
    được gửi từ, đã gửi từ, tải
    """
)
"""Begins a line that tells what the mail was written with."""

DEVICES = frozenset(
    listed(
        """
        iphone, iphone'a, iphonea, iphonesta, iphonu, ipad, ipadu, ipod, ios, android, androidu, samsung,
        galaxy, blackberry, windows, outlook, mail, email, gmail, yahoo, mailbox, airmail, thunderbird,
        proton, protonmail, sparrow, spark, mailspring, superhuman, missive, front, mobile, phone, cell,
        cellphone, smartphone, tablet, device, handy, mobiltelefon, mobilgerät, telefon, teléfono, téléphone,
        móvil, celular, telefone, ponsel, hp, perangkat, seluler, huawei, xiaomi, redmi, oppo, vivo, realme,
        nokia, htc, sony, xperia, pixel, wiko, alcatel, айфона
        """
    )
)

BETWEEN = frozenset(
    listed(
        """
        my, the, a, an, for, on, from, via, with, app, work, pro, plus, max, mini, ultra, web, client,
        saya, di, untuk, cerdas, dari, mein, meinem, meiner, mon, ma, pour, für, mi, mio, mia, per, meu,
        minha, para, o, no, mijn, voor, mojego, dla, min, mit, för, til, для, моего, mého, cho, của, tôi
        """
    )
)
"""Words that may stand beside the name of a device; any other in small letters belongs to the sender."""

EXCUSES = listed("please excuse, excuse, please pardon, pardon, sorry for, apologies, mohon maaf, maaf")
"""Begins what some add to such a line."""

OWN = listed("my, saya, mein, meinem, mon, mi, mio, meu, mijn, min")
"""With one of these, what follows is a device whatever it is called."""

SENT_WHOLE = (
    r"(?:diese nachricht wurde )?(?:von|mit) mein\w+ .{2,60} gesendet",
    r"von unterwegs gesendet",
    r"diese nachricht wurde von .{2,40} gesendet",
    r"[從从]我的 ?.{2,30} ?[傳传]送",
    r"[發发]自我的 ?.{2,30}",
    r"(?:私の)? ?(?:iphone|ipad|android) ?から送信",
    r"나의 .{2,30}에서 보냄",
    r"(?:iphone|ipad|android)['’]?\w{0,6} gönderildi",
    r"(?:iphone|ipad)['’]?\w{0,6} küldve",
    r"\w+ from (?:my )?(?:mobile|phone|cell|iphone|ipad|android|blackberry)",
)
"""The same where the device stands first or in the middle; patterns for the whole line."""

CLOSINGS = frozenset(
    listed(
        """
        regards, best regards, kind regards, warm regards, warmest regards, with regards,
        with best regards, with kind regards, best wishes, sincerely, yours sincerely, yours truly,
        yours faithfully, sincerely yours, cheers, thanks and regards, thanks & regards,
        salam, salam hormat, salam hangat, hormat saya, hormat kami, mit freundlichen grüßen,
        mit freundlichen gruessen, mit freundlichem gruß, mit besten grüßen, viele grüße, beste grüße,
        freundliche grüße, liebe grüße, herzliche grüße, schöne grüße, grüße, gruß, mfg, lg, vg,
        cordialement, bien cordialement, bien à vous, salutations, meilleures salutations, amicalement,
        saludos, un saludo, saludos cordiales, un cordial saludo, atentamente, cordialmente, cordiali saluti,
        distinti saluti, saluti, un saluto, atenciosamente, cumprimentos, com os melhores cumprimentos,
        abraços, um abraço, att, met vriendelijke groet, met vriendelijke groeten, vriendelijke groet,
        vriendelijke groeten, hartelijke groet, groeten, groet, mvg, pozdrawiam, z poważaniem, z powazaniem,
        pozdrowienia, serdecznie pozdrawiam, med vänlig hälsning, med vänliga hälsningar, vänliga hälsningar,
        bästa hälsningar, hälsningar, med venlig hilsen, venlig hilsen, de bedste hilsner, bedste hilsner,
        hilsen, med vennlig hilsen, vennlig hilsen, mvh, kh, ystävällisin terveisin, terveisin, s pozdravem,
        s pozdravom, s přátelským pozdravem, с уважением, с наилучшими пожеланиями, з повагою, saygılarımla,
        saygılar, üdvözlettel, cu stimă, με εκτίμηση, lep pozdrav
        """
    )
)
"""Ends a mail, above the name. Thanks are not among them: they are words to the reader."""

REACHED_BY = frozenset(
    listed(
        """
        tel, telp, t, m, f, p, e, w, fax, faks, mob, mobil, mobile, phone, hp, wa, whatsapp, email, e-mail,
        mail, web, website, skype, direct, cell, office, kantor, ext, tél, tlf, telefon, puh, blog, www
        """
    )
)
"""Labels of the ways to reach somebody."""

SMALL = frozenset(listed("of, at, the, and, &, @, |, -, –, ·, /, de, di, da, du, van, von, der, dan, bin, !"))
"""Words in small letters, and signs, that stand in names and titles."""
