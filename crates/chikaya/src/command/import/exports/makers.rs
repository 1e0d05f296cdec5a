//! Exports of three programs for reports from the street (Carto, FixMyStreet, Signalen) and of Buenos Aires.

use super::{
    clock::Clock,
    table::{
        Export, Fate, Quotes, Truth, Writer, degrees, filed, joined, micro, one, only_if, row,
        rows, said, small, steps,
    },
};

/// Columns of the export.
const PHILADELPHIA: &str = "the_geom,cartodb_id,the_geom_webmercator,objectid,service_request_id,subject,status,status_notes,\
    service_name,service_code,agency_responsible,service_notice,requested_datetime,updated_datetime,\
    expected_datetime,closed_datetime,address,zipcode,media_url,lat,lon";

/// `public_cases_fc` of Philadelphia, as Carto writes a table of PostgreSQL:
/// <https://opendataphilly.org/datasets/311-service-and-information-requests/>. Instants have the hours alone of their
/// offset, and the point stands there a second time as bytes.
pub(super) fn philadelphia() -> Export {
    let (rows, truths) = rows(philadelphia_row, None);
    let writer = Writer {
        delimiter: ',',
        quotes: Quotes::Needed,
        end: "\r\n",
    };
    Export {
        name: "philadelphia311",
        bytes: writer.write(PHILADELPHIA, &rows).into_bytes(),
        rows: truths,
    }
}

/// A row of it.
fn philadelphia_row(place: usize) -> (Vec<String>, Truth) {
    let clock = Clock::Always(0);
    let number = format!("{}", 13_000_000 + place);
    let at = filed(place);
    let is_closed = place % 5 != 2;
    let closed = at + 4_711 + steps(place, 77_777);
    let written = |instant| {
        let shown = clock.at(instant);
        format!("{} {}+00", shown.date(), shown.time())
    };
    let service = one(
        &[
            "Sample Illegal Dumping",
            "Sample Rubbish/Recyclable \"Material\" Collection",
        ],
        place,
    );
    let notes = match (is_closed, place % 3) {
        (true, 0) => "Issue Resolved - Work Completed",
        (true, 1) => "Question Answered,\nSee ‘notice’; 5′ × 8′",
        _ => "",
    };
    let address = format!("{} SAMPLE ST", 10 + place);
    let (north, east) = (
        39_950_000 + small(place, 41),
        -75_160_000 - small(place, 37),
    );
    let has_point = place % 8 != 6;
    let point = |micro| only_if(has_point, degrees(micro));
    let row = row(
        PHILADELPHIA,
        &[
            (
                "the_geom",
                "0101000020E6100000000000000000F03F000000000000F03F",
            ),
            ("cartodb_id", &format!("{}", place + 1)),
            ("objectid", &format!("{}", 900 + place)),
            ("service_request_id", &number),
            (
                "subject",
                one(&["Illegal Dumping", "Rubbish Collection"], place),
            ),
            ("status", if is_closed { "Closed" } else { "Open" }),
            ("status_notes", notes),
            ("service_name", service),
            ("service_code", "SR-SM01"),
            (
                "agency_responsible",
                one(&["Sample Department", "Sample & Inspections"], place),
            ),
            ("service_notice", "3 Business Days"),
            ("requested_datetime", &written(at)),
            ("updated_datetime", &written(closed)),
            ("expected_datetime", &written(at + 259_200)),
            ("closed_datetime", &only_if(is_closed, written(closed))),
            ("address", &address),
            ("zipcode", "00000"),
            ("lat", &point(north)),
            ("lon", &point(east)),
        ],
    );
    let truth = Truth {
        filed: micro(at),
        closed: is_closed.then(|| micro(closed)),
        stage: if is_closed { "closed" } else { "filed" },
        kind: "complaint",
        title: service.to_owned(),
        text: said(
            &[
                ("service_name", service),
                (
                    "subject",
                    one(&["Illegal Dumping", "Rubbish Collection"], place),
                ),
                ("address", &address),
            ],
            "Philly311",
            &number,
        ),
        last: Some(notes.to_owned()).filter(|notes| !notes.is_empty()),
        place: Some(joined(&[&address, "00000"], ", ")),
        point: has_point.then_some((north, east)),
        person: None,
        fate: Fate::Case,
        number,
    };
    (row, truth)
}

