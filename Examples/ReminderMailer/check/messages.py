# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Reads the mailer's messages with Python's strict parser, and checks what they say."""

import email
import email.policy
import pathlib
import re
import sys

# A reminder's identifier, as a letter's table prints it; long ones are broken over lines.
IDENTIFIER = re.compile(r"moor/chase:[^\s|]+:\d{4}-\d\d-\d\d:[a-z0-9-]+")
NAME = "Comhairle na Mòintich: Dìon Chloinne"


def fail(words):
    sys.exit(f"messages: {words}")


def parsed(path):
    """A message, or a failure: the strict policy raises what others only note."""
    data = path.read_bytes()
    lines = data.split(b"\r\n")
    if b"\n" in b"".join(lines) or b"\r" in b"".join(lines):
        fail(f"{path}: a line does not end with CR LF")
    if any(byte > 126 for byte in data):
        fail(f"{path}: a byte is not ASCII")
    head = lines[: lines.index(b"")]
    if max(map(len, head)) > 78 or max(map(len, lines)) > 998:
        fail(f"{path}: a line is too long")
    message = email.message_from_bytes(data, policy=email.policy.strict)
    for part in message.walk():
        if part.defects:
            fail(f"{path}: {part.defects}")
    return message


def main():
    messages = [parsed(path) for path in sorted(pathlib.Path("got").iterdir())]
    kept = {path.read_bytes() for path in pathlib.Path("outbox").glob("*.eml")}
    for path in pathlib.Path("got").iterdir():
        if path.read_bytes() not in kept:
            fail(f"{path} does not stand in the outbox")

    told = []
    for message in messages:
        for name in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version"):
            if len(message.get_all(name, [])) != 1:
                fail(f"{name} does not stand once in {message['Subject']}")
        if not str(message["Subject"]).startswith(NAME + ": "):
            fail(f"the subject is {message['Subject']!r}")
        if message["From"].addresses[0].display_name != "Mòinteach “CPC”":
            fail(f"the sender is {message['From']!r}")
        text = message.get_body(("plain",)).get_content()
        html = message.get_body(("html",)).get_content()
        if NAME not in text or NAME not in html or "<html" not in html:
            fail("the committee's name is not in the text")
        address = message["To"].addresses[0].addr_spec
        told += [(address, found) for found in IDENTIFIER.findall(html)]

    if len(told) != len(set(told)):
        fail(f"somebody was told twice: {sorted(told)}")
    sent = pathlib.Path("outbox/sent.txt").read_text().split()
    if sorted(found for _, found in told) != sorted(sent):
        fail(f"told {sorted(told)}, marked {sorted(sent)}")
    people = {address for address, _ in told}
    expected = {
        "slainte@moor.example", "lead.officer@moor.example", "coordinator@moor.example",
    }
    if people != expected:
        fail(f"the messages went to {sorted(people)}")
    names = {message["To"].addresses[0].display_name for message in messages}
    if "Àrd-oifigear Slàinte, \"Tuath\"" not in names:
        fail(f"the messages went to {sorted(names)}")

    # The run whose command failed left its messages, which were sent later under the same names.
    tried = {parsed(path)["Message-ID"] for path in pathlib.Path(".").glob("*.eml")}
    identifiers = [str(message["Message-ID"]) for message in messages]
    if len(set(identifiers)) != len(identifiers):
        fail("two messages have one Message-ID")
    if not {str(name) for name in tried} <= set(identifiers):
        fail("a message that was tried again has another Message-ID")
    print(f"messages: {len(messages)} read, {len(told)} reminders, none twice")


main()
