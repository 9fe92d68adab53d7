#!/usr/bin/env python3
"""Recomputes the indicators from the histories, by the methodology page alone, and compares."""

import argparse
import json
import math
import sys
import unicodedata
from datetime import date
from fractions import Fraction

# The parameters of the page, under its names and in its order.
HOME = {"CN", "HK", "MO"}
HOME_AUTHORITIES = tuple(f"authority/{code.lower()}-" for code in HOME)
COUNTED, CONFIRMABLE = {"confirmed", "reported"}, {"reported", "rumoured"}
WEIGHTS = {"capital": 1, "place": 1, "people": 1, "presence": 1, "entity": 1, "exit": 1, "assets": 1}
LEAD_WEIGHT, BOARD_SEAT, CONTROL_TERMS, CONTROL_STAKE = 2, 0.25, 0.5, 0.5
PLACE = {"headquarters": 1, "legal_domicile": 1, "research": 1}
PEOPLE = {"cut": 2, "leadership": 1}
WINDOW_DAYS, FULL_AT, ROUND_DAYS = 90, 3, 366
EXIT = {"rumoured": 0.1, "declined": 0, "announced": 0.6, "completed": 1,
        "abandoned": 0, "blocked": 0.3, "unwinding": 0.3, "unwound": 0}
ASSETS = {"data": 1, "technology": 1}
ROOTING = {"capital": 1, "listing": 1, "approvals": 1}
GOVERNMENT, FILED = 0.5, 0.5
LISTING = {"listed": 1, "filed": FILED, "priced": FILED}
AGGREGATION, DIGITS = "arithmetic", 12
DRAWS, SPREAD, CONFIDENCE, SEED = 1000, 0.5, Fraction("0.9"), 1
RATES = {"AUD": 0.66, "CAD": 0.73, "CHF": 1.136, "CNY": 0.139, "EUR": 1.082, "GBP": 1.278,
         "HKD": 0.128, "INR": 0.012, "JPY": 0.0066, "KRW": 0.00073, "SGD": 0.749, "USD": 1}

TOLERANCE, EXACT = 1e-9, {"rank", "rank_interval"}
LISTS = {"dimensions": "dimension", "aggregations": "aggregation", "without": "dimension"}
VALUES = {"value", "lower", "upper", "coverage", "confirmed_value", "rooting", "weight"} | EXACT

# --- What counts
def is_abroad(code):
    return code is not None and code not in HOME

def is_confirmed(claim):
    """Confirmed as such, or reported or rumoured and confirmed by another source."""
    return claim["status"] == "confirmed" or claim["status"] in CONFIRMABLE and bool(claim["confirmations"])

def counting(claims):
    return [claim for claim in claims if claim["status"] in COUNTED or is_confirmed(claim)]

def data_of(claims, kind):
    return [claim["data"] for claim in claims if claim["kind"] == kind]

def relocations(claims, *what):
    return [data for data in data_of(claims, "relocation") if data["what"] in what]

def goes_abroad(data):
    return is_abroad(data["to"]["country"])

def comes_from_home(claims):
    """By some profile that counts and that nobody disputes."""
    named = {claim["data"].get("home_jurisdiction") for claim in counting(claims)
             if claim["kind"] == "company_profiled" and not claim["disputes"]}
    return bool(named & HOME)

def part_of(flags):
    """The part of the flags that are true; unknown where there are none."""
    return sum(flags) / len(flags) if flags else None

def mean(parts):
    return sum(value * weight for value, weight in parts) / sum(weight for _, weight in parts)

def mean_of_known(weights, values):
    known = [(values[name], weight) for name, weight in weights.items() if values[name] is not None]
    return mean(known) if known else None

# --- The dimensions
def converted(amount):
    """In the reference currency; unknown without an amount or a rate."""
    if amount is not None and amount["currency"] in RATES:
        return float(amount["value"]) * RATES[amount["currency"]]
    return None

def rounds(claims):
    """Of the claims that report one round, the one with the most investors; of equal ones, the first."""
    found = []
    for claim in [claim for claim in claims if claim["kind"] == "funding_round"]:
        data, day = claim["data"], date.fromisoformat(claim["counts_from"])
        investors, amount = data.get("investors", []), data.get("amount")
        names = {investor["id"] for investor in investors}
        key = amount and (data["stage"], amount["currency"], float(amount["value"]))
        same = next((r for r in found if key and r["key"] == key and (day - r["day"]).days <= ROUND_DAYS
                     and (not names or not r["names"] or names & r["names"])), None)
        if same is None:
            found.append({"key": key, "names": names, "data": data, "day": day})
        else:
            same["names"] |= names
            same["data"] = max(same["data"], data, key=lambda d: len(d.get("investors", [])))
    return [r["data"] for r in found]

