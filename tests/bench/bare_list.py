"""The yardstick of a long list: httpx and json over every page of the contacts, a line a row."""

import json
import os
import sys

import httpx

with httpx.Client(
    base_url=os.environ["MAILTARGET_BASE_URL"],
    headers={"Authorization": f"Bearer {os.environ['MAILTARGET_API_KEY']}"},
) as client:
    page, seen, total = 1, 0, 1
    while seen < total:
        answer = client.get("/v1/contacts", params={"perPage": 100, "page": page}).raise_for_status()
        envelope = json.loads(answer.content)
        for row in envelope["data"]:
            sys.stdout.write(json.dumps(row) + "\n")
        page, seen, total = page + 1, seen + len(envelope["data"]), envelope["meta"]["total"]
