import { ident, type Transaction } from "../../platform/db/database.ts";
import { fold } from "../../shared/text/fold.ts";
import type { CatalogObject, UniqueRule, Values } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Context } from "../context.ts";
import { Params } from "../query/params.ts";
import { columnsOf, tableOf } from "../schema/names.ts";
import { type Item, refuseItem } from "./batch.ts";
import { recordMessages } from "./messages.ts";

const EXTERNAL: UniqueRule = { fields: ["source_system", "external_id"] };

/** Values that must be unique are looked up before writing; the unique index stands behind it for races. */
export async function checkUnique(tx: Transaction, context: Context, object: CatalogObject, items: readonly Item[]): Promise<void> {
  for (const rule of [EXTERNAL, ...(object.unique ?? [])]) {
    const concerned = items.filter(
      (item) => (item.operation.op === "restore" || rule.fields.some((name) => item.changed.has(name))) && keyOf(rule, item.after) !== null,
    );
    if (concerned.length === 0) continue;
    const taken = await findTaken(tx, context, object, rule, concerned);
    for (const item of concerned) {
      const key = keyOf(rule, item.after) ?? "";
      const holder = taken.get(key);
      if (holder && holder !== item.id)
        refuseItem(item, {
          status: 409,
          code: "duplicate",
          text: recordMessages.duplicate,
          params: { fields: labels(object, rule) },
          reasons: [reasonFor(object, rule)],
        });
      else taken.set(key, item.id);
    }
  }
}

function keyOf(rule: UniqueRule, values: Values): string | null {
  const last = rule.fields.at(-1) ?? "";
  const isEmpty = (name: string) => values[name] === null || values[name] === undefined;
  if (rule === EXTERNAL ? !values[last] : (rule.with_empty ? [last] : rule.fields).some(isEmpty)) return null;
  return JSON.stringify(rule.fields.map((name) => (isEmpty(name) ? "" : rule.fold ? fold(String(values[name])) : values[name])));
}
const labels = (object: CatalogObject, rule: UniqueRule): string => rule.fields.map((name) => object.byName[name]?.label["zh-CN"] ?? name).join("、");
/** The violation as a reason on the field that a person would change. */
export function reasonFor(object: CatalogObject, rule: UniqueRule): Reason {
  const name = rule.fields.at(-1) ?? "";
  const word = (language: "zh-CN" | "en") =>
    recordMessages.duplicate[language].replace(
      "{fields}",
      rule === EXTERNAL
        ? (object.byName["external_id"]?.label[language] ?? "")
        : rule.fields.map((one) => object.byName[one]?.label[language] ?? one).join(language === "en" ? ", " : "、"),
    );
  return { code: "duplicate", field: name, text: { "zh-CN": word("zh-CN"), en: word("en") } };
}

async function findTaken(tx: Transaction, context: Context, object: CatalogObject, rule: UniqueRule, items: readonly Item[]): Promise<Map<string, string>> {
  const params = new Params();
  const rows = items.map((item) => Object.fromEntries(rule.fields.map((name) => [name, item.after[name] ?? null])));
  const columns = rule.fields.map((name) => `${ident(name)} ${typeOf(object, name)}`).join(", ");
  const equal = rule.fields.map((name) => matches(object, rule, name)).join(" and ");
  const shown = rule.fields.map((name) => `t.${ident(name)}`).join(", ");
  const found = await tx.query<Values & { id: string }>({
    text: `select t.id, ${shown} from ${tableOf(context.workspace, object.name)} t join jsonb_to_recordset(${params.add(JSON.stringify(rows), "jsonb")}) as w(${columns}) on ${equal} where t.deleted_at is null`,
    values: params.values,
  });
  return new Map(found.map((row) => [keyOf(rule, row) ?? "", row.id]));
}
function typeOf(object: CatalogObject, name: string): string {
  const field = object.byName[name];
  return (field ? columnsOf(field)[0]?.type : undefined) ?? "text";
}
function matches(object: CatalogObject, rule: UniqueRule, name: string): string {
  const column = ident(name);
  if (rule === EXTERNAL) return name === "source_system" ? `coalesce(t.${column}, '') = coalesce(w.${column}, '')` : `t.${column} = w.${column}`;
  if (rule.fold && typeOf(object, name) === "text") return `lower(normalize(t.${column}, nfkc)) = lower(normalize(w.${column}, nfkc))`;
  return rule.with_empty && name !== rule.fields.at(-1) ? `t.${column} is not distinct from w.${column}` : `t.${column} = w.${column}`;
}
