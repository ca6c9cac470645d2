"""What people write that looks like an introduction, the head of a message or a signature, and is none."""

from __future__ import annotations

NEAR_MISSES = """\
Halo,

saya menulis:

Pesan kami tidak sampai.
%
Hi,

On your remote host you can run:

    telnet

That should work.
%
Hi,

As I wrote:
> one line
and so on.
%
On this day

I wrote something

which was interesting.
%
Kami sudah kirim laporan 2026 pukul 10:00 ke budi@example.com:

isi laporan
%
See the log:

2026-03-02 10:00:00 rejected <budi@example.com>

Please help.
%
Halo.

2026-03-02 10:00:00 status=bounced to=<budi@example.com>:

550 no such user

Mohon bantuannya.
%
Hi,

On 2 March 2026 at 10:00 our own customer wrote:

Where is my mail?

What shall we tell him?
%
Contoh:
Pada pukul 09.00 sistem menulis:

ERROR

Mohon dicek.
%
Mohon pesankan:

Dari: Jakarta
Ke: Bandung
Tanggal: 3 Maret 2026
Penumpang: 2

Terima kasih.
%
Yth. Bapak,

Dari: Siti
Kepada: Budi
Perihal: Undangan rapat
Tanggal: 3 Maret 2026

Mohon hadir.
%
The mail we sent was this:

From: a@example.com
To: b@example.com
Subject: x
Date: 10:00

It bounced.
%
It bounced.

From: a@example.com
To: b@example.com
Subject: x
Message-ID: <1@example.com>

Why?
%
Received: by mx
From: a@example.com
To: b@example.com
Subject: x
Date: 10:00

Why did it bounce?
%
Invitation:

Date: Wednesday 3, October 2011
Time: 7:00am
Address: 130 Fox St

Bring your ID.
%
We get mail from: john@example.com and to: jane@example.com

Subject: ours
%
Prices
------
Gold 10
Silver 5

Which is mine?
%
One
--
Two
--
Three
%
We have:
-- first point
-- second point

Thanks!
%
Hello -- this is no signature.

kthxbye
%
Halo

Salam,
Budi

PS: tolong telepon saya besok
%
Halo

Regards,
Budi
Can you call me today
%
Halo

Regards,
Budi

Please call 0812345678 tomorrow
%
Halo

Regards, Budi
%
Best regards to your team.

Budi
%
With regards to the payment:
Send it.
%
Ok

Thanks,
Budi
%
Tanya

Dikirim dari gudang kemarin
%
Tanya

Dikirim lewat Gmail kemarin tapi tidak sampai
%
Question

Sent via Outlook yesterday but bounced
%
Sent from my office, this is urgent
%
Links

-----
Docs http://docs.example.com
Blog http://blog.example.com
%
Hi

>From the start it failed.

Bye
%
Menu

| a | b |
| 1 | 2 |
%
Code

        > x
        > y
""".removesuffix("\n").split("\n%\n")
