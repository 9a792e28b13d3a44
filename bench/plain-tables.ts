import type { Database } from "../src/platform/db/database.ts";

/** Where the plain design keeps its rows; apart from everything of ours, and gone when the bench ends. */
export const PLAIN = "bench_plain";

const TABLES = [
  `create table ${PLAIN}.users as select id, name from w_main.o_user`,
  `create table ${PLAIN}.accounts as select id, name, industry, owner from w_main.o_account where deleted_at is null`,
  `create table ${PLAIN}.opportunities as select id, name, account, contact, owner, department, pipeline, stage, stage_type, stage_entered_at, amount, amount__currency as currency,
     close_date, probability, forecast_category, source, type, requirement, next_step, next_at, lost_reason, description, created_at, created_by, updated_at, updated_by
     from w_main.o_opportunity where deleted_at is null`,
  `alter table ${PLAIN}.users add primary key (id)`,
  `alter table ${PLAIN}.accounts add primary key (id)`,
  `alter table ${PLAIN}.opportunities add primary key (id)`,
];
/** A condition on deals: the plain design has them, too. */
export const IN_PLAIN = `id in (select id from ${PLAIN}.opportunities)`;

/** What a developer who knows the screens would make: ten besides the key, none wider than its question. */
const INDEXES = [
  "account",
  "owner, updated_at desc",
  "department, updated_at desc",
  "stage, close_date",
  "source, amount desc",
  "amount desc, id desc",
  "close_date, id",
  "updated_at desc, id desc",
  "created_at",
  "name",
];

/**
 * The same deals in tables as one would draw them by hand: one row each, no versions, no log, no rights. Made
 * anew by every run.
 */
export async function fillPlain(db: Database): Promise<void> {
  const begun = Date.now();
  await dropPlain(db);
  await db.query({ text: `create schema ${PLAIN}` });
  for (const text of TABLES) await db.query({ text });
  for (const columns of INDEXES)
    await db.query({ text: `create index on ${PLAIN}.opportunities (${columns})` });
  for (const table of ["users", "accounts", "opportunities"])
    await db.query({ text: `vacuum analyze ${PLAIN}.${table}` });
  await db.query({ text: "checkpoint" });
  console.log(`the same deals in plain tables, in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}

export async function dropPlain(db: Database): Promise<void> {
  await db.query({ text: `drop schema if exists ${PLAIN} cascade` });
}
