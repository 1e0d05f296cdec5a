//! Exports of three data portals on CKAN: Boston, Montréal, Toronto.

use super::{
    clock::Clock,
    table::{
        Export, Fate, Quotes, Truth, Writer, degrees, filed, joined, micro, one, only_if, row,
        rows, said, small, steps,
    },
};

/// Columns of the export.
const BOSTON: &str = "case_enquiry_id,open_dt,sla_target_dt,closed_dt,on_time,case_status,closure_reason,case_title,subject,\
    reason,type,queue,department,submitted_photo,closed_photo,location,fire_district,pwd_district,\
    city_council_district,police_district,neighborhood,neighborhood_services_district,ward,precinct,\
    location_street_name,location_zipcode,latitude,longitude,geom_4326,source";

/// `BOS:311`: <https://data.boston.gov/dataset/311-service-requests>, columns as in 2024. The numbers went through a
/// program that took them for decimal ones. A cell of which nothing is known holds a space.
pub(super) fn boston() -> Export {
    let (rows, truths) = rows(boston_row, Some((12, 5)));
    let writer = Writer {
        delimiter: ',',
        quotes: Quotes::Needed,
        end: "\r\n",
    };
    Export {
        name: "boston311",
        bytes: writer.write(BOSTON, &rows).into_bytes(),
        rows: truths,
    }
}

/// A row of it.
fn boston_row(place: usize) -> (Vec<String>, Truth) {
    let clock = Clock::America(-5);
    let number = format!(
        "{}",
        101_004_113_298_u64 + if place == 13 { 6 } else { place as u64 }
    );
    let at = filed(place);
    let is_closed = place % 4 != 1;
    let closed = match place {
        14 => at - 3_600,
        _ => at + 5_000 + steps(place, 86_413),
    };
    let kind = one(
        &[
            "Sample Street Lights",
            "Sample Missed Trash",
            "Sample \"Big\" Pothole, Repair",
            "Sample Tree – Pruning",
        ],
        place,
    );
    let office = one(
        &["Sample Works Department", "Sample Parks & Recreation"],
        place,
    );
    let location = format!("{} N Sample St  Example  MA  00000", place + 1);
    let shown = clock.at(closed);
    let reason = match (is_closed, place % 3) {
        (false, _) => " ".to_owned(),
        (true, 0) => format!(
            "Case Closed. Closed date : {} Resolved, “crew” came at 5 o’clock.  ",
            shown.date()
        ),
        (true, 1) => format!("Case Closed.\nCase Noted, see case {number}: done.  "),
        (true, _) => "Case Closed. Café terrace cleared; no further action. ".to_owned(),
    };
    let is_undated = place == 15;
    let opened = clock.at(at);
    let (north, east) = (
        42_350_000 + small(place, 137),
        -71_060_000 - small(place, 211),
    );
    let has_point = place % 11 != 3;
    let point = |micro| only_if(has_point, degrees(micro));
    let text = [
        ("type", kind),
        ("reason", "Sample reason"),
        ("location", location.as_str()),
        ("neighborhood", "Sample Hill / Example End"),
    ];
    let ends = is_closed && !is_undated;
    let row = row(
        BOSTON,
        &[
            ("case_enquiry_id", &format!("{number}.0")),
            ("open_dt", &opened.stamp()),
            ("closed_dt", &only_if(ends, shown.stamp())),
            ("on_time", one(&["ONTIME", "OVERDUE"], place)),
            ("case_status", if is_closed { "Closed" } else { "Open" }),
            ("closure_reason", if is_undated { " " } else { &reason }),
            ("case_title", kind),
            ("subject", office),
            ("reason", "Sample reason"),
            ("type", kind),
            ("queue", "SAMP_Queue"),
            ("department", "SAMP"),
            ("location", &location),
            ("fire_district", one(&["11", " ", "04"], place)),
            ("neighborhood", "Sample Hill / Example End"),
            ("latitude", &point(north)),
            ("longitude", &point(east)),
            (
                "geom_4326",
                "0101000020E6100000000000000000F03F000000000000F03F",
            ),
            ("source", "Sample App"),
        ],
    );
    let truth = Truth {
        filed: micro(at),
        closed: is_closed.then(|| micro(closed.max(at))),
        stage: if is_closed { "closed" } else { "filed" },
        kind: "complaint",
        title: kind.to_owned(),
        text: said(&text, "BOS:311", &number),
        last: Some(reason.trim().to_owned()).filter(|last| !last.is_empty()),
        place: Some(joined(&[&location], "")),
        point: has_point.then_some((north, east)),
        person: None,
        fate: match place {
            13 => Fate::Refused("has the same number and says something else"),
            15 => Fate::Refused("neither a closing nor an answer is dated"),
            _ => Fate::Case,
        },
        number,
    };
    (row, truth)
}

