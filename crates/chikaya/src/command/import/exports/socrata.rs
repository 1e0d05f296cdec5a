//! Exports of two data portals on Socrata: San Francisco, Chicago.

use super::{
    clock::Clock,
    table::{
        Export, Fate, Quotes, Truth, Writer, degrees, filed, joined, micro, one, only_if, row,
        rows, said, small, steps,
    },
};

const WRITER: Writer = Writer {
    delimiter: ',',
    quotes: Quotes::Needed,
    end: "\n",
};

/// Columns of the export.
const SAN_FRANCISCO: &str = "CaseID,Opened,Closed,Updated,Status,Status Notes,Responsible Agency,Category,Request Type,\
    Request Details,Address,Street,Supervisor District,Neighborhood,Police District,Latitude,Longitude,Point,\
    Source,Media URL";

/// `311 Cases` of San Francisco: <https://data.sfgov.org/d/vw6y-z8j6>. Both coordinates stand in one cell, nought and
/// nought where nobody looked.
pub(super) fn san_francisco() -> Export {
    let (rows, truths) = rows(san_francisco_row, Some((21, 20)));
    Export {
        name: "sanfrancisco311",
        bytes: WRITER.write(SAN_FRANCISCO, &rows).into_bytes(),
        rows: truths,
    }
}

/// A row of it.
fn san_francisco_row(place: usize) -> (Vec<String>, Truth) {
    let clock = Clock::America(-8);
    let number = format!("{}", 12_000_000 + place);
    let at = filed(place);
    let is_closed = place % 3 != 2;
    let closed = if place == 18 {
        at - 60
    } else {
        at + 61 + steps(place, 43_201)
    };
    let updated = if is_closed { closed } else { at + 777 };
    let category = one(
        &[
            "Sample Street and Sidewalk Cleaning",
            "Sample Graffiti",
            "Sample Tree Maintenance",
        ],
        place,
    );
    let kind = one(
        &["Bulky, Items", "Sample - Not \"Offensive\"", "Other"],
        place + place / 7,
    );
    let details = one(&["Mattress – ½ blocked", "Éxample on_pole", ""], place);
    let address = format!("{} SAMPLE ST, EXAMPLE CITY, CA, 00000", 100 + place);
    let notes = match (is_closed, place % 4) {
        (true, 0) => "Case Resolved - Pickup completed.",
        (true, 1) => "Duplicate of 12000001\r\nSee there; “done”.",
        (true, _) => "Case Is Invalid - 😀 not found",
        (false, 0) => "Assigned to the sample crew",
        (false, _) => "",
    };
    let (north, east) = match place % 10 {
        4 => (0, 0),
        _ => (
            37_760_000 + small(place, 97),
            -122_420_000 - small(place, 53),
        ),
    };
    let point = format!("({}, {})", degrees(north), degrees(east));
    let row = row(
        SAN_FRANCISCO,
        &[
            ("CaseID", &number),
            ("Opened", &clock.at(at).american()),
            ("Closed", &only_if(is_closed, clock.at(closed).american())),
            ("Updated", &clock.at(updated).american()),
            ("Status", if is_closed { "Closed" } else { "Open" }),
            ("Status Notes", notes),
            (
                "Responsible Agency",
                one(&["Sample Ops Queue", "SAMPLE Port, Authority"], place),
            ),
            ("Category", category),
            ("Request Type", kind),
            ("Request Details", details),
            ("Address", &address),
            ("Street", "SAMPLE ST"),
            ("Supervisor District", "6"),
            ("Neighborhood", "Sample Valley"),
            ("Latitude", &degrees(north)),
            ("Longitude", &degrees(east)),
            ("Point", &point),
            ("Source", "Mobile/Open311"),
            ("Media URL", ""),
        ],
    );
    let notes = notes.replace("\r\n", "\n");
    let truth = Truth {
        filed: micro(at),
        closed: is_closed.then(|| micro(closed.max(at))),
        stage: if is_closed { "closed" } else { "filed" },
        kind: "complaint",
        title: joined(&[category, kind], " – "),
        text: said(
            &[
                ("Category", category),
                ("Request Type", kind),
                ("Request Details", details),
                ("Address", &address),
                ("Neighborhood", "Sample Valley"),
            ],
            "SF311",
            &number,
        ),
        last: Some(notes).filter(|notes| !notes.is_empty()),
        place: Some(joined(&[&address, "Sample Valley"], ", ")),
        point: (north != 0).then_some((north, east)),
        person: None,
        fate: Fate::Case,
        number,
    };
    (row, truth)
}

