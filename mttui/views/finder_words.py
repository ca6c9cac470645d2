"""What people say, and which operations they mean by it: the data of the finder.

In English and Indonesian, because both are spoken where the platform is used. Endings do not matter:
``bounce`` stands for ``bounces``, ``bounced`` and ``bouncing``.
"""

from __future__ import annotations

from collections.abc import Mapping

STOP_WORDS = """
a an the of for to in on at by with from into as is are was be been am do doe did has have had my our me i
we us you your it its this that these those all any some one single there their them they he please can
could how what which where when want need would like should and or not yet about every yang dan di ke dari
untuk dengan ini itu saya kami kita apa apakah bagaimana ada adalah mau ingin tolong bisa pada oleh sebuah
semua para nya lah dong per sih
"""
"""Words that tell nothing about which operation is meant."""

VERBS: Mapping[str, str] = {
    "list": "list show see view browse display daftar lihat tampil tampilkan",
    "get": "get show read see view fetch open detail look display check status lihat baca cek buka",
    "create": (
        "create add new make register insert invite generate start request buat tambah tambahkan"
        " baru bikin daftarkan"
    ),
    "update": (
        "update change edit modify set rename adjust switch turn configure ubah ganti atur edit"
        " perbarui sunting setel"
    ),
    "delete": "delete remove drop erase destroy clear unblock hapus buang hilangkan",
    "send": "send deliver launch blast fire kirim kirimkan luncurkan",
    "cancel": "cancel stop abort halt call batal batalkan berhenti hentikan",
    "verify": "verify confirm validate check verifikasi konfirmasi periksa",
    "validate": "validate verify check validasi periksa",
    "export": "export download ekspor unduh",
    "import": "import upload impor unggah",
    "search": "search find look cari temukan",
    "duplicate": "duplicate copy clone salin duplikat gandakan",
    "archive": "archive arsip arsipkan",
    "unarchive": "unarchive restore",
    "activate": "activate enable start aktifkan nyalakan",
    "reactivate": "reactivate reenable aktifkan",
    "resend": "resend retry again ulang",
    "schedule": "schedule plan later jadwal jadwalkan",
    "unschedule": "unschedule batalkan cancel",
    "start": "start begin mulai",
    "stop": "stop end halt hentikan berhenti",
    "rollback": "rollback revert restore undo back kembalikan",
    "resolve": "resolve handle fix selesaikan",
    "dismiss": "dismiss ignore abaikan",
    "purge": "purge empty wipe flush clear kosongkan",
    "test": "test try uji coba",
    "preview": "preview pratinjau",
    "bulk_delete": "bulk delete several many hapus banyak",
    "delete_all": "delete remove clear wipe empty hapus semua kosongkan everything",
    "reply": "reply answer respond balas jawab",
    "classify": "classify categorise categorize klasifikasi",
    "simulate": "simulate dry rehearse simulasi",
    "lint": "lint check periksa",
}
"""The last part of an id, and what people say for it."""

