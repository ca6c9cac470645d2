"""Snippets: pieces of content that messages share."""

from __future__ import annotations

from .kept import Kept, keep

keep(
    Kept(
        "snippets",
        "snippet",
        "snp",
        needs=("name",),
        defaults={"html": "", "text": ""},
        stamps=("createdAt", "updatedAt"),
        seeds=lambda _world, _start: (
            {
                "_id": "snp_001",
                "name": "Footer CTA",
                "html": "<div class='cta'><a href='#'>Sign Up Now</a></div>",
                "text": "Sign Up Now: https://example.com",
            },
            {
                "_id": "snp_002",
                "name": "Alamat kantor",
                "html": "<p>Lapak Nusantara, Jl. Jend. Sudirman 1, Jakarta</p>",
                "text": "Lapak Nusantara, Jl. Jend. Sudirman 1, Jakarta",
            },
            {
                "_id": "snp_003",
                "name": "Unsubscribe line",
                "html": "<p><a href='{{unsubscribe_url}}'>Berhenti berlangganan</a></p>",
                "text": "Berhenti berlangganan: {{unsubscribe_url}}",
            },
        ),
    )
)
