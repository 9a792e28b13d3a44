import fc from "fast-check";

/**
 * Sources of random well-typed expressions over the `deal` of `expression-sample.ts`, one arbitrary per type.
 */
export interface Sources {
  readonly number: fc.Arbitrary<string>;
  readonly text: fc.Arbitrary<string>;
  readonly date: fc.Arbitrary<string>;
  readonly datetime: fc.Arbitrary<string>;
  readonly boolean: fc.Arbitrary<string>;
}

const pick = (...items: string[]) => fc.constantFrom(...items);
/** Puts a part for each `$` of a pattern. */
function fill(pattern: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  const pieces = pattern.split("$");
  return fc.tuple(...parts).map((given) => pieces.map((piece, i) => piece + (given[i] ?? "")).join(""));
}

export const PEOPLE = [
  "01900000-0000-7000-8000-000000000001",
  "01900000-0000-7000-8000-000000000002",
  "01900000-0000-7000-8000-000000000003",
];
export const ZONES = ["Asia/Shanghai", "America/New_York", "America/Havana", "Europe/London"];

/**
 * Texts that tell code points from code units, bytes and letters: astral, combining, private use, wildcards,
 * blanks.
 */
export const TEXTS = [
  "",
  "a",
  "A",
  "abc",
  "ABC",
  "é",
  "E\u0301x".normalize("NFC"),
  "q\u0301",
  "华为",
  "华为技术有限公司",
  "𠮷野家",
  "😀",
  "\ue000",
  "\uffef",
  "制造业",
  "100%",
  "a_b",
  "1,200.50",
  "-3.5",
  "  x\u3000",
  "'",
  '"',
  "\\",
  "ß",
  "İ",
  "ǅ",
  "Ｌｖ",
  "data",
  "open",
  "$1",
];
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, (char) => `\\${char}`)}"`;
const numberLiteral = pick(
  "0",
  "1",
  "2",
  "-1",
  "3",
  "7",
  "0.5",
  "20%",
  "1000",
  "0.000000000001",
  "99999999999999999999.99",
  "-2.5",
  "12",
  "2024",
  "3万",
);
const count = pick(
  "0",
  "1",
  "2",
  "-1",
  "5",
  "30",
  "-45",
  "2.9",
  "4000000",
  "99999999999",
  "quantity",
  "score",
  "rate",
);
const operator = pick("==", "!=", "<", "<=", ">", ">=");

