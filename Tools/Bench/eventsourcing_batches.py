"""Appends JSON Lines to the library eventsourcing on SQLite in batches, and replays them; prints the seconds of both."""
import json
import os
import sys
import time
from uuid import NAMESPACE_URL, uuid5

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

lines, database, size = sys.argv[1], sys.argv[2], int(sys.argv[3])


class Company(Aggregate):
    @event("Opened")
    def __init__(self, subject):
        self.subject = subject
        self.claims = 0

    @staticmethod
    def create_id(subject):
        return uuid5(NAMESPACE_URL, subject)

    @event("Claimed")
    def claim(self, claim):
        self.claims += 1


os.environ["PERSISTENCE_MODULE"] = "eventsourcing.sqlite"
os.environ["SQLITE_DBNAME"] = database
application = Application()
companies, changed, pending, count = {}, {}, 0, 0
start = time.perf_counter()
with open(lines, encoding="utf-8") as file:
    for line in file:
        claim = json.loads(line)
        subject = claim["subject"]
        company = companies.get(subject) or companies.setdefault(subject, Company(subject))
        company.claim(claim)
        changed[subject] = company
        pending += 1
        if pending == size:
            application.save(*changed.values())
            changed, pending = {}, 0
application.save(*changed.values())
appended = time.perf_counter()
after = 0
while notifications := application.recorder.select_notifications(start=after + 1, limit=1000):
    for notification in notifications:
        count += isinstance(application.mapper.to_domain_event(notification), Company.Claimed)
    after = notifications[-1].id
replayed = time.perf_counter()
assert count == sum(company.claims for company in companies.values())
print(appended - start, replayed - appended)