SAME = """
email mail message pesan surel surat
contact kontak subscriber pelanggan recipient penerima audience person people orang
campaign kampanye blast newsletter
automation otomasi otomatisasi drip sequence journey autoresponder workflow
template templat
label tag
segment segmen
webhook callback hook
bounce pantulan mental memantul
unsubscribe berlangganan unsubscribed
suppression suppress suppressed supresi
dns record rekor
ip address alamat
statistic stats stat statistik figure number angka
metric metrik breakdown
reputation reputasi score skor
deliverability delivery pengiriman
quota kuota limit batas usage pemakaian
invoice tagihan faktur bill billing
plan paket subscription langganan
teammate colleague user member team rekan tim anggota
password sandi
username pengguna
account akun
alert alarm peringatan notification notifikasi
schedule scheduled jadwal terjadwal later
queue antrian antrean backlog
spam complaint complained complain keluhan
block blocked blokir diblokir
allowlist whitelist
blocklist blacklist rbl
privacy gdpr privasi pdp
erasure erase forget forgotten lupakan rtbf
thread conversation percakapan obrolan inbox
inbound incoming received masuk diterima
form formulir
submission kiriman isian
voucher coupon promo kupon
sender pengirim identity
group grup kelompok
key kunci
log catatan riwayat history
event kejadian peristiwa
rule aturan
velocity anomaly anomali
status state keadaan
report laporan
link tautan url
image gambar picture
click klik
open buka opened
city location country geo lokasi kota negara
device perangkat phone mobile
browser client
provider isp gmail yahoo outlook mailbox
reason why kenapa mengapa alasan sebab cause
warmup warm pemanasan
credential smtp kredensial
sso saml signon okta
tls encryption enkripsi
scope permission izin right
subuser subaccount cabang
credit kredit saldo balance
category kategori
snippet potongan
design desain
version versi
field kolom bidang attribute property
activity aktivitas
engagement keterlibatan
tracking lacak pelacakan track
setting pengaturan setelan configuration config preference
integration integrasi
seed placement
accessibility wcag aksesibilitas
redaction redact mask sensor
profile profil
stream aliran
file csv
recipient penerima
invalid tidak-valid bad wrong
egress outgoing
signing sign hmac signature tanda
relay forward teruskan
job task progress
reverse ptr rdns
branding branded brand merek
"""
"""Words that stand for each other, a group a line."""

