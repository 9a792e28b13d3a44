import {
  type Context,
  type Operation,
  type Outcome,
  type RefusedRecord,
  creating,
  newId,
  refusedRecord,
  saveIn,
  statement,
  updating,
} from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { company } from "../../../../objects/system/company/company.object.ts";
import { department } from "../../../../objects/system/department/department.object.ts";
import { unnamedCompany } from "../../../base/identity/public.ts";
import { isDemoCompany, ownCompany } from "./demo-company.ts";
import { DEMO_SYSTEM } from "./demo-mark.ts";
import {
  addedRecords,
  demoRecords,
  FIRST_ID,
  type Owned,
  ownedByDemo,
  REMOVED_IN_ORDER,
} from "./demo-records.ts";

/** Where the removal is: what is done first, then objects in their order, behind a record's id. */
export interface RemovalPosition {
  readonly step: string;
  readonly after: string;
}
export interface Removal {
  readonly job: string;
  readonly withAdded: boolean;
}
type Done = Outcome<RemovalPosition>;

const STEPS: readonly string[] = ["house", "owned", "added", ...REMOVED_IN_ORDER, "end"];
const at = (step: string, after = FIRST_ID): RemovalPosition => ({ step, after });
const nextTo = (step: string): RemovalPosition => at(STEPS[STEPS.indexOf(step) + 1] ?? "end");

/** One part of taking the demo company out again. */
export async function takeOutPart(
  tx: Transaction,
  context: Context,
  removal: Removal,
  position: RemovalPosition | null,
  size: number,
): Promise<Done> {
  const { step, after } = position ?? at("house");
  if (step === "house") return house(tx, context, removal);
  if (step === "owned") return takeOver(tx, context, removal, size);
  if (step === "added") return removeAdded(tx, context, removal, size);
  if (step === "end") return end(tx, context, removal);
  return removeRecords(tx, context, removal, { step, after, size });
}

/** A company that the demo gave its name to, and people whom it housed, have a place of their own first. */
async function house(tx: Transaction, context: Context, removal: Removal): Promise<Done> {
  const operations: Operation[] = [];
  const [found] = await tx.query(ownCompany(context.workspace));
  const name = unnamedCompany(context.company.language);
  if (found && isDemoCompany(found.name)) operations.push(updating(company, found.id, { name }));
  if (!(await ownTop(tx, context))) {
    const called = found && !isDemoCompany(found.name) ? found.name : name;
    operations.push(creating(department, { name: called }, { id: newId() }));
  }
  const places = await demoRecords(tx, context, "department", FIRST_ID, MOST_PLACES);
  // Heads and departments hold each other back.
  operations.push(...places.map((id) => updating(department, id, { head: null })));
  return { position: nextTo("house"), done: 0, refused: await write(tx, context, removal, operations) };
}
const MOST_PLACES = 500;
export const firstOwnTop = statement(
  { id: uuid },
  ({ record }) =>
    sql`select id from ${record("department")} where parent is null and deleted_at is null and source_system is distinct from ${DEMO_SYSTEM} order by id limit 1`,
);
async function ownTop(tx: Transaction, { workspace }: Context): Promise<string | null> {
  const [row] = await tx.query(firstOwnTop(workspace));
  return row?.id ?? null;
}

/** What demo people own of the company's goes to whoever removes the demo. */
async function takeOver(tx: Transaction, context: Context, removal: Removal, size: number): Promise<Done> {
  const owned = await ownedByDemo(tx, context, size);
  const home = await ownTop(tx, context);
  const fields = new Map<string, Owned[]>();
  for (const one of owned) fields.set(one.id, [...(fields.get(one.id) ?? []), one]);
  const operations = [...fields.values()].flatMap((list): Operation[] => {
    const [first] = list;
    const values = Object.fromEntries(list.map((one) => [one.field, successor(context, one, home)]));
    return first ? [{ op: "update", object: first.object, id: first.id, values }] : [];
  });
  const refused = await write(tx, context, removal, operations);
  // What is refused would be found again; the people that it names stay with it.
  const isOver = owned.length < size || refused.length === operations.length;
  return { position: isOver ? nextTo("owned") : at("owned"), done: 0, refused };
}
/** The same for whoever must be named; else the field is emptied. */
function successor({ catalog, principal }: Context, { object, field, names }: Owned, home: string | null) {
  const known = catalog.object(object)?.byName[field];
  if (names === "department") return known?.required || known?.system ? home : null;
  return known?.required || field === "owner" ? principal.id : null;
}

async function removeAdded(tx: Transaction, context: Context, removal: Removal, size: number): Promise<Done> {
  if (!removal.withAdded) return { position: nextTo("added"), done: 0, refused: [] };
  const added = await addedRecords(tx, context, size);
  const records = new Map(added.map((one) => [one.id, one]));
  const refused = await write(
    tx,
    context,
    removal,
    [...records.values()].map(({ object, id }): Operation => ({ op: "delete", object, id })),
  );
  const isOver = added.length < size || refused.length === records.size;
  return { position: isOver ? nextTo("added") : at("added"), done: 0, refused };
}

/** Records that people's own hang on stay with them, unless those go, too. */
async function removeRecords(
  tx: Transaction,
  context: Context,
  removal: Removal,
  { step, after, size }: RemovalPosition & { readonly size: number },
): Promise<Done> {
  const ids = await demoRecords(tx, context, step, after, size);
  const last = ids.at(-1);
  if (last === undefined) return { position: nextTo(step), done: 0, refused: [] };
  const used = new Set((await addedRecords(tx, context, MOST_USED, [step])).map(({ target }) => target));
  const going = ids.filter((id) => !used.has(id) && id !== context.principal.id);
  const refused = await write(
    tx,
    context,
    removal,
    going.map((id): Operation => ({ op: "delete", object: step, id, retract: true })),
  );
  return { position: at(step, last), done: ids.length - refused.length, refused };
}
const MOST_USED = 5000;

export const markedRoot = statement(
  { id: uuid },
  ({ record }) =>
    sql`select id from ${record("department")} where source_system = ${DEMO_SYSTEM} and external_id is not null and deleted_at is null`,
);
/** A first department that somebody's own record keeps is no demo company any more. */
async function end(tx: Transaction, context: Context, removal: Removal): Promise<Done> {
  const roots = await tx.query(markedRoot(context.workspace));
  const operations = roots.map(({ id }) => updating(department, id, { external_id: null }));
  return { position: null, done: 0, refused: await write(tx, context, removal, operations) };
}

async function write(
  tx: Transaction,
  context: Context,
  { job }: Removal,
  operations: readonly Operation[],
): Promise<readonly RefusedRecord[]> {
  if (operations.length === 0) return [];
  const { results } = await saveIn(tx, context, {
    operations,
    road: "bulk",
    mode: "each",
    cause: { object: "job", id: job },
  });
  return results.flatMap((result) =>
    result.ok ? [] : [refusedRecord(context, result.id ?? "", result.refusal)],
  );
}
