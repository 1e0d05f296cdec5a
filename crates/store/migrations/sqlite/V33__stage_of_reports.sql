-- Since when a report is in its stage: sections and reminders change it, and leave it where it is.
ALTER TABLE annual ADD COLUMN stage_at INTEGER NOT NULL DEFAULT 0;
UPDATE annual
SET stage_at = COALESCE(
    (
        SELECT MAX(annual_fact.at)
        FROM annual_fact
        WHERE annual_fact.annual = annual.id
            AND json_extract(annual_fact.payload, '$.fact.fact') NOT IN ('written', 'frozen', 'reminded')
    ),
    changed_at
);
