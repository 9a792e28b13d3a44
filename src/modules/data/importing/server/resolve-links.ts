import type { Executor } from "../../../../platform/db/database.ts";
import { type Context, groupBy, hasAbility } from "../../../../engine/public.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { splitMany } from "../shared/parse-choice.ts";
import { importReason, shown } from "../shared/reasons.labels.ts";
import type { LinkFinder, Lookup, Target } from "./find-links.ts";
import { withLines } from "./document-results.ts";
import type { LinesPlan } from "./mapping-plan.ts";
import { linkMissing } from "./link-missing.ts";
import type { LinkStep } from "./mapping-step.ts";
import type { ReadRow, WantedLink } from "./read-row.ts";
import { keyOf, type Scan } from "./scan-file.ts";
import { cellsOfLives, tellLife, type ImportedPast } from "./imported-past.ts";

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
  readonly unsure: readonly {
    readonly step: LinkStep;
    readonly cell: string;
    readonly candidates: readonly Target[];
  }[];
  /** Links that records of `wanted` will fill. */
  readonly wants: readonly WantedTarget[];
  /** What of it is left out. */
  readonly notes: readonly Reason[];
  /** The life that the row tells. */
  readonly told?: ImportedPast;
  /** Of a document: its lines. */
  readonly lines?: readonly LinkedLine[];
  /** The id of the file, where a new record may keep it. */
  readonly ownId?: string | undefined;
}
export interface LinkedLine {
  readonly list: LinesPlan;
  readonly row: LinkedRow;
}
export interface ResolveRequest {
  readonly db: Executor;
  readonly context: Context;
  readonly finder: LinkFinder;
  readonly scan: Scan;
  readonly newId: () => string;
  /**
   * later: rows that refer to later rows wait. trust: such links are taken as good (dry run). never: nothing
   * is left to wait for.
   */
  readonly mode: "later" | "trust" | "never";
}
interface Answers {
  readonly byStep: ReadonlyMap<LinkStep, ReadonlyMap<string, Lookup>>;
  readonly wanted: Map<string, WantedTarget>;
}

/** Asks for all links of the rows at once, then settles each row. */
export async function resolveLinks(
  request: ResolveRequest,
  rows: readonly ReadRow[],
): Promise<readonly LinkedRow[]> {
  const cells = new Map<LinkStep, Set<string>>();
  const ask = (step: LinkStep, more: Iterable<string>): void => {
    const known = cells.get(step) ?? new Set();
    for (const cell of more) known.add(cell);
    cells.set(step, known);
  };
  const all = rows.flatMap((row) => [row, ...(row.lines ?? []).map((line) => line.row)]);
  for (const { links } of all) for (const link of links) ask(link.step, [...link.cells, ...partsIn(link)]);
  for (const [step, more] of cellsOfLives(all)) ask(step, more);
  const byStep = new Map<LinkStep, ReadonlyMap<string, Lookup>>();
  for (const [step, wanted] of cells)
    byStep.set(
      step,
      await request.finder.find({ db: request.db, context: request.context }, step, [...wanted]),
    );
  const answers: Answers = { byStep, wanted: new Map() };
  return rows.map((row) =>
    withLines(
      settleRow(request, answers, row),
      (row.lines ?? []).map(({ list, row: line }) => ({ list, row: settleRow(request, answers, line) })),
    ),
  );
}

/** The names that cells which may name several hold, where they are more than one. */
const partsIn = ({ step, cells }: WantedLink): readonly string[] => {
  const parts = step.severalInOne ? cells.flatMap(splitMany) : [];
  return parts.length > 1 ? parts : [];
};
/** A cell that names a record as it stands is that record; else what it names one after the other. */
function namedIn(answers: Answers, link: WantedLink): readonly string[] {
  const parts = partsIn(link);
  const isOne = link.cells.some(
    (cell) => (answers.byStep.get(link.step)?.get(cell)?.is ?? "missing") !== "missing",
  );
  return parts.length === 0 || isOne ? link.cells : parts;
}

