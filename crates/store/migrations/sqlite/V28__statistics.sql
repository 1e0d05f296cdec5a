-- What is counted of all cases, folded from their events: along an axis (the country, bodies, subjects, places), month by
-- month. A value is a word, a number of days, or a day. Samples are never counted with what people filed.
CREATE TABLE statistic (
    axis TEXT NOT NULL,
    code TEXT NOT NULL,
    is_sample INTEGER NOT NULL,
    month TEXT NOT NULL,
    measure TEXT NOT NULL,
    value TEXT NOT NULL,
    cases INTEGER NOT NULL,
    PRIMARY KEY (axis, code, is_sample, month, measure, value)
) STRICT, WITHOUT ROWID;
