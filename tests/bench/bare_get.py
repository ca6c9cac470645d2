"""The yardstick of one request: a script that imports httpx and asks for the sending status."""

import os

import httpx

with httpx.Client(
    base_url=os.environ["MAILTARGET_BASE_URL"],
    headers={"Authorization": f"Bearer {os.environ['MAILTARGET_API_KEY']}"},
) as client:
    print(client.get("/v1/velocity/status").raise_for_status().text)
