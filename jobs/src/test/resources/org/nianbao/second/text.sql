-- How texts are compared: after NFKC and trimming, labels without 类, 信息 and 类信息,
-- towns without 镇 and 街道. DuckDB has no NFKC; of it, exports need the full-width forms.

SET VARIABLE wide = (SELECT string_agg(chr(65281 + i::INTEGER), '' ORDER BY i) FROM range(94) t(i));
SET VARIABLE narrow = (SELECT string_agg(chr(33 + i::INTEGER), '' ORDER BY i) FROM range(94) t(i));

-- What a person means by a cell: no blanks around it, no marks that nobody can see.
CREATE MACRO clean(cell) AS
  regexp_replace(
    translate(
      regexp_replace(replace(cell, chr(12288), ' '), '[\x{FEFF}\x{200B}]', '', 'g'),
      getvariable('wide'), getvariable('narrow')),
    '^[\s\x{A0}]+|[\s\x{A0}]+$', '', 'g');

CREATE MACRO plain_key(cell) AS
  lower(regexp_replace(clean(cell), '[\s\x{A0}“”"''《》]', '', 'g'));

CREATE MACRO label_key(cell) AS
  regexp_replace(plain_key(cell), '(.)(类信息|信息|类)$', '\1');

CREATE MACRO town_key(cell) AS
  regexp_replace(plain_key(cell), '(.)(街道办事处|街道办|街道|镇)$', '\1');

CREATE MACRO name_key(list, cell) AS
  CASE WHEN list = 'towns' THEN town_key(cell) ELSE label_key(cell) END;

-- Dates: year first; a date that the calendar does not have is no date.
CREATE MACRO day(cell) AS
  try_strptime(cell, ['%Y-%m-%d', '%Y/%m/%d', '%Y年%m月%d日', '%Y%m%d']);

CREATE MACRO moment(cell) AS
  coalesce(
    try_strptime(
      cell,
      ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y/%m/%d %H:%M:%S', '%Y/%m/%d %H:%M']),
    day(cell));

-- numerator ÷ denominator, half up to six decimals; nothing where the denominator is zero.
-- In whole numbers: a double has no exact half.
CREATE MACRO ratio(numerator, denominator) AS
  CASE
    WHEN denominator <> 0
    THEN sign(numerator) * sign(denominator)
      * CAST(
        (abs(numerator)::HUGEINT * 2000000 + abs(denominator)::HUGEINT)
          // (2 * abs(denominator)::HUGEINT)
        AS DECIMAL(18, 0))
      * 0.000001
  END;

-- A number with six decimals, in millionths.
CREATE MACRO millionths(number) AS CAST(number * 1000000 AS HUGEINT);

-- Seconds (with tenths, as quantiles have them) in days, half up to two decimals.
CREATE MACRO days(seconds) AS
  CAST((CAST(round(seconds * 10) AS BIGINT) + 4320) // 8640 AS DECIMAL(18, 0)) * 0.01;
