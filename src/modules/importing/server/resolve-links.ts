import type { Executor } from "../../../platform/db/database.ts";
import type { Context } from "../../../engine/context.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import { fold } from "../../../shared/text/fold.ts";
import { importReason, shown } from "../shared/reasons.labels.ts";
import type { LinkFinder, Lookup, Target } from "./find-links.ts";
import type { LinkStep } from "./mapping-plan.ts";
import type { ReadRow } from "./read-row.ts";
import { keyOf, type Scan } from "./scan-file.ts";

/** A linked record to be made with the batch, once for all rows that name it. */
export interface WantedTarget {
  readonly step: LinkStep;
  readonly cell: string;
  readonly id: string;
}
export interface LinkedRow {
  readonly row: ReadRow;
  readonly values: Values;
  readonly reasons: readonly Reason[];
  /** Refers to a row of this file that is not written yet. */
  readonly waits: boolean;
  /** Cells that were not found, with the names that are near. */
  readonly unsure: readonly { readonly step: LinkStep; readonly cell: string; readonly candidates: readonly Target[] }[];
  /** Links that records of `wanted` will fill. */
  readonly wants: readonly WantedTarget[];
}
export interface ResolveRequest {
  readonly db: Executor;
  readonly context: Context;
  readonly finder: LinkFinder;
  readonly scan: Scan;
  readonly newId: () => string;
  /**
   * later: rows that refer to later rows wait. trust: such links are taken as good (dry run). never: nothing is left to wait for.
   */
  readonly mode: "later" | "trust" | "never";
}
interface Answers {
  readonly byStep: ReadonlyMap<LinkStep, ReadonlyMap<string, Lookup>>;
  readonly wanted: Map<string, WantedTarget>;
}

/** Asks for all links of the rows at once, then settles each row. */
export async function resolveLinks(request: ResolveRequest, rows: readonly ReadRow[]): Promise<readonly LinkedRow[]> {
  const cells = new Map<LinkStep, Set<string>>();
  for (const { links } of rows) for (const link of links) cells.set(link.step, new Set([...(cells.get(link.step) ?? []), ...link.cells]));
  const byStep = new Map<LinkStep, ReadonlyMap<string, Lookup>>();
  for (const [step, wanted] of cells) byStep.set(step, await request.finder.find({ db: request.db, context: request.context }, step, [...wanted]));
  const answers: Answers = { byStep, wanted: new Map() };
  return rows.map((row) => settleRow(request, answers, row));
}

function settleRow(request: ResolveRequest, answers: Answers, row: ReadRow): LinkedRow {
  const draft = {
    values: { ...row.values },
    reasons: [...row.reasons],
    waits: false,
    unsure: [] as LinkedRow["unsure"][number][],
    wants: [] as WantedTarget[],
  };
  for (const { step, cells } of row.links) {
    const ids: WireValue[] = [];
    for (const cell of cells) {
      const settled = settleCell(request, answers, step, cell);
      if (settled.unsure) draft.unsure.push({ step, cell, candidates: settled.unsure });
      if (settled.is === "link") ids.push(linkValue(step, settled.target));
      else if (settled.is === "refused") draft.reasons.push(settled.reason);
      else if (settled.is === "waits") draft.waits = true;
      if (settled.is === "link" && settled.wanted) draft.wants.push(settled.wanted);
    }
    if (step.many) draft.values[step.field.name] = ids;
    else if (ids[0] !== undefined) draft.values[step.field.name] = ids[0];
  }
  return { row, ...draft };
}
const linkValue = (step: LinkStep, target: Pick<Target, "object" | "id">): WireValue =>
  step.targets.length > 1 && step.field.kind === "link" ? { object: target.object, id: target.id } : target.id;

type Settled = { readonly unsure?: readonly Target[] } & (
  | { readonly is: "link"; readonly target: Pick<Target, "object" | "id">; readonly wanted?: WantedTarget }
  | { readonly is: "refused"; readonly reason: Reason }
  | { readonly is: "empty" | "waits" }
);

function settleCell(request: ResolveRequest, answers: Answers, step: LinkStep, cell: string): Settled {
  const lookup = answers.byStep.get(step)?.get(cell) ?? { is: "missing", near: [] };
  if (lookup.is === "found") return { is: "link", target: lookup.target };
  const field = step.field.name;
  if (lookup.is === "ambiguous") {
    const reason = importReason("link_ambiguous", { cell: shown(cell), count: lookup.count }, field);
    // A third of the same name would help nobody: ambiguous is refused where missing would create.
    return step.missing === "empty" ? { is: "empty", unsure: lookup.candidates } : { is: "refused", reason, unsure: lookup.candidates };
  }
  const isInFile = step.targets.includes(request.scan.object) && step.by.some((by) => request.scan.keys.has(keyOf(by, cell)));
  if (isInFile && request.mode !== "never") return { is: request.mode === "later" ? "waits" : "empty" };
  const missing = step.created.has(fold(cell.trim())) ? "create" : step.missing;
  const unsure = lookup.near.length > 0 && missing === step.missing ? { unsure: lookup.near } : {};
  if (missing === "empty") return { is: "empty", ...unsure };
  if (isInFile) return { is: "refused", reason: importReason("circular_reference", { cell: shown(cell) }, field) };
  if (missing === "create") {
    const wanted = wantTarget(request, answers, step, cell);
    return { is: "link", target: { object: step.targets[0] ?? "", id: wanted.id }, wanted, ...unsure };
  }
  const [near] = lookup.near;
  const reason = near ? importReason("link_near", { cell: shown(cell), near: near.title }, field) : importReason("link_missing", { cell: shown(cell) }, field);
  return { is: "refused", reason, unsure: lookup.near };
}

/** One new record per name and target, whatever column names it. */
function wantTarget(request: ResolveRequest, answers: Answers, step: LinkStep, cell: string): WantedTarget {
  const key = `${step.targets[0]}\0${fold(cell)}`;
  const known = answers.wanted.get(key);
  if (known) return known;
  const wanted: WantedTarget = { step, cell, id: request.newId() };
  answers.wanted.set(key, wanted);
  return wanted;
}
