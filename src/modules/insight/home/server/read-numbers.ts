import {
  type CallOf,
  type Context,
  type Result,
  accept,
  fieldRight,
  list,
  objectOf,
} from "../../../../engine/public.ts";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import type { CallNumber, readCallNumbers } from "../shared/home.contract.ts";

interface Callee {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}
type Callees = ReadonlyMap<string, Callee>;

/**
 * Whom to call about records: themselves where they have a number, a deal's main contact. What the caller may
 * not see, and a number that is masked to them, is not among the answers.
 */
export async function readNumbers(
  context: Context,
  { query: { about } }: CallOf<typeof readCallNumbers>,
): Promise<Result<{ data: CallNumber[] }>> {
  const asked = new Map<string, string[]>();
  for (const pair of about.split(",").filter(Boolean)) {
    const [object = "", id = ""] = pair.split(":");
    asked.set(object, [...(asked.get(object) ?? []), id]);
  }
  const found: CallNumber[] = [];
  for (const [name, ids] of asked) {
    const object = objectOf(context, name);
    if (!object.ok) return object;
    const callees = await (name === opportunity.name
      ? contactsOfDeals(context, ids)
      : withNumbers(context, object.value, ids));
    if (!callees.ok) return callees;
    for (const [id, callee] of callees.value)
      found.push({ object: name, id, name: callee.name, phone: callee.phone });
  }
  return accept({ data: found });
}

async function withNumbers(
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
): Promise<Result<Callees>> {
  const right = (name: string) => fieldRight(context, object, name);
  const phones = object.fields
    .filter((field) => field.kind === "phone" && !field.hidden)
    .map(({ name }) => name)
    .filter((name) => right(name) === "read" || right(name) === "edit");
  if (phones.length === 0 || ids.length === 0) return accept(new Map());
  const rows = await list(context, {
    object: object.name,
    ids: [...new Set(ids)],
    fields: [object.title, ...phones],
    limit: ids.length,
  });
  if (!rows.ok) return rows;
  const called = rows.value.data.flatMap((row): Callee[] => {
    const phone = phones.map((name) => textIn(row, name)).find(Boolean);
    const id = partOf(anyRecord, row).id;
    return phone && id ? [{ id, name: textIn(row, object.title), phone }] : [];
  });
  return accept(new Map(called.map((callee) => [callee.id, callee])));
}

/** By deal: its main contact. */
async function contactsOfDeals(context: Context, ids: readonly string[]): Promise<Result<Callees>> {
  const contacts = objectOf(context, "contact");
  if (!contacts.ok) return contacts;
  const deals = await list(context, {
    object: opportunity.name,
    ids: [...new Set(ids)],
    fields: ["contact"],
    limit: ids.length,
  });
  if (!deals.ok) return deals;
  const contactOf = new Map<string, string>();
  for (const row of deals.value.data) {
    const { id, contact } = partOf(opportunity, row);
    if (id && contact) contactOf.set(id, contact);
  }
  const callees = await withNumbers(context, contacts.value, [...contactOf.values()]);
  if (!callees.ok) return callees;
  return accept(
    new Map(
      [...contactOf].flatMap(([deal, contact]) => {
        const callee = callees.value.get(contact);
        return callee ? [[deal, callee] as const] : [];
      }),
    ),
  );
}

const textIn = (row: Values, name: string): string => {
  const value = row[name];
  return typeof value === "string" ? value : "";
};
