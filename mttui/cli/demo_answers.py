"""Saved answers for the demo, where the config has none: what the sandbox's shop would say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mttui.local.inbox_settings import AnswerSettings
from mttui.local.settings import Config

_ANSWERS = {
    "double": AnswerSettings(
        title="Tagihan ganda: dana dikembalikan",
        key="1",
        text=(
            "Halo {{first_name}},\n\nMaaf atas tagihan ganda. Dana yang terpotong dua kali kami kembalikan "
            "hari ini juga; biasanya masuk dalam 1 sampai 3 hari kerja.\n\nSalam,\nBantuan Lapak"
        ),
        labels=("billing", "refund"),
        status="closed",
    ),
    "late": AnswerSettings(
        title="Pesanan belum sampai: kami cek ke kurir",
        key="2",
        text=(
            "Halo {{first_name}},\n\nTerima kasih sudah menghubungi kami. Pesanan Anda sedang kami cek ke "
            "kurir, kabarnya kami kirim paling lambat besok siang.\n\nSalam,\nBantuan Lapak"
        ),
        labels=("delivery",),
        status="pending",
    ),
    "invoice": AnswerSettings(
        title="Tax invoice: attached to your order",
        key="3",
        text=(
            "Hello {{first_name}},\n\nthe tax invoice is in your account now, under Orders, Documents. Tell "
            "us if your books need another form of it.\n\nKind regards,\nBantuan Lapak"
        ),
        labels=("billing",),
        status="closed",
    ),
    "ask": AnswerSettings(
        title="Which order? (to be filled in)",
        key="4",
        text="Hello {{first_name}},\n\nis it about order {{order}}?\n\nKind regards,\nBantuan Lapak",
        snooze=timedelta(days=2),
    ),
}


def with_answers(config: Config) -> Config:
    """Return the config, with saved answers where it has none."""
    return config if config.answers else replace(config, answers=_ANSWERS)
