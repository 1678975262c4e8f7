-- The archive of another program: an invoice has no single number, it has a year and a number.
CREATE TABLE invoice (
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    customer VARCHAR(100) NOT NULL,
    PRIMARY KEY (year, number)
);
CREATE TABLE payment (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    cents INTEGER NOT NULL,
    FOREIGN KEY (year, number) REFERENCES invoice (year, number)
);
INSERT INTO invoice VALUES (2025, 1, 'Ada'), (2025, 2, 'O''Brien'), (2026, 1, 'Ada');
INSERT INTO payment VALUES (1, 2025, 1, 500), (2, 2025, 2, 700), (3, 2026, 1, 100), (4, 2026, 1, 250);
