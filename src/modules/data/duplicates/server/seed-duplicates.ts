import {
  type Context,
  answering,
  asProgram,
  creating,
  save,
  statement,
  tablesOf,
} from "../../../../engine/public.ts";
import { boolean } from "../../../../platform/db/columns.ts";
import { joined, sql } from "../../../../platform/db/sql.ts";
import { duplicateRule } from "../shared/duplicate-rule.object.ts";
import { TRAITS } from "../shared/traits.ts";
import { needsRebuild, rebuildKeys } from "./rebuild-keys.job.ts";

/** The rules a company begins with, and the keys where an earlier version kept others. */
export async function seedDuplicates(context: Context): Promise<void> {
  await seedRules(context);
  if (await needsRebuild(context)) await rebuildSoon(context);
}

/** A new company has nothing to read; one that has waits for a job. */
async function rebuildSoon(context: Context): Promise<void> {
  const { record } = tablesOf(context.workspace);
  const some = Object.keys(TRAITS).map((name) => sql`exists (select from ${record(name)})`);
  const [row] = await context.db.query(
    answering({ some: boolean }, sql`select ${joined(some, " or ")} as some`),
  );
  if (row?.some) await context.services.jobs.enqueue("duplicates.rebuild", {}, { key: "rebuild" });
  else await rebuildKeys(context);
}

const DEFAULTS = ["account", "lead", "contact"].flatMap((object) =>
  (["uscc", "phone", "email", "company", "similar"] as const)
    .filter((kind) => kind !== "uscc" || object === "account")
    .map((kind) => ({ object, kind, action: kind === "uscc" ? "block" : "warn" }) as const),
);

export const whetherRules = statement(
  { some: boolean },
  ({ record }) => sql`select exists (select from ${record("duplicate_rule")}) as some`,
);

/** The rules a new company begins with; once there are any, they are the company's own. */
async function seedRules(context: Context): Promise<void> {
  const [row] = await context.db.query(whetherRules(context.workspace));
  if (row?.some) return;
  // Another process may have seeded in the same moment: its rules are as good.
  const { results } = await save(asProgram(context, "rules for duplicates are seeded"), {
    road: "setup",
    mode: "all",
    operations: DEFAULTS.map((values) => creating(duplicateRule, values)),
  });
  const failed = results.find((result) => !result.ok);
  if (failed && !failed.ok && failed.refusal.status !== 409)
    throw new Error(`duplicate rules: ${failed.refusal.code}`);
}
