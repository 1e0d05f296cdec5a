"""Counts an instance's events with tools of others and compares with what its pages tell.

Arguments: the events as CSV (chikaya statistics events), the address of the portal, the folder of the country pack. Counts must
agree exactly, shares and bounds to 1e-9. lifelines 0.30 gives the survival curve and its bounds; its medians are not used: it
compares a rounded product with one half. Wilson's intervals come from statsmodels 0.14.
"""

import csv
import datetime
import json
import math
import sys
import urllib.request

import pandas
from lifelines import KaplanMeierFitter
from statsmodels.stats.proportion import proportion_confint

EVENTS, PORTAL, PACK = sys.argv[1:4]
DAYS = (15, 30, 45, 60, 90, 120)
NEAR = 1e-9


def pack(name):
    """The rows of a list of the country pack, without its comments."""
    with open(f"{PACK}/{name}", encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


SECTOR = {row["code"]: row["parent"] for row in pack("subjects.csv")}
AROUND = {row["code"]: row["parent"] for row in pack("territories.csv")}


def chain(code, parents):
    """A code and those around it."""
    while code:
        yield code
        code = parents.get(code, "")


def read():
    """The events, each with how its case stood before it."""
    frame = pandas.read_csv(EVENTS, keep_default_na=False, parse_dates=["day", "filed", "answer_due"])
    for name in ("is_sample", "is_confidential", "is_open"):
        frame[name] = frame[name] == "true" if frame[name].dtype == object else frame[name]
    frame = frame.sort_values("position", kind="stable")
    before = frame.groupby("case").shift(1)
    for name in ("organisation", "subject", "territory", "is_open", "answer_due", "outcome"):
        frame[f"before_{name}"] = before[name]
    frame["is_first"] = before["position"].isna()
    frame["was_open"] = before["is_open"].eq(True)
    frame["was_answered"] = before["outcome"].fillna("").astype(bool)
    return frame


def belongs(frame, scope, when):
    """Which events belong to a scope, by how their cases stood `before` or `after`."""
    kind, code = scope
    own = "" if when == "after" else "before_"
    if kind == "country":
        return pandas.Series(True, index=frame.index)
    open_to_all = ~frame["is_confidential"]
    column, parents = {
        "body": ("organisation", {}),
        "subject": ("subject", SECTOR),
        "territory": ("territory", AROUND),
    }[kind]
    values = frame[own + column].fillna("")
    known = {value: code in chain(value, parents) for value in values.unique()}
    return values.map(known) & open_to_all


def figures(frame, scope, year, today):
    """The measures of docs/statistics.md."""
    after, before = belongs(frame, scope, "after"), belongs(frame, scope, "before")
    here = frame[after]
    first_day = pandas.Timestamp(year, 1, 1)
    last_month = pandas.Timestamp(today).to_period("M") if today.year == year else pandas.Period(f"{year}-12")
    within = lambda days: (days.dt.year == year) & (days.dt.to_period("M") <= last_month)
    told = {}
    filed = here[here["is_first"] & within(here["day"])]
    told["received", ""] = len(filed)
    for measure, column in (("received", "kind"), ("received-by", "channel"), ("received-of", "category"), ("received-in", "language")):
        told[measure, ""] = len(filed)
        for word, cases in filed[column].value_counts().items():
            told[measure, word] = int(cases)
    answers = here[(here["fact"] == "answered") & within(here["day"])]
    told["answered", ""] = len(answers)
    for word, cases in answers["outcome"].value_counts().items():
        told["answered", word] = int(cases)
    for fact, measure in (("examined", "examined"), ("reopened", "reopened")):
        told[measure, ""] = int(((here["fact"] == fact) & within(here["day"])).sum())
    # An answer that is owed ends; where it was owed, it is counted.
    ended = frame[before & frame["was_open"] & ~frame["is_open"]]
    named = ended[ended["category"] != "anonymous"]
    withdrawn = ended[(ended["fact"] != "answered") & ~ended["was_answered"]]
    told["withdrawn", ""] = int(within(withdrawn["day"]).sum())
    due = pandas.to_datetime(named["before_answer_due"])
    over = (due.dt.year == year) & (due.dt.to_period("M") < pandas.Timestamp(today).to_period("M"))
    in_time = ((named["fact"] == "answered") & over & (named["day"] <= due)).sum()
    late = ((named["fact"] == "answered") & over & (named["day"] > due)).sum()
    last = frame.groupby("case").tail(1)
    now = last[belongs(last, scope, "after") & last["is_open"]]
    owed = now[now["category"] != "anonymous"]
    owed_over = (owed["answer_due"].dt.year == year) & (
        owed["answer_due"].dt.to_period("M") < pandas.Timestamp(today).to_period("M")
    )
    told["in-time", ""] = (int(in_time), int(in_time + late + owed_over.sum()))
    told["overdue", ""] = int((owed["answer_due"] < pandas.Timestamp(today)).sum())
    judged = here[(here["fact"] == "judged") & within(here["day"])]
    told["resolved", ""] = (int((judged["resolved"] == "yes").sum()), int((judged["resolved"] != "").sum()))
    told["treated", ""] = (int((judged["treatment"] == "fair").sum()), int((judged["treatment"] != "").sum()))
    # Time to the first answer, of cases filed in the year.
    cohort = lambda rows: rows[rows["filed"].dt.year == year]
    ends = cohort(named[~named["was_answered"]])
    days = list((ends["day"] - ends["filed"]).dt.days)
    events = list((ends["fact"] == "answered").astype(int))
    waiting = cohort(owed[owed["outcome"] == ""])
    days += list((pandas.Timestamp(today) - waiting["filed"]).dt.days)
    events += [0] * len(waiting)
    told["waits", ""] = (days, events)
    # Months: what came, what was answered, what was open at the end.
    opened = frame[after & frame["is_open"] & ~(before & frame["was_open"])]
    closed = frame[before & frame["was_open"] & ~(after & frame["is_open"])]
    for month in pandas.period_range(first_day, last_month.to_timestamp(), freq="M"):
        name = str(month)
        came = (filed["day"].dt.to_period("M") == month).sum()
        told["received-in-month", name] = int(came)
        told["answered-in-month", name] = int((answers["day"].dt.to_period("M") == month).sum())
        until = lambda rows: int((rows["day"].dt.to_period("M") <= month).sum())
        told["open-at-end-of-month", name] = until(opened) - until(closed)
    told["open", ""] = told["open-at-end-of-month", str(last_month)]
    return told


def near(left, right):
    return left is not None and math.isclose(left, right, rel_tol=0, abs_tol=NEAR)


def compare(scope, year, told, page):
    """What differs; and how many figures were compared."""
    faults, compared = [], 0
    days, events = told["waits", ""]
    curve = KaplanMeierFitter().fit(days, events) if days else None
    for line in page["figures"]:
        key = (line["measure"], line["value"])
        shown = line["figure"]
        # A day that is not reached says of how many cases; what is left out says nothing.
        if shown is None and line["of"] is None:
            continue
        compared += 1
        if key[0] in ("in-time", "resolved", "treated"):
            part, of = told[key]
            low, high = proportion_confint(part, of, method="wilson")
            right = line["of"] == of and near(shown, part / of) and near(line["low"], max(low, 0)) and near(line["high"], min(high, 1))
        elif key[0] == "answered-by-day":
            day = int(key[1])
            share = 1 - float(curve.survival_function_at_times(day).iloc[0])
            bounds = curve.confidence_interval_.loc[:day]
            low, high = (1 - bounds.iloc[-1]).sort_values() if len(bounds) else (0.0, 0.0)
            right = line["of"] in (None, len(days)) and near(shown, share) and near(line["low"], low) and near(line["high"], high)
        elif key[0] in ("median-days", "ninth-decile-days"):
            rest = 0.5 if key[0] == "median-days" else 0.1
            reached = curve.survival_function_[curve.survival_function_["KM_estimate"] <= rest + 1e-12]
            right = shown == (float(reached.index[0]) if len(reached) else None)
        elif key in told or shown == 0:
            right = told.get(key, 0) == shown
        else:
            compared -= 1
            continue
        if not right:
            faults.append(f"{scope} {year} {key}: {line} and not {told.get(key)}")
    return faults, compared


def fetch(scope, year, edition=None):
    kind, code = scope
    place = "/fr/statistics" if kind == "country" else f"/fr/statistics/{kind}/{code}"
    pinned = f"&edition={edition}" if edition else ""
    with urllib.request.urlopen(f"{PORTAL}{place}/figures.json?period={year}{pinned}") as answer:
        return json.load(answer)


def scopes(frame):
    """The country, and of each kind those to which most came."""
    most = lambda values, count: list(values[values != ""].value_counts().head(count).index)
    found = [("country", "")]
    found += [("body", code) for code in most(frame["organisation"], 8)]
    subjects = most(frame["subject"], 8)
    found += [("subject", code) for code in subjects + sorted({SECTOR[code] for code in subjects if SECTOR.get(code)})]
    places = most(frame["territory"], 8)
    found += [("territory", code) for code in sorted({around for code in places for around in chain(code, AROUND)})]
    return found


def main():
    frame = read()
    country = fetch(("country", ""), datetime.date.today().year)
    frame = frame[(frame["is_sample"] == country["is_sample"]) & (frame["position"] <= country["position"])]
    faults, compared, pages = [], 0, 0
    for scope in scopes(frame):
        for year in sorted(frame["filed"].dt.year.unique()):
            page = fetch(scope, year, country["edition"])
            today = datetime.date.fromisoformat(page["as_of"])
            found, count = compare(scope, year, figures(frame, scope, year, today), page)
            faults, compared, pages = faults + found, compared + count, pages + 1
    print(f"{compared} figures of {pages} pages compared with {len(frame)} events, {len(faults)} differ")
    for fault in faults[:40]:
        print(fault)
    sys.exit(1 if faults or not compared else 0)


main()
