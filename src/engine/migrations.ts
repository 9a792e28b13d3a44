import type { Migration } from "../platform/db/migration.ts";
import { SEARCHED_APART } from "./schema/searched-apart.ts";

/**
 * Months for which partitions exist ahead; later ones are made by `ensurePartitions`. Rows outside go to the
 * default partition.
 */
const partitioned = (
  schema: string,
  table: string,
  column: string,
  columns: string,
  key: string,
): string[] => [
  `create table ${schema}.${table} (${columns}, primary key (${key}, ${column})) partition by range (${column})`,
  `create table ${schema}.${table}_other partition of ${schema}.${table} default`,
];

const searchByObject = (schema: string): string[] => [
  `alter table ${schema}.search_entry rename to search_entry_before`,
  `alter table ${schema}.search_entry_before rename constraint search_entry_pkey to search_entry_before_pkey`,
  `drop index ${schema}.search_entry_tokens`,
  `create table ${schema}.search_entry (object text collate "C" not null, id uuid not null, class text collate "C" not null, tokens text[] collate "C" not null) partition by list (object)`,
  ...SEARCHED_APART.map(
    (object) =>
      `create table ${schema}.search_entry_${object} partition of ${schema}.search_entry for values in ('${object}')`,
  ),
  `create table ${schema}.search_entry_other partition of ${schema}.search_entry default`,
  `alter table ${schema}.search_entry alter column tokens set statistics 1000`,
  `insert into ${schema}.search_entry select object, id, class, tokens from ${schema}.search_entry_before`,
  `drop table ${schema}.search_entry_before`,
  `alter table ${schema}.search_entry add primary key (object, id, class)`,
  `create index search_entry_tokens on ${schema}.search_entry using gin (tokens)`,
  `analyze ${schema}.search_entry`,
];

/** System tables of the engine. */
export const engineMigrations: readonly Migration[] = [
  {
    id: "0001_engine",
    scope: "workspace",
    statements: (schema) => [
      `create sequence ${schema}.changes_seq`,
      ...partitioned(
        schema,
        "changes",
        "at",
        `seq bigint not null, at timestamptz not null, object text not null, record uuid not null, version integer not null, kind text not null,
         actor uuid, actor_kind text not null, road text not null, before jsonb not null, after jsonb not null, note jsonb, request text`,
        "seq",
      ),
      `create index changes_record on ${schema}.changes (record, seq desc)`,
      `create table ${schema}.versions (one boolean primary key default true check (one), rights bigint not null default 1, definitions bigint not null default 1)`,
      `insert into ${schema}.versions default values`,
      `create table ${schema}.idempotency (principal text not null, key text not null, digest text not null, status integer not null, object text, record uuid, at timestamptz not null default now(), tx xid8 not null default pg_current_xact_id(), body jsonb, primary key (principal, key))`,
      `create index idempotency_at on ${schema}.idempotency (at)`,
      `create table ${schema}.search_entry (object text collate "C" not null, id uuid not null, class text collate "C" not null, tokens text[] collate "C" not null, primary key (object, id, class))`,
      `create index search_entry_tokens on ${schema}.search_entry using gin (tokens)`,
      `create table ${schema}.counter (name text primary key, value bigint not null)`,
      `create table ${schema}.reader (name text primary key, position bigint not null, at timestamptz not null default now())`,
      `create table ${schema}.reader_failure (reader text not null, seq bigint not null, attempts integer not null, due_at timestamptz not null, error text, primary key (reader, seq))`,
    ],
  },
  {
    id: "0002_derived",
    scope: "workspace",
    // By which definitions roll-ups and search entries were last made for all records.
    statements: (schema) => [
      `create table ${schema}.derived_state (name text primary key, digest text not null)`,
    ],
  },
  {
    id: "0003_search_statistics",
    scope: "workspace",
    // With more of the common tokens known, the planner tells rare words from frequent ones.
    statements: (schema) => [`alter table ${schema}.search_entry alter column tokens set statistics 1000`],
  },
  {
    id: "0004_removed_record",
    scope: "workspace",
    // Records of the bin whose contents are gone for good, and the run that took them.
    statements: (schema) => [
      `create table ${schema}.removed_record (id uuid primary key, object text collate "C" not null, run uuid not null, at timestamptz not null default now())`,
    ],
  },
  { id: "0005_search_by_object", scope: "workspace", statements: searchByObject },
  {
    id: "0010_subscriber_failures",
    scope: "workspace",
    // What administrators may be shown of a failure. The text of an exception may hold values of records.
    statements: (schema) => [
      `alter table ${schema}.reader_failure add column code text, add column reason jsonb`,
      `update ${schema}.reader_failure set error = null`,
      // Who passed over failed changes last, when and which: {at, by, changes}.
      `alter table ${schema}.reader add column passed jsonb`,
    ],
  },
  {
    id: "0431_read_from",
    scope: "workspace",
    // Where subscribers begin if none has begun yet: in a new workspace at its first line, in one that an upgrade
    // finds without any at its last one.
    statements: (schema) => [
      `alter table ${schema}.versions add column read_from bigint not null default 0`,
      `update ${schema}.versions set read_from = coalesce((select max(seq) from ${schema}.changes), 0)`,
    ],
  },
];
