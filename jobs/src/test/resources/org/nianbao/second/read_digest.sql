-- What else the log of exports tells of a file: "file", "encoding" and "path".
INSERT INTO export
SELECT getvariable('file'), getvariable('encoding'), sha256(content)
FROM read_blob(getvariable('path'));