export const sources: Sources = fc.letrec<Record<keyof Sources, string>>((tie) => {
  const [number, text, date, datetime, boolean] = [
    tie("number"),
    tie("text"),
    tie("date"),
    tie("datetime"),
    tie("boolean"),
  ];
  const deep = (leaves: fc.Arbitrary<string>[], ...branches: fc.Arbitrary<string>[]) =>
    fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      ...leaves.map((arbitrary) => ({ arbitrary, weight: 3 })),
      ...branches,
    );
  const either = (of: fc.Arbitrary<string>) => [
    fill("IF($, $, $)", boolean, of, of),
    fill("($ ? $ : null)", boolean, of),
    fill("COALESCE($, $)", of, of),
  ];
  return {
    number: deep(
      [
        numberLiteral,
        pick(
          "amount",
          "quantity",
          "score",
          "rate",
          "amount.amount",
          "account.revenue",
          "account.share",
          "account.parent.revenue",
        ),
      ],
      fill("($ $ $)", number, pick("+", "-", "*", "/"), number),
      fill("-$", number),
      fill(
        "$($, $)",
        pick("ROUND", "ROUNDUP", "ROUNDDOWN"),
        number,
        pick("0", "2", "-1", "quantity", "99", "score"),
      ),
      fill("$($)", pick("ROUND", "ABS", "FLOOR", "CEILING", "SUM", "AVERAGE"), number),
      fill("$($, $)", pick("MOD", "FLOOR", "CEILING", "MIN", "MAX", "SUM", "AVERAGE"), number, number),
      fill("AVERAGE($, $, $)", number, number, number),
      fill("$($)", pick("LEN", "VALUE"), text),
      fill("$($)", pick("YEAR", "MONTH", "DAY", "WEEKDAY"), date),
      fill("$($)", pick("YEAR", "DAY"), datetime),
      fill("DATEDIF($, $, $)", date, date, pick('"D"', '"M"', '"Y"')),
      fill("$($, $)", pick("WORKDAYS", "NETWORKDAYS"), date, date),
      fill("($ - $)", date, date),
      fill("($ - $)", datetime, datetime),
      fill("WORKING_MINUTES($, $)", datetime, datetime),
      fill("SIZE($)", pick("interests", '["a", "b"]')),
      fill(
        'related("activity", $).$',
        pick("done", "due < today()", "hours > 1 && !done", "name == regarding.deal.name"),
        pick("count()", 'sum("hours")', 'avg("hours")', 'max("hours")'),
      ),
      ...either(number),
    ),
    text: deep(
      [
        fc.constantFrom(...TEXTS).map(quoted),
        pick(
          "name",
          "title",
          "stage",
          "amount.currency",
          "account.name",
          "TRIM(account.industry)",
          "owner.name",
          "place.city",
        ),
      ],
      fill("($ & $)", text, fc.oneof(text, number, date, boolean)),
      fill("$($)", pick("UPPER", "LOWER", "TRIM"), text),
      fill("$($, $)", pick("LEFT", "RIGHT"), text, count),
      fill("MID($, $, $)", text, count, count),
      fill("SUBSTITUTE($, $, $)", text, text, text),
      fill("TEXT($)", fc.oneof(number, date, datetime, boolean)),
      fill("TEXT($, $)", number, pick('"0"', '"#,##0.00"', '"0.0%"')),
      fill("TEXT($, $)", fc.oneof(date, datetime), pick('"yyyy-mm-dd"', '"yyyy年m月d日"', '"dd/mm/yyyy"')),
      ...either(text),
    ),
    date: deep(
      [
        pick(
          "close_date",
          "signed_on",
          "account.founded",
          "today()",
          "DATE(2024, 2, 29)",
          "DATE(9999, 12, 31)",
          "DATE(1, 1, 1)",
        ),
      ],
      fill("DATE($, $, $)", fc.oneof(number, pick("2024", "2020")), count, count),
      fill("($ $ $($))", date, pick("+", "-"), pick("days", "weeks", "months", "years"), count),
      fill("$($, $)", pick("EDATE", "EOMONTH", "WORKDAY"), date, count),
      fill("DATEVALUE($)", datetime),
      fill("$($, $)", pick("MIN", "MAX"), date, date),
      fill('related("activity", $).$("due")', pick("done", "hours > 1"), pick("min", "max")),
      ...either(date),
    ),
    datetime: deep(
      [pick("touched_at", "now()", "created_at")],
      fill("($ $ $($))", datetime, pick("+", "-"), pick("minutes", "hours", "days", "weeks"), count),
      fill(
        "($ $ $($))",
        datetime,
        pick("+", "-"),
        pick("months", "years"),
        pick("0", "1", "-5", "6", "2.9", "99999999"),
      ),
      fill("MAX($, $)", datetime, datetime),
      fill("$($, $)", pick("ADD_WORKING_HOURS", "ADD_WORKING_MINUTES"), datetime, count),
      ...either(datetime),
    ),
    boolean: deep(
      [
        pick(
          "won",
          "true",
          "false",
          "owner == me()",
          "account == null",
          "department in mydepartments()",
          "department in mysubtree()",
          "ISBLANK(interests)",
          "interests != null",
          "stage in ['open', 'won']",
          `owner in ["${PEOPLE[0]}", me()]`,
          'account.industry == "制造业"',
          'account.industry in ["零售", "Manufacturing"]',
          "place == null",
        ).map((x) => `(${x})`),
      ],
      fill("($ $ $)", number, operator, number),
      fill("($ $ $)", text, operator, text),
      fill("($ $ $)", fc.oneof(date, datetime, pick('"2024-03-10"')), operator, date),
      fill(
        "($ $ $)",
        pick("touched_at", "created_at"),
        operator,
        pick("today()", "DATE(2024, 3, 10)", "DATE(2024, 11, 3)", '"2024-03-31"', "close_date"),
      ),
      fill("($ $ $)", datetime, operator, datetime),
      fill("($ $ $)", boolean, pick("==", "!=", "&&", "||", "and", "OR"), boolean),
      fill(
        "($ $ null)",
        fc.oneof(number, text, date, boolean).map((x) => `(${x})`),
        pick("==", "!="),
      ),
      fill("!($)", boolean),
      fill("(NOT $)", boolean),
      fill("($).$($)", text, pick("contains", "startsWith", "endsWith", "icontains"), text),
      fill("($ in [$, $, null])", number, number, number),
      fill("($ in [$, $])", text, text, text),
      fill("($ in [$, today()])", date, date),
      fill("interests.contains($)", pick('"数据"', '"cloud"', "name", "title")),
      fill("($ in interests)", pick('"数据"', "title")),
      fill("ISBLANK($)", fc.oneof(text, number, date)),
      fill(
        'related("activity", $).exists()',
        pick("done", "!done", 'name.contains("a")', "hours == null", "regarding.deal == null"),
      ),
      ...either(boolean),
    ),
  };
});
