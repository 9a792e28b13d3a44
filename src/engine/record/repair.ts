import { fits } from "../../shared/wire/fits.ts";
import { literal, object } from "../../shared/wire/schema.ts";
import type { FieldKind } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Context } from "../kernel/context.ts";
import { searchClass, searchFields } from "../query/search-entries.ts";
import { repairTotals } from "../totals/repair-totals.ts";
import { totalsDigest, totalsName } from "../totals/totals-ready.ts";
import { totalsShape } from "../schema/totals-shape.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { repairRollup } from "./repair-rollup.ts";
import type { Repaired } from "../kernel/mended.ts";
import { repairSearch } from "./repair-search.ts";

/** Raised whenever tokens are made otherwise, so that stored entries are made anew. */
const SEARCH_VERSION = 3;
/** Of these kinds entries are made of the words alone, which earlier releases did not. */
const PLAIN: Partial<Record<FieldKind, string>> = { rich_text: " plain" };
export const REPAIR = "engine.recount";

/** Something kept beside the records that a change of definitions makes wrong. */
interface Derived {
  readonly name: string;
  /** Of all that decides its values. */
  readonly digest: string;
  readonly from: CatalogObject;
  mend(context: Context): Promise<Repaired>;
}

/**
 * Compares everything that is derived from records with the records, and puts right what differs. May run
 * beside writers and again.
 */
export const repairAll = (context: Context): Promise<readonly Repaired[]> =>
  mendEach(context, derivedOf(context.catalog));

const EVERYTHING = object({ all: literal(true) });
/** The job: only what was defined otherwise since, or everything when the payload says `{all: true}`. */
export async function repairJob(context: Context, payload: unknown): Promise<void> {
  const report = await (fits(EVERYTHING, payload)
    ? repairAll(context)
    : mendEach(context, await staleOf(context)));
  const failed = report.filter((one) => one.failed !== undefined);
  if (failed.length > 0)
    throw new Error(
      `not repaired: ${failed.map(({ what, failed: why }) => `${what} (${why ?? ""})`).join("; ")}`,
    );
}

/**
 * After a change of definitions, by an administrator or a new version: fields that count or are searched for
 * old records too get their values by a job.
 */
export async function repairSoon(context: Context): Promise<void> {
  const stale = await staleOf(context);
  if (stale.length === 0) return;
  const [row] = await context.db.query<{ some: boolean }>({
    text: `select ${[...new Set(stale.map(({ from }) => `exists (select from ${tableOf(context.workspace, from.name)})`))].join(" or ")} as some`,
  });
  if (row?.some)
    await context.services.jobs.enqueue(
      REPAIR,
      {},
      { key: "stale", runAt: new Date(Date.now() + LONGEST_WRITE_MS) },
    );
  else await remember(context, stale);
}
/** Whoever writes by the old definitions has come to an end by then. */
const LONGEST_WRITE_MS = 2500;

function derivedOf(catalog: Catalog): readonly Derived[] {
  return [...catalog.objects.values()]
    .filter((object) => !object.ledger)
    .flatMap((object) => [...rollupsOf(catalog, object), ...searchOf(object), ...totalsIn(object)]);
}
function rollupsOf(catalog: Catalog, object: CatalogObject): Derived[] {
  return object.fields.flatMap((field): Derived[] => {
    if (field.kind !== "rollup" || field.hidden) return [];
    const child = catalog.object(field.object);
    const digest = JSON.stringify([
      field.object,
      field.via,
      field.fn,
      field.field ?? null,
      field.filter ?? null,
    ]);
    return child
      ? [
          {
            name: `${object.name}.${field.name}`,
            digest,
            from: child,
            mend: (context) => repairRollup(context, object, field),
          },
        ]
      : [];
  });
}
function searchOf(object: CatalogObject): Derived[] {
  const fields = searchFields(object);
  if (object.internal || fields.length === 0) return [];
  const digest = JSON.stringify([
    SEARCH_VERSION,
    ...fields.map((field) => `${field.name} ${searchClass(object, field)}${PLAIN[field.kind] ?? ""}`),
  ]);
  return [
    { name: `search:${object.name}`, digest, from: object, mend: (context) => repairSearch(context, object) },
  ];
}

function totalsIn(object: CatalogObject): Derived[] {
  const shape = totalsShape(object);
  return shape
    ? [
        {
          name: totalsName(object),
          digest: totalsDigest(shape),
          from: object,
          mend: (context) => repairTotals(context, object, shape),
        },
      ]
    : [];
}

/**
 * What is not kept by today's definitions; forgets what is no longer defined, so that it is counted should it
 * come back.
 */
async function staleOf(context: Context): Promise<readonly Derived[]> {
  const all = derivedOf(context.catalog);
  const table = systemTable(context.workspace, "derived_state");
  const rows = await context.db.query<{ name: string; digest: string }>({
    text: `select name, digest from ${table}`,
  });
  const known = new Map(rows.map((row) => [row.name, row.digest]));
  const defined = new Set(all.map(({ name }) => name));
  // A mark that something was done once is not about what is defined.
  const gone = [...known.keys()].filter((name) => !defined.has(name) && !name.startsWith("once:"));
  if (gone.length > 0)
    await context.db.query({ text: `delete from ${table} where name = any($1::text[])`, values: [gone] });
  return all.filter(({ name, digest }) => known.get(name) !== digest);
}

/**
 * One that cannot be repaired does not keep the others from it: it is reported with the reason, and tried
 * again the next time.
 */
async function mendEach(context: Context, all: readonly Derived[]): Promise<readonly Repaired[]> {
  const report: Repaired[] = [];
  for (const one of all) {
    const mended = await one.mend(context).catch((error: unknown): Repaired => ({
      what: one.name,
      checked: 0,
      wrong: 0,
      examples: [],
      failed: error instanceof Error ? error.message : String(error),
    }));
    report.push(mended);
    if (mended.failed === undefined) await remember(context, [one]);
  }
  return report;
}

const remember = (context: Context, all: readonly Derived[]): Promise<unknown> =>
  context.db.query({
    text: `insert into ${systemTable(context.workspace, "derived_state")} as d (name, digest) select * from unnest($1::text[], $2::text[]) on conflict (name) do update set digest = excluded.digest`,
    values: [all.map(({ name }) => name), all.map(({ digest }) => digest)],
  });