def round_weight(data):
    """An amount without a rate cannot be weighed, even where its investors' amounts are known."""
    if "amount" in data:
        return converted(data["amount"])
    amounts = [converted(investor.get("amount")) for investor in data.get("investors", [])]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None

def parts_of_round(data, weight):
    """(investor, part) of each investor with a jurisdiction."""
    known = (lambda i: None) if weight is None else (lambda i: converted(i.get("amount")))
    own = [(i, known(i), LEAD_WEIGHT if i.get("lead") else 1)
           for i in data.get("investors", []) if "jurisdiction" in i]
    left = max(0, (1 if weight is None else weight) - sum(amount for _, amount, _ in own if amount is not None))
    split = sum(shares for _, amount, shares in own if amount is None)
    return [(investor, left * shares / split if amount is None else amount)
            for investor, amount, shares in own]

def parts_of_money(claims):
    """Of the rounds that can be weighed, else of every round with weight 1, whatever its investors' amounts."""
    weighed = [(data, round_weight(data)) for data in rounds(claims)]
    counted = [(data, weight) for data, weight in weighed if weight is not None] or weighed
    return [pair for data, weight in counted for pair in parts_of_round(data, weight)]

def share_of_money(claims, wanted):
    """The part from the investors that are wanted; unknown without any money."""
    parts = parts_of_money(claims)
    total = sum(amount for _, amount in parts)
    return sum(amount for investor, amount in parts if wanted(investor)) / total if total else None

def figures(claims):
    """(holder, stake or votes, board seats), where the claim itself says that it is from abroad."""
    for claim in claims:
        data = claim["data"]
        if claim["kind"] == "ownership_changed" and is_abroad(data.get("holder_jurisdiction")):
            yield data["holder"], data.get("stake", data.get("voting")), data.get("board_seats")
        elif claim["kind"] == "funding_round":
            yield from ((i["id"], i.get("stake"), i.get("board_seats")) for i in data.get("investors", [])
                        if is_abroad(i.get("jurisdiction")))

def stakes(claims):
    last = {holder: stake for holder, stake, _ in figures(claims) if stake is not None}
    total = round(sum(last.values()), 12)
    return None if not last else 1 if total > CONTROL_STAKE else total

def board(claims):
    last = {holder: seats for holder, _, seats in figures(claims) if seats is not None}
    return BOARD_SEAT if any(seats > 0 for seats in last.values()) else None

def terms(claims):
    held = any("control_terms" in investor and is_abroad(investor.get("jurisdiction"))
               for data in data_of(claims, "funding_round") for investor in data.get("investors", []))
    return CONTROL_TERMS if held else None

def capital(claims):
    money = share_of_money(claims, lambda investor: is_abroad(investor["jurisdiction"]))
    values = [money, stakes(claims), board(claims), terms(claims)]
    return max((value for value in values if value is not None), default=None)

def nfc(name):
    return unicodedata.normalize("NFC", name)

def change_entity(known, data):
    """What an entity_changed claim does to the known entities."""
    name, stands = nfc(data["entity"]), data["change"] != "deregistered"
    if data["change"] == "renamed" and "new_name" in data:
        known.pop(name, None)
        name = nfc(data["new_name"])
    known[name] = (data["jurisdiction"], stands)

def legal_entities(claims):
    """(jurisdiction, whether it stands) of each known one."""
    known = {}
    for claim in claims:
        if claim["kind"] == "company_profiled":
            for new in claim["data"].get("legal_entities", []):
                known.setdefault(nfc(new["name"]), (new["jurisdiction"], True))
        elif claim["kind"] == "entity_changed":
            change_entity(known, claim["data"])
    return list(known.values())

def entity(claims):
    return part_of([not stands for code, stands in legal_entities(claims) if code in HOME])

def moved(claims, what):
    """By the last relocation of it: 0 to home, 1 elsewhere."""
    moves = relocations(claims, what)
    return int(goes_abroad(moves[-1])) if moves else None

def place(claims):
    values, known = {what: moved(claims, what) for what in PLACE}, legal_entities(claims)
    if values["legal_domicile"] is None and known:
        values["legal_domicile"] = int(not any(stands and code in HOME for code, stands in known))
    return mean_of_known(PLACE, values)

def home_headcount(claims):
    """Of the last profile that has any headcount at home."""
    at_home = [[row["count"] for row in data.get("headcount", []) if row["country"] in HOME]
               for data in data_of(claims, "company_profiled")]
    return next((sum(row) for row in reversed(at_home) if row), None)

def cut_share(data, before):
    """What a layoff reports; unknown where neither a share nor a count and a staff of some size is."""
    if "share" in data:
        return data["share"]
    staff = data.get("workforce_before") or home_headcount(before)
    return min(1, data["count"] / staff) if "count" in data and staff else None

