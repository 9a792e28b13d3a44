import { type Context, statement } from "../../../../engine/public.ts";
import { bigint, orNull, sure, word } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { MatchKind } from "../shared/traits.ts";
import { LIKELY } from "./score-pair.ts";

export interface Rule {
  readonly kind: MatchKind;
  readonly action: "block" | "warn" | "off";
  /** Percent from which on a likeness counts; null: any that is found, for refusing from 85 on. */
  readonly least: number | null;
}
/** What a rule does about a record that is like the one being written. */
export type Effect = "block" | "warn" | "none";

export const rulesFor = statement(
  { kind: sure(word<MatchKind>()), action: sure(word<Rule["action"]>()), least: orNull(bigint) },
  ({ record }, object: string) =>
    sql`select kind, action, least from ${record("duplicate_rule")} where object = ${object} and deleted_at is null`,
);

/** What happens for each likeness to records of an object; kinds without a rule give a hint. */
export async function loadRules(db: Executor, context: Context, object: string): Promise<RulesOf> {
  const rows = await db.query(rulesFor(context.workspace, object));
  return {
    effectOf: (found) =>
      effectOf(
        rows.find(({ kind }) => kind === found.kind) ?? { kind: found.kind, action: "warn", least: null },
        found.score,
      ),
    blocking: rows.flatMap(({ kind, action }) => (action === "block" ? [kind] : [])),
  };
}
export interface RulesOf {
  readonly effectOf: (found: { readonly kind: MatchKind; readonly score: number }) => Effect;
  /** The kinds of likeness for which some rule refuses. */
  readonly blocking: readonly MatchKind[];
}

function effectOf({ action, least }: Rule, score: number): Effect {
  if (action === "off" || (least !== null && score * 100 < least)) return "none";
  return action === "block" && (least !== null || score >= LIKELY) ? "block" : "warn";
}