/// Columns of the export.
const FIXMYSTREET: &str = "Report ID,Title,Detail,User Name,Category,Created,Confirmed,Acknowledged,Fixed,Closed,Status,Latitude,\
    Longitude,Query,Ward,Easting,Northing,Report URL,Device Type,Site Used,Reported As";

/// The reports of one council as FixMyStreet exports them from its dashboard (`perllib/FixMyStreet/Reporting.pm`). There is
/// no column for who has a report; who wants no name is called `(anonymous)`; what ended a report has one of two columns.
pub(super) fn fixmystreet() -> Export {
    let (rows, truths) = rows(fixmystreet_row, None);
    let writer = Writer {
        delimiter: ',',
        quotes: Quotes::Spaces,
        end: "\n",
    };
    Export {
        name: "fixmystreet",
        bytes: writer.write(FIXMYSTREET, &rows).into_bytes(),
        rows: truths,
    }
}

/// Statuses, with the word for the stage that each stands for.
const FIXMYSTREET_STATUSES: &[(&str, &str)] = &[
    ("confirmed", "filed"),
    ("investigating", "in-progress"),
    ("fixed - council", "closed"),
    ("unable to fix", "closed"),
    ("action scheduled", "in-progress"),
    ("fixed - user", "closed"),
    ("duplicate", "closed"),
];

/// A row of it.
fn fixmystreet_row(place: usize) -> (Vec<String>, Truth) {
    let clock = Clock::Europe(0);
    let number = format!("{}", 4_000 + place);
    let at = filed(place);
    let (status, stage) = FIXMYSTREET_STATUSES[place % FIXMYSTREET_STATUSES.len()];
    let written = |instant| {
        let shown = clock.at(instant);
        format!("{}T{}", shown.date(), shown.time())
    };
    let ended = at + 90_061 + steps(place, 50_021);
    let is_fixed = status.starts_with("fixed");
    let is_closed = stage == "closed" && !is_fixed;
    let title = one(
        &[
            "Sample pothole, deep",
            "\"Sample\" lamp – out",
            "Sample fly-tipping £££",
        ],
        place,
    );
    let detail = match place % 4 {
        0 => "First line of a sample.\n\nSecond one, with \"quotes\" and a comma,".to_owned(),
        1 => format!("Sample {place}: it’s been like this since Monday; naïve café owner."),
        2 => "One line".to_owned(),
        _ => "Sample list:\n- one\n- two\n".to_owned(),
    };
    let person = (!place.is_multiple_of(3)).then(|| "Example Person-Sample".to_owned());
    let (north, east) = (51_500_000 + small(place, 19), -120_000 + small(place, 23));
    let row = row(
        FIXMYSTREET,
        &[
            ("Report ID", &number),
            ("Title", title),
            ("Detail", &detail),
            ("User Name", person.as_deref().unwrap_or("(anonymous)")),
            (
                "Category",
                one(
                    &[
                        "Potholes",
                        "Street lighting",
                        "Rubbish (refuse and recycling)",
                    ],
                    place,
                ),
            ),
            ("Created", &written(at)),
            ("Confirmed", &written(at + 45)),
            (
                "Acknowledged",
                &only_if(stage != "filed", written(at + 3_000)),
            ),
            ("Fixed", &only_if(is_fixed, written(ended))),
            ("Closed", &only_if(is_closed, written(ended))),
            ("Status", status),
            ("Latitude", &degrees(north)),
            ("Longitude", &degrees(east)),
            ("Query", "ZZ1 1ZZ"),
            ("Ward", "Sample Ward, Example Ward"),
            ("Easting", "500000"),
            ("Northing", "200000"),
            ("Report URL", "http://www.example.org/report/1"),
            ("Device Type", "website"),
            ("Site Used", "fixmystreet"),
        ],
    );
    let truth = Truth {
        filed: micro(at),
        closed: (stage == "closed").then(|| micro(ended)),
        stage,
        kind: "complaint",
        title: title.to_owned(),
        text: said(&[("Detail", &detail)], "FixMyStreet", &number),
        last: None,
        place: Some("Sample Ward, Example Ward".to_owned()),
        point: Some((north, east)),
        person,
        fate: Fate::Case,
        number,
    };
    (row, truth)
}

