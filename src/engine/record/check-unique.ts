import { ident, type Transaction } from "../../platform/db/database.ts";
import type { Label, Language } from "../../shared/i18n/label.ts";
import { say } from "../../shared/i18n/messages.ts";
import { maskTitle } from "../../shared/text/mask-title.ts";
import { fold } from "../../shared/text/fold.ts";
import type { CatalogObject, UniqueRule, Values, WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import type { Context } from "../kernel/context.ts";
import { accessPredicate } from "../access/predicate.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import { Params } from "../kernel/params.ts";
import { columnsOf, tableOf } from "../schema/names.ts";
import { type Item, refuseItem } from "./batch.ts";
import { recordMessages } from "./messages.ts";

const EXTERNAL: UniqueRule = { fields: ["source_system", "external_id"] };

/** Values that must be unique are looked up before writing; the unique index stands behind it for races. */
export async function checkUnique(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
): Promise<void> {
  for (const rule of [EXTERNAL, ...(object.unique ?? [])]) {
    const concerned = items.filter(
      (item) =>
        (item.operation.op === "restore" || rule.fields.some((name) => item.changed.has(name))) &&
        keyOf(rule, item.after) !== null,
    );
    if (concerned.length === 0) continue;
    const taken = await findTaken(tx, context, object, rule, concerned);
    for (const item of concerned) {
      const key = keyOf(rule, item.after) ?? "";
      const holder = taken.get(key);
      if (holder && holder.id !== item.id) refuseItem(item, heldBy(context, object, rule, holder));
      else taken.set(key, { id: item.id, title: null, owner: null, seen: true });
    }
  }
}

function keyOf(rule: UniqueRule, values: Values): string | null {
  const last = rule.fields.at(-1) ?? "";
  const isEmpty = (name: string) => values[name] === null || values[name] === undefined;
  if (rule === EXTERNAL ? !values[last] : (rule.with_empty ? [last] : rule.fields).some(isEmpty)) return null;
  return JSON.stringify(
    rule.fields.map((name) =>
      isEmpty(name) ? "" : rule.fold ? fold(String(values[name])) : keptOf(values[name]),
    ),
  );
}
/** Of a link to one of several objects the column keeps the id. */
const keptOf = (value: WireValue | undefined): WireValue =>
  value !== null && typeof value === "object" && "id" in value ? (value.id ?? null) : (value ?? null);

/**
 * Who has the value already. Title and owner are null for a record of the same batch; the title is masked
 * where the caller may not see it.
 */
interface Holder {
  readonly id: string;
  readonly title: string | null;
  readonly owner: string | null;
  readonly seen: boolean;
}

function heldBy(context: Context, object: CatalogObject, rule: UniqueRule, holder: Holder) {
  // To someone who may not see a field it does not exist.
  if (rule.fields.some((name) => fieldRight(context, object, name) === "hidden"))
    return {
      status: 409,
      code: "duplicate",
      text: recordMessages.taken,
      reasons: [{ code: "duplicate", text: recordMessages.taken }],
    } as const;
  const candidate = {
    object: object.name,
    id: holder.seen ? holder.id : null,
    title: holder.title,
    owner_name: holder.owner,
  };
  const text = wordOf(object, rule, holder);
  return {
    status: 409,
    code: "duplicate",
    text,
    reasons: [reasonFor(object, rule, holder)],
    extra: holder.title === null ? {} : { candidates: [candidate] },
  } as const;
}

/** The violation as a reason on the field that a person would change. */
export function reasonFor(object: CatalogObject, rule: UniqueRule, holder?: Holder): Reason {
  return { code: "duplicate", field: rule.fields.at(-1) ?? "", text: wordOf(object, rule, holder) };
}

function wordOf(object: CatalogObject, rule: UniqueRule, holder?: Holder): Label {
  const { title = null, owner = null } = holder ?? {};
  const message =
    title === null ? recordMessages.duplicate : owner === null ? recordMessages.held : recordMessages.held_by;
  const word = (language: Language) => {
    const names = rule === EXTERNAL ? ["external_id"] : rule.fields;
    const fields = names
      .map((one) => object.byName[one]?.label[language] ?? one)
      .join(language === "en" ? ", " : "、");
    return say(message, language, { fields, title, owner });
  };
  return { "zh-CN": word("zh-CN"), en: word("en") };
}

async function findTaken(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  rule: UniqueRule,
  items: readonly Item[],
): Promise<Map<string, Holder>> {
  const params = new Params();
  const rows = items.map((item) =>
    Object.fromEntries(rule.fields.map((name) => [name, keptOf(item.after[name])])),
  );
  const columns = rule.fields.map((name) => `${ident(name)} ${typeOf(object, name)}`).join(", ");
  const equal = rule.fields.map((name) => matches(object, rule, name)).join(" and ");
  const shown = rule.fields.map((name) => `t.${ident(name)}`).join(", ");
  const title = object.byName[object.title];
  const told = [
    `${title && columnsOf(title).length > 0 && title.name !== "id" && targetsOf(title).length === 0 ? `t.${ident(title.name)}::text` : "null::text"} as "$title"`,
    `(${accessPredicate(context, object, "read", "t", params)}) as "$seen"`,
    `(select u.name from ${tableOf(context.workspace, "user")} u where u.id = t.owner) as "$owner"`,
  ].join(", ");
  const found = await tx.query<
    Values & { id: string; $title: string | null; $seen: boolean; $owner: string | null }
  >({
    ...params.statement(
      `select t.id, ${shown}, ${told} from ${tableOf(context.workspace, object.name)} t join jsonb_to_recordset(${params.add(JSON.stringify(rows), "jsonb")}) as w(${columns}) on ${equal} where t.deleted_at is null`,
    ),
  });
  // Whoever enters a value of the company's business learns that it is taken and by whom; of anything else
  // only that it is taken.
  const isTold = object.sharing === "owner";
  const rightOn = (name: string) => fieldRight(context, object, name);
  const titleRight = rightOn(object.title);
  const knowsOwner = isReadable(rightOn("owner"));
  // A value that the caller may not read was not entered by them: it comes back with its record, and who else
  // has it is not told.
  const isUnreadable = rule.fields.some((name) => !isReadable(rightOn(name)));
  return new Map(
    found.map((row) => {
      const { $title: name, $seen: seen } = row;
      const isSilent = name === null || isUnreadable || (!seen && !isTold) || titleRight === "hidden";
      const title = isSilent ? null : seen && isReadable(titleRight) ? name : maskTitle(name);
      return [
        keyOf(rule, row) ?? "",
        { id: row.id, title, owner: title === null || !knowsOwner ? null : row.$owner, seen },
      ];
    }),
  );
}
function typeOf(object: CatalogObject, name: string): string {
  const field = object.byName[name];
  return (field ? columnsOf(field)[0]?.type : undefined) ?? "text";
}
function matches(object: CatalogObject, rule: UniqueRule, name: string): string {
  const column = ident(name);
  if (rule === EXTERNAL)
    return name === "source_system"
      ? `coalesce(t.${column}, '') = coalesce(w.${column}, '')`
      : `t.${column} = w.${column}`;
  if (rule.fold && typeOf(object, name) === "text")
    return `lower(normalize(t.${column}, nfkc)) = lower(normalize(w.${column}, nfkc))`;
  return rule.with_empty && name !== rule.fields.at(-1)
    ? `t.${column} is not distinct from w.${column}`
    : `t.${column} = w.${column}`;
}