function settleRow(request: ResolveRequest, answers: Answers, row: ReadRow): LinkedRow {
  const draft = {
    values: { ...row.values },
    reasons: [...row.reasons],
    waits: false,
    notes: [] as Reason[],
    unsure: [] as LinkedRow["unsure"][number][],
    wants: [] as WantedTarget[],
  };
  for (const ways of groupBy(row.links, ({ step }) => step.field.name).values()) {
    const link = surestWay(request, answers, ways);
    const { step } = link;
    const ids: WireValue[] = [];
    for (const cell of namedIn(answers, link)) {
      const settled = settleCell(request, answers, step, cell);
      if (settled.unsure) draft.unsure.push({ step, cell, candidates: settled.unsure });
      if (settled.is === "link") ids.push(linkValue(step, settled.target));
      else if (settled.is === "refused") draft.reasons.push(settled.reason);
      else if (settled.is === "waits") draft.waits = true;
      if (settled.is === "empty" && step.missing === "empty" && request.mode !== "trust")
        draft.notes.push(linkMissing("link_left_empty", step, cell, objectOf(request)));
      if (settled.is === "link" && settled.wanted) draft.wants.push(settled.wanted);
    }
    if (step.many || ids.length > 1) draft.values[step.field.name] = ids;
    else if (ids[0] !== undefined) draft.values[step.field.name] = ids[0];
  }
  const told = row.life && tellLife(row.life, answers.byStep, hasAbility(request.context, "settings.manage"));
  return { row, ...draft, ...(told ? { told } : {}) };
}

/** Of an id and the name beside it: the id where it is known here, or will be, else the name. */
function surestWay(request: ResolveRequest, answers: Answers, ways: readonly WantedLink[]): WantedLink {
  const [first, second] = ways.toSorted(
    (a, b) => Number(b.step.by[0] === "id") - Number(a.step.by[0] === "id"),
  );
  if (!first) throw new Error("a link has no column");
  if (!second) return first;
  const isKnown = (cell: string): boolean =>
    answers.byStep.get(first.step)?.get(cell)?.is === "found" ||
    (request.mode !== "never" && isInFile(request, first.step, cell));
  return namedIn(answers, first).every(isKnown) ? first : second;
}
const isInFile = ({ scan }: ResolveRequest, step: LinkStep, cell: string): boolean =>
  step.targets.includes(scan.object) && step.by.some((by) => scan.keys.has(keyOf(by, cell)));
const linkValue = (step: LinkStep, target: Pick<Target, "object" | "id">): WireValue =>
  step.field.kind === "links" || (step.targets.length > 1 && step.field.kind === "link")
    ? { object: target.object, id: target.id }
    : target.id;

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
    return step.missing === "empty"
      ? { is: "empty", unsure: lookup.candidates }
      : { is: "refused", reason, unsure: lookup.candidates };
  }
  const isLater = isInFile(request, step, cell);
  if (isLater && request.mode !== "never") return { is: request.mode === "later" ? "waits" : "empty" };
  const missing = step.created.has(fold(cell.trim())) ? "create" : step.missing;
  const unsure = lookup.near.length > 0 && missing === step.missing ? { unsure: lookup.near } : {};
  if (missing === "empty") return { is: "empty", ...unsure };
  if (isLater)
    return { is: "refused", reason: importReason("circular_reference", { cell: shown(cell) }, field) };
  if (missing === "create") {
    const wanted = wantTarget(request, answers, step, cell);
    return { is: "link", target: { object: step.targets[0] ?? "", id: wanted.id }, wanted, ...unsure };
  }
  const [near] = lookup.near;
  const reason = near
    ? linkMissing("link_near", step, cell, objectOf(request), near.title)
    : linkMissing("link_missing", step, cell, objectOf(request));
  return { is: "refused", reason, unsure: lookup.near };
}

const objectOf =
  ({ context }: ResolveRequest) =>
  (name: string) =>
    context.catalog.object(name);

/** One new record per name and target, whatever column names it. */
function wantTarget(request: ResolveRequest, answers: Answers, step: LinkStep, cell: string): WantedTarget {
  const key = `${step.targets[0]}\0${fold(cell)}`;
  const known = answers.wanted.get(key);
  if (known) return known;
  const wanted: WantedTarget = { step, cell, id: request.newId() };
  answers.wanted.set(key, wanted);
  return wanted;
}
