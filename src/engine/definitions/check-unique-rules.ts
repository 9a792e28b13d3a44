import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { UniqueRule } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { tableOf } from "../schema/names.ts";
import { definitionMessages } from "./messages.ts";

const FOLDED: readonly Field["kind"][] = ["text", "email", "phone", "url"];
/**
 * Records there are must keep a new rule before it can hold: says how many values stand twice. Rules that
 * hold already are not asked again.
 */
export async function duplicatesOf(
  context: Context,
  object: string,
  rules: readonly UniqueRule[],
): Promise<Result<true>> {
  const known = new Set(
    (context.catalog.object(object)?.unique ?? []).map((rule) =>
      JSON.stringify([rule.fields, rule.fold ?? false]),
    ),
  );
  const byName = context.catalog.object(object)?.byName;
  for (const rule of rules) {
    const fields = rule.fields.flatMap((name) => byName?.[name] ?? []);
    if (known.has(JSON.stringify([rule.fields, rule.fold ?? false])) || fields.length !== rule.fields.length)
      continue;
    const keys = fields.map((field) =>
      rule.fold && FOLDED.includes(field.kind)
        ? `lower(normalize(${ident(field.name)}, nfkc))`
        : ident(field.name),
    );
    const [row] = await context.db.query<{ n: number }>({
      text: `select count(*)::int as n from (select 1 from ${tableOf(context.workspace, object)} where deleted_at is null and ${fields.map((field) => `${ident(field.name)} is not null`).join(" and ")} group by ${keys.join(", ")} having count(*) > 1 limit 1000) d`,
    });
    const params = { count: row?.n ?? 0 };
    const text = definitionMessages.duplicates;
    if (params.count > 0)
      return refuse({
        status: 409,
        code: "duplicates",
        text,
        params,
        reasons: [{ code: "duplicates", field: "unique", params, text }],
      });
  }
  return accept(true);
}
