import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  decimal,
  labelOf,
  list,
  moment,
  nullable,
  object,
  optional,
  page,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** Parts between slashes, e.g. an id and a day. */
const Key = text({ minLength: 1, maxLength: 200, pattern: "^[A-Za-z0-9_./:-]+$" });

const Balances = object({
  kind: object({ name: text(), label: labelOf() }),
  data: list(object({ key: text(), amount: decimal() })),
});
export type Balances = Static<typeof Balances>;

const BalanceEntry = object({
  id: whole(),
  key: text(),
  /** Exact; negative: it was taken. */
  amount: decimal(),
  at: moment(),
  actor: nullable(uuid()),
  /** Of whoever moved it, today. */
  name: nullable(text()),
  /** A word of the kind's own; "expired": what was held came back. */
  cause: text(),
  object: nullable(text()),
  record: nullable(uuid()),
});
export type BalanceEntry = Static<typeof BalanceEntry>;

export const readBalances = contract({
  method: "GET",
  path: "/balances/:kind",
  tag: "insight",
  summary: label("某类余额，可看过去某一刻", "Balances of a kind, at a moment if asked"),
  description: label(
    "返回某类余额中一个键及其下级键的数额；给出 as_of 时由台账算出当时的数额。",
    "The amounts of a key and of those below it; with as_of, what the ledger came to at that moment.",
  ),
  query: object({ of: Key, as_of: optional(moment()) }),
  answer: Balances,
  errors: { not_found: 404 },
});
export const readBalanceEntries = contract({
  method: "GET",
  path: "/balances/:kind/entries",
  tag: "insight",
  summary: label("余额台账，最新在前", "The ledger of a balance, newest first"),
  description: label(
    "返回一个键及其下级键的每一笔变动：何时、谁、多少、为什么。",
    "Every move of a key and of those below it: when, who, how much and why.",
  ),
  query: object({ of: Key, cursor: optional(text({ pattern: "^\\d{1,15}$" })) }),
  answer: page(BalanceEntry),
  errors: { not_found: 404 },
});
