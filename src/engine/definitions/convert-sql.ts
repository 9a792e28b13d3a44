import type { FieldDefinition, FieldKind } from "../../shared/metadata/field.ts";
import { optionsOf } from "../catalog/option-lists.ts";

/**
 * SQL that gives the value of column `c` as the other kind keeps it; null where it has none. `zone`: the
 * company’s, as a literal.
 */
type Conversion = (c: string, to: FieldDefinition, from: FieldDefinition, zone: string) => string;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const trimmed = (c: string): string => `btrim(${c}, E' \\t\\n\\r\\u00a0\\u3000')`;
const number: Conversion = (c) =>
  `case when replace(${trimmed(c)}, ',', '') ~ '^[+-]?[0-9]{1,24}(\\.[0-9]{1,12})?$' then replace(${trimmed(c)}, ',', '')::numeric end`;
const integer: Conversion = (c) =>
  `case when replace(${trimmed(c)}, ',', '') ~ '^[+-]?[0-9]{1,15}$' then replace(${trimmed(c)}, ',', '')::bigint end`;
/**
 * Years, months and days apart by -, / or ., as Chinese files have them; a day that there is not gives null.
 */
const date: Conversion = (c) => {
  const t = trimmed(c);
  const parts = `regexp_match(${t}, '^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$')`;
  const first = `make_date((${parts})[1]::int, greatest(1, least(12, (${parts})[2]::int)), 1)`;
  return `case when ${parts} is not null and (${parts})[1]::int > 0 and (${parts})[2]::int between 1 and 12 and (${parts})[3]::int between 1 and extract(day from (${first} + interval '1 month - 1 day'))::int
    then make_date((${parts})[1]::int, (${parts})[2]::int, (${parts})[3]::int) end`;
};
const matching =
  (pattern: string, as: (t: string) => string = (t) => t): Conversion =>
  (c) =>
    `case when ${trimmed(c)} ~* ${text(pattern)} then ${as(trimmed(c))} end`;
/** By code, or by a label in any language. */
const option: Conversion = (c, to) => {
  const arms = optionsOf(to).map(
    ({ name, label }) =>
      `when lower(${trimmed(c)}) in (${[name, ...Object.values(label)].map((one) => text(one.trim().toLowerCase())).join(", ")}) then ${text(name)}`,
  );
  return `case ${arms.join(" ")} end`;
};
const labelled: Conversion = (c, _to, from) => {
  const arms = optionsOf(from).map(
    ({ name, label }) => `when ${c} = ${text(name)} then ${text(label["zh-CN"] ?? label["en"] ?? name)}`,
  );
  return arms.length > 0 ? `case ${arms.join(" ")} else ${c} end` : c;
};
const same: Conversion = (c) => c;
const asText: Conversion = (c) => `${c}::text`;
const isWhole: Conversion = (c) =>
  `case when ${c} = trunc(${c}) and abs(${c}) < 9007199254740992 then ${c}::bigint end`;
const EMAIL = '^[^\\s@<>(),;:"]+@[^\\s@<>(),;:"]+\\.[^\\s@<>(),;:".]{2,}$';
const PHONE = "^[-+()0-9\\s转#*.xet]{3,40}$";

const FROM_TEXT: Partial<Record<FieldKind, Conversion>> = {
  text: same,
  long_text: same,
  rich_text: same,
  integer,
  decimal: number,
  percent: number,
  date,
  select: option,
  multiselect: (c, ...kinds) =>
    `case when ${option(c, ...kinds)} is not null then array[${option(c, ...kinds)}] end`,
  email: matching(EMAIL, (t) => `lower(${t})`),
  phone: matching(PHONE),
  url: matching("^https?://[^/]*\\."),
  boolean: (c) =>
    `case when lower(${trimmed(c)}) in ('true', 'yes', 'y', '1', '是', '有', '对') then true when lower(${trimmed(c)}) in ('false', 'no', 'n', '0', '否', '无', '不') then false end`,
};
const FROM_NUMBER: Partial<Record<FieldKind, Conversion>> = {
  integer: isWhole,
  decimal: same,
  percent: same,
  text: asText,
  long_text: asText,
};
const CONVERSIONS: Partial<Record<FieldKind, Partial<Record<FieldKind, Conversion>>>> = {
  text: FROM_TEXT,
  long_text: FROM_TEXT,
  email: FROM_TEXT,
  phone: FROM_TEXT,
  url: FROM_TEXT,
  integer: {
    decimal: (c) => `${c}::numeric`,
    percent: (c) => `${c}::numeric`,
    text: asText,
    long_text: asText,
  },
  decimal: FROM_NUMBER,
  percent: FROM_NUMBER,
  date: {
    text: asText,
    long_text: asText,
    datetime: (c, _to, _from, zone) => `(${c}::timestamp at time zone ${zone})`,
  },
  datetime: {
    date: (c, _to, _from, zone) => `(${c} at time zone ${zone})::date`,
    text: (c, _to, _from, zone) => `to_char(${c} at time zone ${zone}, 'YYYY-MM-DD HH24:MI')`,
  },
  boolean: { text: (c) => `case when ${c} then '是' when not ${c} then '否' end` },
  select: {
    text: labelled,
    long_text: labelled,
    multiselect: (c) => `case when ${c} is not null then array[${c}] end`,
    select: option,
  },
  multiselect: { select: (c) => `case when cardinality(${c}) = 1 then ${c}[1] end` },
};

/** How values of one kind become values of another; undefined where they cannot. */
export function conversionOf(
  column: string,
  from: FieldDefinition,
  to: FieldDefinition,
  zone: string,
): string | undefined {
  const conversion = CONVERSIONS[from.kind]?.[to.kind];
  if (!conversion || from.kind === to.kind) return undefined;
  return conversion(column, to, from, text(zone));
}
export const kindsFrom = (kind: FieldKind): readonly FieldKind[] =>
  Object.keys(CONVERSIONS[kind] ?? {}).filter((to): to is FieldKind => to !== kind);