INTENTS = """
stop sending | halt sending | pause sending | berhenti kirim | hentikan kirim | stop kirim | hentikan
pengiriman | kill switch | emergency stop -> campaigns.cancel sending_queues.scheduled.purge
batches.cancel single_sends.unschedule scheduled_messages.cancel

resume sending | continue sending | start sending again | lanjut kirim | lanjutkan pengiriman | unpause |
sending paused | sending again -> velocity.events.resolve velocity.events.dismiss velocity.status.get

is sending paused | sending status | can we send | status pengiriman -> velocity.status.get

false alarm | false positive | salah alarm -> velocity.events.dismiss

incident | anomaly | what fired | insiden -> velocity.events.list velocity.status.get

who unsubscribe | siapa berhenti berlangganan | siapa unsubscribe | berhenti berlangganan | list
unsubscribe -> unsubscribes.list unsubscribe_groups.emails.list

stop mailing person | never email again | opt out | jangan kirim lagi | do not email | unsubscribe person
| unsubscribe somebody | unsubscribe address -> unsubscribes.create data_privacy.opt_out.create
suppression.create

why bounce | bounce reason | reason bounce | kenapa bounce | kenapa mental | alasan bounce ->
metrics.bounce_reasons.list bounces.list bounces.dump.get metrics.bounce_classifications.list

who bounce | siapa bounce | bounced address -> bounces.list

hard soft | hard bounce | soft bounce | bounce type -> metrics.bounce_classifications.list bounces.list

mail again | reactivate address | deliver again bounced | aktifkan alamat -> bounces.reactivate
suppression.delete

why slow | why delay | why late | kenapa lambat | kenapa tertunda | kenapa lama ->
metrics.delay_reasons.list sending_queues.get

how many wait | queue depth | backlog | still waiting | stuck | antrian -> sending_queues.get

empty queue | clear queue | purge queue | drop scheduled | kosongkan antrian ->
sending_queues.scheduled.purge

who report spam | who complain | mark spam | siapa lapor spam -> spam_reports.list

forget person | right forgotten | gdpr delete | delete personal data | lupakan orang | hapus data pribadi
| erase personal data | forget contact -> data_privacy.rtbf.create data_erasure.jobs.create

erase data | data erasure -> data_erasure.jobs.create data_privacy.rtbf.create

who change | who did | what changed | siapa mengubah | siapa ganti -> audit_logs.list

who call api | which key | api request | api error | failed request -> api_logs.list

leaked key | stolen password | revoke smtp | bocor -> smtp_credentials.delete smtp_credentials.list
ip_access.create

restrict api | allow ip | restrict ip | only from ip | whitelist ip -> ip_access.create ip_access.list

am i blocklisted | blacklisted | on blacklist | on blocklist | masuk blacklist | spamhaus ->
dmarc.domains.blocklists.get dmarc.domains.blocklist_events.list

sender score | how good reputation | reputasi -> reputation.score.get

land spam | land inbox | inbox placement | masuk spam -> messages.predict_inbox seed_tests.create
preview.spam_check content.lint

look spammy | spam check | spam score -> preview.spam_check content.lint

what happened message | trace message | message history -> events.list_by_message
email_activity.messages.list email_activity.messages.get

did get | did receive | was delivered | sudah diterima | sampai belum -> events.list
email_activity.messages.list contacts.activity.list

add people | upload contact | import csv | unggah kontak | import list -> contacts.import.create

download contact | export contact | unduh kontak -> contacts.export.create contacts.export.get

how many left | remaining quota | sisa kuota | how much left | limit left -> quotas.get

how much pay | cost | biaya | harga -> billing.usage.get billing.invoices.list billing.plan.get

is address real | address exist | verify address | cek alamat | alamat valid | check address ->
validate.single.create

verify many address | clean list | bersihkan daftar -> validate.bulk.create invalid_emails.list

warm ip | warm up | start warmup | panaskan ip -> ips.warmup.start ips.get

stop warm -> ips.warmup.stop

undo template | old version template | previous version | roll back -> templates.versions.rollback

call back reply | answer customer | balas pelanggan | jawab pelanggan -> threads.reply

close ticket | close thread | snooze | close conversation | tutup percakapan -> threads.status.update

tag thread | label thread | tag conversation -> threads.labels.update

invite colleague | invite person | undang | ajak rekan -> teammates.create

kick out | fire colleague | revoke access -> teammates.delete

what may key do | key permission | key allowed | what key can -> scopes.list

sign hook | verify hook | hook signature -> webhooks.security.signing_key.get

hook lag | hook fail | hook failing | webhook behind | webhook lag | webhook delay | webhook fail ->
webhooks.egress_stats.get webhooks.batch_status.get

dns to publish | dns to add | spf dkim | which dns -> domain_auth.dns_records.list
dmarc.domains.records.get domain_auth.list

force encryption | require tls | wajib tls -> enforced_tls.update enforced_tls.get

hide personal log | mask log | sensor log -> log_redaction.config.update log_redaction.config.get

broken link | dead link | tautan rusak -> email_testing.link_validation.create

alt text | screen reader | wcag -> email_testing.accessibility.create

look in outlook | look in gmail | render client | across client -> preview.inbox.create preview.inbox.get

shrink image | compress image | kecilkan gambar -> email_testing.image_optimization.create

dry run | rehearse | without sending -> messages.simulate

merge tag | substitution | try template -> templates.preview preview.render

unblock -> blocks.delete

trusted address | never suppress -> allowlist.create

who click | which link | link click | popular link -> metrics.link_engagement.list
marketing_stats.campaigns.links.list

how did campaign do | campaign result | hasil kampanye | campaign performance -> campaigns.analytics.get
marketing_stats.campaigns.get

who got campaign | campaign audience | penerima kampanye -> campaigns.recipients.list

send now | kirim sekarang -> campaigns.send batches.send

send later | kirim nanti -> campaigns.schedule single_sends.schedule

postpone | reschedule | tunda -> scheduled_messages.update campaigns.schedule

send again | kirim ulang | retry failed -> sending_queues.resend

which winner | subject test | split test -> campaigns.ab_test.results.get campaigns.ab_test.create

spam trap | jebakan spam -> dmarc.spam_traps.list

out of office | auto reply -> inbound.classify inbound.classify_batch

same request twice | duplicate request | idempotency -> idempotency.records.get idempotency.config.get
"""
"""Intents: what people say, in alternatives divided by ``|``, an arrow, and the
operations that they mean, the best first. An empty line divides them."""