/// Columns of the export.
const SIGNALEN: &str = "id,signal_uuid,source,text,text_extra,incident_date_start,incident_date_end,created_at,updated_at,\
    operational_date,expire_date,upload,category_assignment_id,stadsdeel,address,reporter_id,status_id,\
    extra_bedrijven_naam";

/// The reports of one category as Signalen writes them each week (`app/signals/apps/reporting/csv/horeca.py`). Texts are
/// Dutch and of several lines within lines that end as those of Windows; fractions of seconds are left out where they are
/// nought; there is no title, and one column dates the last change.
pub(super) fn signalen() -> Export {
    let (rows, truths) = rows(signalen_row, None);
    let writer = Writer {
        delimiter: ',',
        quotes: Quotes::Needed,
        end: "\r\n",
    };
    Export {
        name: "signalen",
        bytes: writer.write(SIGNALEN, &rows).into_bytes(),
        rows: truths,
    }
}

/// Statuses, with the word for the stage that each stands for.
const SIGNALEN_STATUSES: &[(&str, &str)] = &[
    ("Gemeld", "filed"),
    ("Afgehandeld", "closed"),
    ("In behandeling", "in-progress"),
    ("In afwachting van behandeling", "admissible"),
    ("Geannuleerd", "closed"),
];

/// A row of it.
fn signalen_row(place: usize) -> (Vec<String>, Truth) {
    let clock = Clock::Always(0);
    let number = format!("{}", 700 + place);
    let fraction = if place.is_multiple_of(4) {
        0
    } else {
        (steps(place, 16_127)) % 1_000_000
    };
    let at = micro(filed(place)) + fraction;
    let since = at + micro(100_003 + steps(place, 9_001));
    let written = |instant: i64| {
        let shown = clock.at(instant.div_euclid(1_000_000));
        let part = instant.rem_euclid(1_000_000);
        let part = if part == 0 {
            String::new()
        } else {
            format!(".{part:06}")
        };
        format!("{} {}{part}+00:00", shown.date(), shown.time())
    };
    let (status, stage) = SIGNALEN_STATUSES[place % SIGNALEN_STATUSES.len()];
    let first = one(
        &[
            "Voorbeeld: geluid van terras",
            "Eén voorbeeld, ’s nachts",
            "Voorbeeld “muziek” – te hard",
        ],
        place,
    );
    let text = match place % 3 {
        0 => format!("{first}\r\nElke avond; ook zondag.\r\n\r\nGroet, voorbeeld"),
        1 => first.to_owned(),
        _ => format!("{first}\nTweede regel, ge\u{ef}llustreerd"),
    };
    let extra = one(&["", "Geen aanvulling"], place);
    let quarter = one(&["A", "E", ""], place);
    let row = row(
        SIGNALEN,
        &[
            ("id", &number),
            ("signal_uuid", "00000000-0000-0000-0000-000000000000"),
            ("source", "online"),
            ("text", &text),
            ("text_extra", extra),
            ("incident_date_start", &written(at - 60_000_000)),
            ("created_at", &written(at)),
            ("updated_at", &written(since)),
            ("category_assignment_id", "1"),
            ("stadsdeel", quarter),
            ("address", "Voorbeeldstraat 1A, 0000AA Voorbeeld"),
            ("reporter_id", "1"),
            ("status_id", status),
            ("extra_bedrijven_naam", one(&["Café Voorbeeld", ""], place)),
        ],
    );
    let truth = Truth {
        filed: at,
        closed: (stage == "closed").then_some(since),
        stage,
        kind: "complaint",
        title: first.to_owned(),
        text: said(&[("text", &text), ("text_extra", extra)], "SIA", &number),
        last: None,
        place: Some(joined(
            &["Voorbeeldstraat 1A, 0000AA Voorbeeld", quarter],
            ", ",
        )),
        point: None,
        person: None,
        fate: Fate::Case,
        number,
    };
    (row, truth)
}

/// Columns of the export.
const BUENOS_AIRES: &str = "contacto,periodo,categoria,subcategoria,prestacion,tipo_prestacion,fecha_ingreso,hora_ingreso,\
    domicilio_comuna,domicilio_barrio,domicilio_calle,domicilio_altura,domicilio_esquina_proxima,lat,lon,\
    canal,genero,estado_del_contacto,fecha_cierre_contacto";