/// Columns of the export.
const MONTREAL: &str = "ID_UNIQUE,NATURE,ACTI_NOM,TYPE_LIEU_INTERV,RUE,RUE_INTERSECTION1,RUE_INTERSECTION2,LIN_CODE_POSTAL,\
    ARRONDISSEMENT,ARRONDISSEMENT_GEO,DDS_DATE_CREATION,PROVENANCE_ORIGINALE,PROVENANCE_TELEPHONE,\
    PROVENANCE_COURRIEL,PROVENANCE_PERSONNE,PROVENANCE_COURRIER,PROVENANCE_TELECOPIEUR,PROVENANCE_INSTANCE,\
    PROVENANCE_MOBILE,PROVENANCE_MEDIASOCIAUX,PROVENANCE_SITEINTERNET,UNITE_RESP_PARENT,LOC_LONG,LOC_LAT,\
    LOC_X,LOC_Y,LOC_ERREUR_GDT,DERNIER_STATUT,DATE_DERNIER_STATUT";

/// `Requêtes 311` of Montréal: <https://donnees.montreal.ca/dataset/requete-311>. A mark of the order of bytes stands
/// before the first name; requests for information have no number; one column dates the last status, whichever it is.
pub(super) fn montreal() -> Export {
    let (rows, truths) = rows(montreal_row, None);
    let writer = Writer {
        delimiter: ',',
        quotes: Quotes::Needed,
        end: "\n",
    };
    Export {
        name: "montreal311",
        bytes: format!("\u{feff}{}", writer.write(MONTREAL, &rows)).into_bytes(),
        rows: truths,
    }
}

/// Natures of requests, with the word for the kind that each is.
const NATURES: &[(&str, &str)] = &[
    ("Requete", "complaint"),
    ("Plainte", "complaint"),
    ("Commentaire", "remark"),
    ("Requete", "complaint"),
    ("Information", "complaint"),
];

/// What requests are about.
const MATTERS: &[&str] = &[
    "Exemple – Nid-de-poule",
    "*Exemple d’éclairage, rue",
    "Cueillette « exemple »",
    "Déneigement exemple",
];

/// Statuses, with the word for the stage that each stands for.
const MONTREAL_STATUSES: &[(&str, &str)] = &[
    ("Terminée", "closed"),
    ("Prise en charge", "in-progress"),
    ("Acceptée", "admissible"),
    ("Annulée", "closed"),
    ("Terminée", "closed"),
    ("Refusée", "closed"),
    ("Transmise pour traitement", "admissible"),
    ("Supprimée", "closed"),
    ("Réactivée", "admissible"),
];

/// A row of it.
fn montreal_row(place: usize) -> (Vec<String>, Truth) {
    let clock = Clock::America(-5);
    let (nature, kind) = NATURES[place % NATURES.len()];
    let is_information = nature == "Information";
    let number = if is_information {
        String::new()
    } else {
        format!("20-{}", 10_000 + if place == 22 { 20 } else { place })
    };
    let at = filed(place);
    let since = at + 9_000 + steps(place, 90_007);
    let (status, stage) = MONTREAL_STATUSES[place % MONTREAL_STATUSES.len()];
    let matter = one(MATTERS, place);
    let street = one(&["rue de l’Exemple", "boulevard Échantillon", ""], place);
    let crossing = if street.is_empty() {
        "avenue Témoin"
    } else {
        "s/o"
    };
    let borough = one(
        &["Exemple–Saint-Échantillon", "L'Île-Exemple - Témoin"],
        place,
    );
    let (north, east) = (
        45_500_000 + small(place, 173),
        -73_560_000 - small(place, 91),
    );
    let has_point = place % 7 != 2;
    let point = |micro| only_if(has_point, degrees(micro));
    let (filed_at, since_at) = (clock.at(at), clock.at(since));
    let row = row(
        MONTREAL,
        &[
            ("ID_UNIQUE", &number),
            ("NATURE", nature),
            ("ACTI_NOM", matter),
            ("TYPE_LIEU_INTERV", one(&["Adresse", "Intersection"], place)),
            ("RUE", street),
            ("RUE_INTERSECTION1", crossing),
            ("LIN_CODE_POSTAL", "H0H 0H"),
            ("ARRONDISSEMENT", borough),
            ("ARRONDISSEMENT_GEO", borough),
            ("DDS_DATE_CREATION", &filed_at.stamp()),
            ("PROVENANCE_ORIGINALE", "Téléphone"),
            ("PROVENANCE_TELEPHONE", "1"),
            ("PROVENANCE_COURRIEL", "0"),
            (
                "UNITE_RESP_PARENT",
                one(&["Service d'exemple", "Arrondissement-témoin"], place),
            ),
            ("LOC_LONG", &point(east)),
            ("LOC_LAT", &point(north)),
            ("LOC_ERREUR_GDT", "0"),
            ("DERNIER_STATUT", if is_information { "" } else { status }),
            (
                "DATE_DERNIER_STATUT",
                &only_if(!(is_information), since_at.stamp()),
            ),
        ],
    );
    let seen = if crossing == "s/o" { "" } else { crossing };
    let truth = Truth {
        filed: micro(at),
        closed: (stage == "closed").then(|| micro(since)),
        stage,
        kind,
        title: matter.to_owned(),
        text: said(
            &[
                ("ACTI_NOM", matter),
                ("TYPE_LIEU_INTERV", one(&["Adresse", "Intersection"], place)),
                ("RUE", street),
                ("RUE_INTERSECTION1", seen),
                ("ARRONDISSEMENT", borough),
            ],
            "Requêtes 311",
            &number,
        ),
        last: None,
        place: Some(joined(&[street, seen, borough], ", ")),
        point: has_point.then_some((north, east)),
        person: None,
        fate: if is_information {
            Fate::Refused("column \"ID_UNIQUE\" is empty")
        } else if place == 22 {
            Fate::Refused("has the same number and says something else")
        } else {
            Fate::Case
        },
        number,
    };
    (row, truth)
}

