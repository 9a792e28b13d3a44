import type { Reason } from "../../shared/metadata/reason.ts";
import { checkCatalog } from "../catalog/check-catalog.ts";
import { newNumberProblems } from "../catalog/check-numbers.ts";
import { newRollupProblems } from "../catalog/check-rollups.ts";
import { roadIn } from "../kernel/road-in.ts";
import { buildCatalog, type Layer } from "../catalog/build-catalog.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { loadLayer } from "../catalog/load-layer.ts";
import type { Context } from "../kernel/context.ts";
import { elevate } from "../kernel/elevate.ts";
import type { Operation } from "../kernel/save-request.ts";
import { repairSoon } from "../record/repair.ts";
import { save } from "../record/save.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { applySchema } from "../schema/apply.ts";
import { BUILD_INDEXES } from "./build-indexes.job.ts";
import { definitionMessages, refusedWith } from "./messages.ts";
import { brokenBy } from "./uses-of.ts";

/** What is to become of the definitions: the layer as it will be, and the records that make it so. */
export interface Draft {
  readonly layer: Layer;
  readonly operations: readonly Operation[];
  /** "account.hobby_c": faults there are named without it. */
  readonly place: string;
  /** Something is taken away: whatever is saved and names it refuses that. */
  readonly removes?: boolean;
  /** An object that goes with all that is its own. */
  readonly without?: string;
}
export type Drawn = (layer: Layer, version: number) => Promise<Result<Draft>>;

/**
 * The one way in which definitions change. One change after the other, in all processes: each is drawn from
 * what the one before left, checked as a whole, given its tables, then saved: what is saved always has its
 * columns.
 */
export async function commitDefinitions(context: Context, draw: Drawn): Promise<Result<Catalog>> {
  return alone(context, async () => {
    const { layer, version } = await loadLayer(context.db, context.workspace);
    const drawn = await draw(layer, version);
    if (!drawn.ok) return drawn;
    const { operations, place, removes, without } = drawn.value;
    const candidate = buildCatalog(version, context.shipped, {
      ...drawn.value.layer,
      stages: stagesOf(context.catalog),
    });
    const refused = await refusedBy(context, candidate, { place, removes: removes === true, without });
    if (refused) return refused;
    if (operations.length === 0) return accept(candidate);
    const later = await applySchema(context.db, context.workspace, candidate, { later: true });
    const saved = await save(
      {
        ...elevate(context, "definitions are written by their endpoints only"),
        ...(context.idempotency ? { idempotency: context.idempotency } : {}),
      },
      { operations, road: roadIn(context), mode: "all" },
    );
    const failed = saved.results.find((result) => !result.ok);
    if (failed && !failed.ok) return { ok: false, refusal: failed.refusal };
    if (later) await context.services.jobs.enqueue(BUILD_INDEXES, {}, { key: "definitions" });
    await repairSoon({ ...context, catalog: candidate });
    return accept(candidate);
  });
}

/** The same check without saving: what a change would meet. */
export async function tryDefinitions(context: Context, draw: Drawn): Promise<Result<Catalog>> {
  const { layer, version } = await loadLayer(context.db, context.workspace);
  const drawn = await draw(layer, version);
  if (!drawn.ok) return drawn;
  const candidate = buildCatalog(version, context.shipped, {
    ...drawn.value.layer,
    stages: stagesOf(context.catalog),
  });
  const { place, removes, without } = drawn.value;
  return (
    (await refusedBy(context, candidate, { place, removes: removes === true, without })) ?? accept(candidate)
  );
}

/** Stages belong to pipelines; the layer of definitions has none. */
export const stagesOf = (catalog: Catalog): NonNullable<Layer["stages"]> =>
  Object.fromEntries(
    [...catalog.objects.values()].flatMap((object) => {
      const field = object.stageField === undefined ? undefined : object.byName[object.stageField];
      return field?.kind === "stage" && field.options ? [[object.name, field.options] as const] : [];
    }),
  );

interface Asked {
  readonly place: string;
  readonly removes: boolean;
  readonly without: string | undefined;
}
export async function refusedBy(
  context: Context,
  candidate: Catalog,
  { place, removes, without }: Asked,
): Promise<Result<never> | null> {
  // What was wrong before (after an upgrade, say) is on a list of its own and hinders nobody from changing
  // something else.
  const before = new Set(checkCatalog(context.catalog).map(({ field, code }) => `${field} ${code}`));
  const wrong = [
    ...checkCatalog(candidate).filter(
      ({ field, code }) => isAt(field, place) || !before.has(`${field} ${code}`),
    ),
    ...newRollupProblems(candidate, context.catalog),
    ...newNumberProblems(candidate, context.catalog),
  ];
  const broken = removes ? await brokenBy(context, candidate, without) : [];
  const reasons = [...wrong.map((reason) => atPlace(reason, place)), ...broken];
  if (reasons.length === 0) return null;
  const isRemoval = removes && wrong.every(({ field }) => !isAt(field, place));
  const code = isRemoval ? "breaks" : "wrong";
  return refuse({
    status: isRemoval ? 409 : 422,
    code: isRemoval ? "in_use" : "wrong",
    text: definitionMessages[code],
    params: { count: reasons.length },
    reasons: reasons.slice(0, 50),
  });
}
const isAt = (field: string | undefined, place: string): boolean =>
  field === place || field?.startsWith(`${place}.`) === true;
/** "account.hobby_c.expression" is "expression" to whoever is editing the field. */
const atPlace = (reason: Reason, place: string): Reason =>
  reason.field?.startsWith(`${place}.`)
    ? { ...reason, field: reason.field.slice(place.length + 1) }
    : reason.field === place
      ? { ...reason, field: "name" }
      : reason;

const LONGEST_CHANGE_MS = 10 * 60_000;
const LONGEST_WAIT_MS = 20_000;
/** Holds the lock of definitions while `work` runs on other connections; whoever waits holds none. */
export async function alone<T>(
  { db, workspace }: Context,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  for (const began = Date.now(); Date.now() - began < LONGEST_WAIT_MS;) {
    const done = await db.transaction<{ readonly ran: Result<T> | null }>(
      async (tx) => {
        const [row] = await tx.query<{ mine: boolean }>({
          text: `select pg_try_advisory_xact_lock(hashtext('definitions:${workspace.schema}')) as mine`,
        });
        return { ran: row?.mine ? await work() : null };
      },
      { longer: LONGEST_CHANGE_MS },
    );
    if (done.ran) return done.ran;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return refusedWith(409, "busy");
}
