import fc from "fast-check";
import type { Values } from "../../shared/metadata/object.ts";
import { PEOPLE, TEXTS } from "../expression-source.ts";

/** An id with a number in it. */
export const uuid = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 5 });
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
  fc
    .string({ unit: "binary", maxLength: 6 })
    .filter((given) => !/[\0\p{Surrogate}]/u.test(given))
    .map((given) => given.normalize("NFC")),
);
const decimal = fc.oneof(
  fc.constantFrom(
    "0",
    "1",
    "-1",
    "0.5",
    "-0.5",
    "2.5",
    "-2.5",
    "3",
    "1234567.891",
    "0.000000000001",
    "-0.333333333333",
    "99999999999999999999",
    "12.345",
  ),
  fc
    .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 0, max: 6 }))
    .map(
      ([digits, places]) =>
        (digits < 0 ? "-" : "") +
        `${"0".repeat(7)}${Math.abs(digits)}`.replace(new RegExp(`(?=.{${places}}$)`), places > 0 ? "." : ""),
    ),
);
const day = fc.oneof(
  fc.constantFrom(
    "0001-01-01",
    "9999-12-31",
    "1970-01-01",
    "2024-02-29",
    "2024-01-31",
    "2024-03-10",
    "2023-12-31",
  ),
  fc
    .date({ min: new Date("2000-01-01"), max: new Date("2035-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const time = fc.oneof(
  // Around midnight of Shanghai, and around clock changes of the other zones.
  fc.constantFrom(
    "2024-03-09T15:59:59.999999Z",
    "2024-03-09T16:00:00.000000Z",
    "2024-03-10T04:59:59.000001Z",
    "2024-03-10T05:00:00.000000Z",
    "2024-11-03T04:30:00.000000Z",
    "2024-11-03T05:30:00.000000Z",
    "2024-11-03T06:30:00.123456Z",
    "2024-03-31T00:00:00.000000Z",
  ),
  fc
    .date({ min: new Date("1972-01-01"), max: new Date("2037-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().replace("Z", "000Z")),
);
const money = fc.record({ amount: decimal, currency: fc.constantFrom("CNY", "USD"), base: decimal });
export const deals = fc.record({
  owner: maybe(fc.constantFrom(...PEOPLE)),
  department: maybe(fc.constantFrom(...PEOPLE)),
  created_at: time,
  name: maybe(text),
  title: maybe(text),
  amount: maybe(money),
  quantity: maybe(fc.oneof(fc.integer({ min: -40, max: 40 }), fc.maxSafeInteger())),
  score: maybe(decimal),
  rate: maybe(decimal),
  won: maybe(fc.boolean()),
  close_date: maybe(day),
  signed_on: maybe(day),
  touched_at: maybe(time),
  stage: maybe(fc.constantFrom("open", "won", "lost")),
  interests: maybe(fc.subarray(["cloud", "data", "a"])),
  account: maybe(fc.constantFrom(uuid(101), uuid(102))),
  place: maybe(fc.record({ city: fc.constantFrom("上海", "a") })),
});

export const accounts: Values[] = [
  {
    id: uuid(101),
    name: "华为",
    industry: "manufacturing",
    revenue: "1000.5",
    share: "12.5",
    parent: uuid(102),
    founded: "2000-02-29",
  },
  { id: uuid(102), name: null, industry: "retail", revenue: null, share: null, parent: null, founded: null },
];
export const people: Values[] = [
  { id: PEOPLE[0] ?? "", name: "张三" },
  { id: PEOPLE[1] ?? "", name: null },
];