/// Columns of the export.
const TORONTO: &str = "Creation Date,Status,First 3 Chars of Postal Code,Intersection Street 1,Intersection Street 2,Ward,\
    Service Request Type,Division,Section";

/// `311 Service Requests – Customer Initiated` of Toronto:
/// <https://open.toronto.ca/dataset/311-service-requests-customer-initiated/>. There is no number, closed requests have no
/// date of closing, seconds have seven decimals, and the letters are those of Windows.
pub(super) fn toronto() -> Export {
    let (rows, truths) = rows(toronto_row, Some((12, 11)));
    let writer = Writer {
        delimiter: ',',
        quotes: Quotes::Needed,
        end: "\r\n",
    };
    Export {
        name: "toronto311",
        bytes: windows(&writer.write(TORONTO, &rows)),
        rows: truths,
    }
}

/// Statuses, with the word for the stage that each stands for.
const TORONTO_STATUSES: &[(&str, &str)] = &[
    ("Completed", "closed"),
    ("In Progress", "in-progress"),
    ("Closed", "closed"),
    ("Cancelled", "closed"),
    ("New", "filed"),
    ("Initiated", "admissible"),
];

/// A row of it.
fn toronto_row(place: usize) -> (Vec<String>, Truth) {
    let clock = Clock::America(-5);
    let at = filed(place);
    let shown = clock.at(at);
    let created = format!("{} {}.0000000", shown.date(), shown.time());
    let (status, stage) = if place == 40 {
        ("Unknown", "")
    } else {
        TORONTO_STATUSES[place % TORONTO_STATUSES.len()]
    };
    let is_crossing = place % 5 == 3;
    let code = if is_crossing { "Intersection" } else { "M0M" };
    let street = if is_crossing {
        "Sample Rd / Château St"
    } else {
        ""
    };
    let other = if is_crossing { "Étienne’s Ln" } else { "" };
    let ward = one(
        &["Sample-Example (03)", "Exampl’s Park – North (10)"],
        place,
    );
    let matter = one(
        &[
            "Sample Road – Pot hole",
            "Sample: Bin: “Lid” Damaged",
            "Sample Litter / Not Picked Up",
        ],
        place,
    );
    let cells = [
        ("Creation Date", created.as_str()),
        ("Status", status),
        ("First 3 Chars of Postal Code", code),
        ("Intersection Street 1", street),
        ("Intersection Street 2", other),
        ("Ward", ward),
        ("Service Request Type", matter),
        (
            "Division",
            one(&["Sample Services", "Example Water"], place),
        ),
        ("Section", "Sample Operations"),
    ];
    let number = joined(&[&created, code, street, matter], " – ");
    let row = row(TORONTO, &cells);
    let truth = Truth {
        filed: micro(at),
        closed: None,
        stage,
        kind: "complaint",
        title: matter.to_owned(),
        text: said(
            &[
                ("Service Request Type", matter),
                ("Section", "Sample Operations"),
                ("Ward", ward),
            ],
            "311 Toronto",
            &number,
        ),
        last: None,
        place: Some(joined(&[street, other, ward], ", ")),
        point: None,
        person: None,
        fate: if stage.is_empty() {
            Fate::Refused("\"Unknown\": it is not in [status.values]")
        } else {
            Fate::Case
        },
        number,
    };
    (row, truth)
}

/// A text in the letters of Windows for western Europe.
fn windows(text: &str) -> Vec<u8> {
    text.chars()
        .map(|sign| match sign {
            '–' => 0x96,
            '’' => 0x92,
            '“' => 0x93,
            '”' => 0x94,
            sign => u8::try_from(sign).expect("a letter of western Europe"),
        })
        .collect()
}
