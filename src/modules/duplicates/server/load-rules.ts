import type { Context } from "../../../engine/context.ts";
import { tableOf } from "../../../engine/schema/names.ts";
import type { Executor } from "../../../platform/db/database.ts";
import type { MatchKind } from "./score-pair.ts";

export type RuleAction = "block" | "warn" | "off";

/** What happens for each kind of likeness to records of an object; kinds without a rule give a hint. */
export async function loadRules(db: Executor, context: Context, object: string): Promise<(kind: MatchKind) => RuleAction> {
  const rows = await db.query<{ kind: MatchKind; action: RuleAction }>({
    text: `select kind, action from ${tableOf(context.workspace, "duplicate_rule")} where object = $1 and deleted_at is null`,
    values: [object],
  });
  return (kind) => rows.find((row) => row.kind === kind)?.action ?? "warn";
}
