import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * What there is of something, by kind and key, and every move of it. A key that many move at once has several
 * rows (slots), which together are its balance. That none falls below zero is the table's own rule.
 */
export const balanceMigrations: readonly Migration[] = [
  {
    id: "0100_balances",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.balance (
        kind text not null, key text collate "C" not null, slot smallint not null, amount numeric not null check (amount >= 0), primary key (kind, key, slot))`,
      `create table ${schema}.balance_entry (
        id bigint generated always as identity primary key, kind text not null, key text collate "C" not null, amount numeric not null,
        at timestamptz not null default clock_timestamp(), actor uuid, actor_kind text not null, cause text not null, object text, record uuid, once text)`,
      `create index balance_entry_of_key on ${schema}.balance_entry (kind, key, id)`,
      `create unique index balance_entry_once on ${schema}.balance_entry (kind, key, once) where once is not null`,
      `create index balance_entry_of_record on ${schema}.balance_entry (record) where record is not null`,
      `create table ${schema}.balance_hold (
        id uuid primary key, kind text not null, key text collate "C" not null, amount numeric not null, until timestamptz not null)`,
      `create index balance_hold_of_key on ${schema}.balance_hold (kind, key, until)`,
    ],
  },
];