def reports(claims):
    """(day, share) of each layoff at home whose share is known."""
    shared = [(claim, cut_share(claim["data"], claims[:index])) for index, claim in enumerate(claims)
              if claim["kind"] == "layoff" and claim["data"]["place"]["country"] in HOME]
    return [(date.fromisoformat(claim["counts_from"]), share) for claim, share in shared if share is not None]

def cut(claims):
    groups = []
    for day, share in reports(claims):
        if not groups or (day - groups[-1][0]).days > WINDOW_DAYS:
            groups.append((day, []))
        groups[-1][1].append(share)
    return 1 - math.prod(1 - sum(some) / len(some) for _, some in groups) if groups else None

def leadership(claims):
    places = [data["place"] for data in data_of(claims, "executive_moved") if "place" in data]
    places += [data["to"] for data in relocations(claims, "team")]
    return part_of([is_abroad(where["country"]) for where in places])

def people(claims):
    return mean_of_known(PEOPLE, {"cut": cut(claims), "leadership": leadership(claims)})

def presence(claims):
    given_up = {data["what"] for data in data_of(claims, "presence_withdrawn")
                if "where" in data and data["where"]["country"] in HOME}
    return min(1, len(given_up) / FULL_AT) if given_up else None

def exit_(claims):
    """Of each acquirer the last claim that itself says that it is from abroad."""
    last = {data["acquirer"]: data["phase"] for data in data_of(claims, "acquisition")
            if is_abroad(data.get("acquirer_jurisdiction"))}
    return max((EXIT[phase] for phase in last.values()), default=None)

def data_abroad(claims):
    gone = relocations(claims, "data")
    gone += [data for data in data_of(claims, "data_transfer") if data["from"]["country"] in HOME]
    return 1 if any(map(goes_abroad, gone)) else None

def technology_abroad(claims):
    decisions = [data["decision"] for data in data_of(claims, "license_decision")
                 if data["topic"] == "technology_export"]
    if decisions and decisions[-1] in {"denied", "revoked"}:
        return 0
    restricted = any(data.get("restricted_technologies") for data in data_of(claims, "company_profiled"))
    return 1 if restricted and any(map(goes_abroad, relocations(claims, "research", "headquarters"))) else None

def assets(claims):
    return mean_of_known(ASSETS, {"data": data_abroad(claims), "technology": technology_abroad(claims)})

def dimensions(claims):
    functions = (capital, place, people, presence, entity, exit_, assets)
    return {name: function(claims) for name, function in zip(WEIGHTS, functions, strict=True)}

# --- Rooting
def rooted_capital(claims):
    home = share_of_money(claims, lambda i: i["jurisdiction"] in HOME)
    government = share_of_money(claims, lambda i: i["jurisdiction"] in HOME and i.get("government"))
    return None if home is None else min(1, home + GOVERNMENT * government)

def listing(claims):
    last = {nfc(data["exchange"]): data["phase"] for data in data_of(claims, "listing")
            if data.get("jurisdiction") in HOME}
    return max((LISTING.get(phase, 0) for phase in last.values()), default=None)

def approvals(claims):
    favours = [data["decision"] == "approved" for data in data_of(claims, "license_decision")
               if data["decision"] != "applied" and data["authority"].startswith(HOME_AUTHORITIES)]
    favours += [data["phase"] == "cleared" for data in data_of(claims, "regulatory_probe")
                if data["jurisdiction"] in HOME and data["phase"] in {"cleared", "blocked"}]
    return part_of(favours)

def rooting(claims):
    return mean_of_known(ROOTING, {"capital": rooted_capital(claims), "listing": listing(claims),
                                   "approvals": approvals(claims)})

# --- The composite
def geometric_mean(parts):
    total = sum(weight for _, weight in parts)
    return math.prod(value ** (weight / total) for value, weight in parts)

AGGREGATIONS = {"arithmetic": mean, "geometric": geometric_mean, "worst_of": lambda parts: max(parts)[0]}

def composite(values, weights, aggregation, unknown=None):
    """With the unknown dimensions at `unknown`; a dimension of weight 0 is left out."""
    filled = {name: unknown if value is None else value for name, value in values.items()}
    parts = [(value, weights[name]) for name, value in filled.items() if value is not None and weights[name]]
    return AGGREGATIONS[aggregation](parts) if parts else None

def bounds(values, weights, aggregation):
    return {name: composite(values, weights, aggregation, unknown)
            for name, unknown in (("value", None), ("lower", 0), ("upper", 1))}

def coverage(values):
    return sum(WEIGHTS[name] for name in values if values[name] is not None) / sum(WEIGHTS.values())

def ranks(field, weights, aggregation):
    """By the lower bound, among the companies of the field, also those without any known dimension."""
    lower = {who: round(composite(values, weights, aggregation, 0), DIGITS) for who, values in field.items()}
    return {who: 1 + sum(other > own for other in lower.values()) for who, own in lower.items()}

