-- The country: territory, organisations, subjects, competence, grounds, calendar and policies. Loaded from
-- a country pack, edited on the administration pages afterwards. `origin` is the digest of the pack's row as
-- last loaded; a row whose content was edited since is left alone by the next load.
CREATE TABLE territory (
    code TEXT NOT NULL PRIMARY KEY,
    level TEXT NOT NULL CHECK (level IN ('region', 'province', 'prefecture', 'commune', 'arrondissement')),
    parent TEXT REFERENCES territory (code),
    name_ar TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    population BIGINT
);

CREATE TABLE organisation (
    code TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    parent TEXT REFERENCES organisation (code),
    territory TEXT REFERENCES territory (code),
    acronym TEXT,
    name_ar TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_zgh TEXT,
    name_en TEXT,
    supervisor TEXT,
    receives BOOLEAN NOT NULL,
    is_edited BOOLEAN NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE subject (
    code TEXT NOT NULL PRIMARY KEY,
    parent TEXT REFERENCES subject (code),
    place BIGINT NOT NULL,
    icon TEXT,
    name_ar TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_zgh TEXT,
    name_en TEXT,
    words TEXT NOT NULL
);

CREATE TABLE question (
    subject TEXT NOT NULL REFERENCES subject (code),
    code TEXT NOT NULL,
    place BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'place', 'choice')),
    is_required BOOLEAN NOT NULL,
    label_ar TEXT NOT NULL,
    label_fr TEXT NOT NULL,
    label_zgh TEXT,
    label_en TEXT,
    hint_ar TEXT,
    hint_fr TEXT,
    hint_zgh TEXT,
    hint_en TEXT,
    PRIMARY KEY (subject, code)
);

CREATE TABLE competence (
    id BIGINT NOT NULL PRIMARY KEY,
    subject TEXT REFERENCES subject (code),
    within TEXT REFERENCES territory (code),
    answers TEXT NOT NULL,
    rank BIGINT NOT NULL,
    when_ar TEXT,
    when_fr TEXT,
    when_zgh TEXT,
    when_en TEXT,
    reason_ar TEXT NOT NULL,
    reason_fr TEXT NOT NULL,
    reason_zgh TEXT,
    reason_en TEXT
);

CREATE TABLE ground (
    code TEXT NOT NULL PRIMARY KEY,
    place BIGINT NOT NULL,
    name_ar TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_zgh TEXT,
    name_en TEXT,
    explanation_ar TEXT NOT NULL,
    explanation_fr TEXT NOT NULL,
    explanation_zgh TEXT,
    explanation_en TEXT,
    law_reference TEXT NOT NULL,
    redirects BOOLEAN NOT NULL
);

CREATE TABLE holiday (
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('national', 'religious', 'exceptional')),
    name_ar TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_zgh TEXT,
    name_en TEXT,
    is_estimated BOOLEAN NOT NULL,
    PRIMARY KEY (day)
);

CREATE TABLE ramadan (
    from_day TEXT NOT NULL PRIMARY KEY,
    until_day TEXT NOT NULL,
    is_estimated BOOLEAN NOT NULL
);

CREATE TABLE policy (
    version BIGINT NOT NULL PRIMARY KEY,
    effective_from TEXT NOT NULL,
    content TEXT NOT NULL
);