/// Columns of the export.
const CHICAGO: &str = "SR_NUMBER,SR_TYPE,SR_SHORT_CODE,CREATED_DEPARTMENT,OWNER_DEPARTMENT,STATUS,ORIGIN,CREATED_DATE,\
    LAST_MODIFIED_DATE,CLOSED_DATE,STREET_ADDRESS,CITY,STATE,ZIP_CODE,STREET_NUMBER,STREET_DIRECTION,\
    STREET_NAME,STREET_TYPE,DUPLICATE,LEGACY_RECORD,LEGACY_SR_NUMBER,PARENT_SR_NUMBER,COMMUNITY_AREA,WARD,\
    ELECTRICAL_DISTRICT,ELECTRICITY_GRID,POLICE_SECTOR,POLICE_DISTRICT,POLICE_BEAT,PRECINCT,\
    SANITATION_DIVISION_DAYS,CREATED_HOUR,CREATED_DAY_OF_WEEK,CREATED_MONTH,X_COORDINATE,Y_COORDINATE,\
    LATITUDE,LONGITUDE,LOCATION";

/// `311 Service Requests` of Chicago: <https://data.cityofchicago.org/d/v6vf-nfxy>. The point is written as geographers
/// do, the longitude first; there is no text beside the type of the request.
pub(super) fn chicago() -> Export {
    let (rows, truths) = rows(chicago_row, None);
    Export {
        name: "chicago311",
        bytes: WRITER.write(CHICAGO, &rows).into_bytes(),
        rows: truths,
    }
}

/// A row of it.
fn chicago_row(place: usize) -> (Vec<String>, Truth) {
    let clock = Clock::America(-6);
    let number = format!("SR20-{:08}", 5_000 + place);
    let at = filed(place);
    let (status, stage) = [
        ("Completed", "closed"),
        ("Open", "filed"),
        ("Canceled", "closed"),
        ("Completed", "closed"),
    ][place % 4];
    let is_undated = place == 8;
    // A call for information is over when it begins.
    let closed = if place.is_multiple_of(9) {
        at
    } else {
        at + steps(place, 65_537)
    };
    let matter = if place.is_multiple_of(9) {
        "311 SAMPLE INFORMATION ONLY CALL"
    } else {
        one(
            &["Sample Pothole in Street", "Sample Rodent/Rat, “Baiting”"],
            place,
        )
    };
    let address = format!("{} W SAMPLE AVE", 2_100 + place);
    let (north, east) = (
        41_880_000 - small(place, 61),
        -87_630_000 + small(place, 29),
    );
    let has_point = place % 6 != 1;
    let row = row(
        CHICAGO,
        &[
            ("SR_NUMBER", &number),
            ("SR_TYPE", matter),
            ("SR_SHORT_CODE", "SMP"),
            (
                "OWNER_DEPARTMENT",
                one(
                    &["Streets of Sample", "SAMPLE - Department of Water, Waste"],
                    place,
                ),
            ),
            ("STATUS", status),
            ("ORIGIN", one(&["Mobile Device", "Phone Call"], place)),
            ("CREATED_DATE", &clock.at(at).american()),
            ("LAST_MODIFIED_DATE", &clock.at(closed).american()),
            (
                "CLOSED_DATE",
                &only_if(
                    stage == "closed" && !is_undated,
                    clock.at(closed).american(),
                ),
            ),
            ("STREET_ADDRESS", &address),
            ("CITY", "Sample"),
            ("DUPLICATE", one(&["false", "true"], place)),
            ("LEGACY_RECORD", "false"),
            ("LATITUDE", &only_if(has_point, degrees(north))),
            ("LONGITUDE", &only_if(has_point, degrees(east))),
            (
                "LOCATION",
                &only_if(
                    has_point,
                    format!("POINT ({} {})", degrees(east), degrees(north)),
                ),
            ),
        ],
    );
    let truth = Truth {
        filed: micro(at),
        closed: (stage == "closed").then(|| micro(closed)),
        stage,
        kind: "complaint",
        title: matter.to_owned(),
        text: said(
            &[
                ("SR_TYPE", matter),
                ("ORIGIN", one(&["Mobile Device", "Phone Call"], place)),
                ("STREET_ADDRESS", &address),
            ],
            "CHI 311",
            &number,
        ),
        last: None,
        place: Some(joined(&[&address, "Sample"], ", ")),
        point: has_point.then_some((north, east)),
        person: None,
        fate: if is_undated {
            Fate::Refused("neither a closing nor an answer is dated")
        } else {
            Fate::Case
        },
        number,
    };
    (row, truth)
}
