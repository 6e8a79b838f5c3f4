-- What an on-premises installation keeps about itself: one row. The private key signs the receipt of a released licence.
CREATE TABLE installation (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    private_key TEXT NOT NULL,
    public_key TEXT NOT NULL,
    first_start TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    licence TEXT,
    newest_issue TEXT,
    released TEXT NOT NULL
) STRICT;
