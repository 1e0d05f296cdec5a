-- What is counted of all cases, folded from their events: along an axis (the country, bodies, subjects, places), month by
-- month. A value is a word, a number of days, or a day. Samples are never counted with what people filed.
CREATE TABLE statistic (
    axis TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    is_sample BOOLEAN NOT NULL,
    month TEXT COLLATE "C" NOT NULL,
    measure TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    cases BIGINT NOT NULL,
    PRIMARY KEY (axis, code, is_sample, month, measure, value)
);
