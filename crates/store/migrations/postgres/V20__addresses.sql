-- An e-mail address is the same however its letters are written. It is kept as its owner wrote it, because mails go there,
-- and found without regard to capitals. The new index takes the place of the one for exact values.
CREATE INDEX contact_by_folded_value ON contact (lower(value), kind);
DROP INDEX contact_by_value;
CREATE INDEX staff_by_folded_email ON staff (lower(email));