# --- What the ranks owe to the choices
def split_mix_64(seed):
    """The sequence u, from 0 to 1."""
    mask = 2**64 - 1
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        yield ((z ^ (z >> 31)) >> 11) * 2.0**-53

def rank_intervals(field, aggregation, seed):
    u, drawn = split_mix_64(seed), []
    for _ in range(DRAWS):
        weights = {name: weight * (1 + SPREAD * (2 * next(u) - 1)) for name, weight in WEIGHTS.items()}
        drawn.append(ranks(field, weights, aggregation))
    left_out = math.floor((1 - CONFIDENCE) / 2 * DRAWS)
    kept = {who: sorted(draw[who] for draw in drawn)[left_out:DRAWS - left_out] for who in field}
    return {who: [some[0], some[-1]] for who, some in kept.items()}

def alternatives(field, label, choices):
    """The bounds and the rank of each company under each (name, weights, aggregation)."""
    rows = {who: [] for who in field}
    for name, *choice in choices:
        places = ranks(field, *choice)
        for who, values in field.items():
            rows[who].append({label: name, **bounds(values, *choice), "rank": places[who]})
    return rows

# --- The indicators
def of_company(claims, values, aggregation):
    """What depends on one company alone."""
    confirmed = dimensions(list(filter(is_confirmed, claims)))
    return {**bounds(values, WEIGHTS, aggregation), "coverage": coverage(values),
            "confirmed_value": composite(confirmed, WEIGHTS, aggregation),
            "rooting": rooting(counting(claims)),
            "dimensions": [{"dimension": name, "value": value, "weight": WEIGHTS[name]}
                           for name, value in values.items()]}

def of_field(field, aggregation, seed):
    """What depends on all ranked companies: each key, by company."""
    others = [(name, WEIGHTS, name) for name in AGGREGATIONS]
    without = [(name, {**WEIGHTS, name: 0}, aggregation) for name in WEIGHTS]
    return {"rank": ranks(field, WEIGHTS, aggregation),
            "rank_interval": rank_intervals(field, aggregation, seed),
            "aggregations": alternatives(field, "aggregation", others),
            "without": alternatives(field, "dimension", without)}

def own_claims(histories):
    """Of each company that has any, the claims about itself."""
    own = {history["subject"]: [claim for claim in history["claims"] if claim["role"] is None]
           for history in histories}
    return {who: claims for who, claims in own.items() if claims and who.startswith("company/")}

def indicators(histories, aggregation, seed):
    """All values, in the shape of the JSON."""
    companies = own_claims(histories)
    values = {who: dimensions(counting(claims)) for who, claims in companies.items()}
    field = {who: values[who] for who, claims in companies.items()
             if comes_from_home(claims) and coverage(values[who])}
    ranked = of_field(field, aggregation, seed)
    return [{"subject": who, **of_company(claims, values[who], aggregation),
             **{key: of.get(who, [] if key in LISTS else None) for key, of in ranked.items()}}
            for who, claims in companies.items()]

# --- The comparison
def paths(item, prefix=""):
    """(path, value) of all values that the page defines."""
    yield from ((prefix + key, item[key]) for key in item.keys() & VALUES)
    for key in item.keys() & LISTS.keys():
        for row in item[key]:
            yield from paths(row, f"{key} {row[LISTS[key]]} ")

def flat(companies):
    return {(company["subject"], path): value for company in companies for path, value in paths(company)}

def agree(path, theirs, ours):
    if None in (theirs, ours) or path.split()[-1] in EXACT:
        return theirs == ours
    return abs(theirs - ours) <= TOLERANCE

def differences(theirs, ours):
    for who, path in sorted(theirs.keys() | ours.keys()):
        pair = [values.get((who, path), "missing") for values in (theirs, ours)]
        if "missing" in pair or not agree(path, *pair):
            yield f"{who}, {path}: theirs {pair[0]}, ours {pair[1]}"

def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--histories", required=True)
    parser.add_argument("--indicators", required=True)
    parser.add_argument("--aggregation", choices=AGGREGATIONS, default=AGGREGATION)
    parser.add_argument("--seed", type=int, default=SEED)
    return parser.parse_args()

def main():
    chosen = options()
    with open(chosen.histories, encoding="utf-8") as lines, open(chosen.indicators, encoding="utf-8") as file:
        histories, printed = [json.loads(line) for line in lines], json.load(file)
    computed = indicators(histories, chosen.aggregation, chosen.seed)
    theirs, ours = flat(printed), flat(computed)
    found = "\n".join(differences(theirs, ours))
    print(found or f"{len(computed)} companies, {len(ours)} values agree to {TOLERANCE:g}")
    sys.exit(bool(found))

if __name__ == "__main__":
    main()