/// `Sistema Único de Atención Ciudadana` of Buenos Aires:
/// <https://data.buenosaires.gob.ar/dataset/sistema-unico-atencion-ciudadana>, columns as in 2021. Semicolons stand between
/// cells, Spanish texts in them; day and hour have a column each; closings are written in three ways.
pub(super) fn buenos_aires() -> Export {
    let (rows, truths) = rows(buenos_aires_row, None);
    let writer = Writer {
        delimiter: ';',
        quotes: Quotes::Always,
        end: "\n",
    };
    Export {
        name: "buenosaires",
        bytes: writer.write(BUENOS_AIRES, &rows).into_bytes(),
        rows: truths,
    }
}

/// Kinds of contacts, with the word for the kind of filing that each is.
const KINDS: &[(&str, &str)] = &[
    ("SOLICITUD", "complaint"),
    ("DENUNCIA", "complaint"),
    ("SUGERENCIA", "proposal"),
    ("QUEJA", "complaint"),
];

/// A row of it.
fn buenos_aires_row(place: usize) -> (Vec<String>, Truth) {
    /// Seconds of the three hours that the clock is behind UTC.
    const BEHIND: i64 = 3 * 3_600;
    let clock = Clock::Always(-3);
    let midnight = |instant: i64| instant - (instant - BEHIND).rem_euclid(86_400);
    let number = format!("{:08}/20", 140_000 + place);
    // Of some only the day is known.
    let at = if place % 13 == 5 {
        midnight(filed(place))
    } else {
        filed(place)
    };
    let shown = clock.at(at);
    let hour = if place % 13 == 5 {
        String::new()
    } else {
        shown.time()
    };
    let is_closed = place % 4 != 3;
    let ended = at + steps(place, 40_009);
    let (closing, closed) = {
        let shown = clock.at(ended);
        match place % 3 {
            0 => (shown.day_first('/'), midnight(ended)),
            1 => (
                format!("{} {}", shown.day_first('/'), &shown.time()[..5]),
                ended - (ended.rem_euclid(60)),
            ),
            _ => (shown.day_first('-'), midnight(ended)),
        }
    };
    let (kind, ours) = KINDS[place % KINDS.len()];
    let category = one(&["ALUMBRADO", "LIMPIEZA Y RECOLECCIÓN"], place);
    let service = one(
        &[
            "REPARACIÓN DE LUMINARIA DE EJEMPLO",
            "RETIRO; EJEMPLO \"VOLUMINOSO\"",
            "BARRIDO – EJEMPLO ÑANDÚ",
        ],
        place,
    );
    let street = one(&["CALLE DE EJEMPLO", "AV. MUESTRA, GRAL."], place);
    let (north, east) = (
        -34_600_000 - small(place, 43),
        -58_400_000 + small(place, 31),
    );
    let row = row(
        BUENOS_AIRES,
        &[
            ("contacto", &number),
            ("periodo", &shown.date().replace('-', "")[..6]),
            ("categoria", category),
            ("subcategoria", "EJEMPLO"),
            ("prestacion", service),
            ("tipo_prestacion", kind),
            ("fecha_ingreso", &shown.day_first('/')),
            ("hora_ingreso", &hour),
            ("domicilio_comuna", "COMUNA 0"),
            ("domicilio_barrio", "BARRIO EJEMPLO"),
            ("domicilio_calle", street),
            ("domicilio_altura", "1200"),
            ("lat", &degrees(north)),
            ("lon", &degrees(east)),
            ("canal", one(&["App BA 147", "GCS Web", "Boti"], place)),
            ("genero", ""),
            (
                "estado_del_contacto",
                if is_closed { "Cerrado" } else { "Abierto" },
            ),
            (
                "fecha_cierre_contacto",
                if is_closed { &closing } else { "" },
            ),
        ],
    );
    let truth = Truth {
        filed: micro(at),
        closed: is_closed.then(|| micro(closed.max(at))),
        stage: if is_closed { "closed" } else { "filed" },
        kind: ours,
        title: service.to_owned(),
        text: said(
            &[
                ("prestacion", service),
                ("categoria", category),
                ("subcategoria", "EJEMPLO"),
                ("tipo_prestacion", kind),
            ],
            "SUACI",
            &number,
        ),
        last: None,
        place: Some(joined(&[street, "1200", "BARRIO EJEMPLO"], ", ")),
        point: Some((north, east)),
        person: None,
        fate: Fate::Case,
        number,
    };
    (row, truth)
}
