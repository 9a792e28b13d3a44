import type { Transaction } from "../../../platform/db/database.ts";
import type { Operation, OperationResult, PastState } from "../../../engine/record/contract.ts";
import { saveIn } from "../../../engine/record/save.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { CellMarks } from "../shared/cell-mark.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import { importReason, shown } from "../shared/reasons.labels.ts";
import type { RowOutcome } from "../shared/run.contract.ts";
import { buildOperation, type OnRecord } from "./build-operation.ts";
import { matchKey, type Matched } from "./find-matches.ts";
import { matchRows } from "./match-rows.ts";
import { askOfCells, askOfEmpty } from "./ask-questions.ts";
import { optionCandidates, type Questions } from "./questions.ts";
import { followerResults, refusedLine } from "./document-results.ts";
import { planLines, type PlannedLine, type PlannedLines } from "./plan-lines.ts";
import { readDocument } from "./read-document.ts";
import { type LinkedRow, resolveLinks, type ResolveRequest, type WantedTarget } from "./resolve-links.ts";
import type { Running } from "./running.ts";
import type { SheetRow } from "./sheet.ts";

/** What became of one row. */
export interface RowResult {
  readonly number: number;
  readonly cells: readonly string[];
  readonly marks?: CellMarks | undefined;
  readonly outcome: RowOutcome;
  readonly record: string | null;
  /** Why it failed; of a row that was written, what of it could not be kept. */
  readonly reasons: readonly Reason[];
  readonly values: Readonly<Record<string, WireValue>>;
  /** The history that the row tells. */
  readonly past: readonly PastState[];
  /** What became of the rows that go on with its document. */
  readonly lines?: readonly RowResult[];
  /** Where a line of the document was refused: the number of its row. */
  readonly fault?: { readonly row: number; readonly reasons: readonly Reason[] };
}
export interface BatchResult {
  /** One per row taken; rows after a repeated match key are left for the next batch. */
  readonly rows: readonly RowResult[];
  readonly madeTargets: readonly (WantedTarget & { readonly object: string })[];
  readonly written: readonly string[];
  /** Lines that came or changed with their documents. */
  readonly lines: readonly PlannedLine[];
}

/**
 * Reads, resolves and saves rows in the transaction, set-wise; leaves what must be recorded to the caller.
 */
export async function writeBatch(
  tx: Transaction,
  running: Running,
  given: readonly SheetRow[],
  mode: ResolveRequest["mode"],
  questions: Questions,
): Promise<BatchResult> {
  const { plan, context, scan } = running;
  const read = given.map((row) => readDocument(plan, row, { zone: context.company.zone, facts: scan.facts }));
  const request: ResolveRequest = {
    db: tx,
    context,
    finder: running.finder,
    scan,
    newId: running.newId,
    mode,
  };
  const linked = await resolveLinks(request, read);
  const unique = untilRepeated(running, linked);
  const targets = await makeTargets(tx, running, unique);
  const settled = unique.map((row) => withTargets(row, targets.refused));
  askOfCells(running, questions, settled);

  const live = settled.filter((row) => !row.row.skips && !row.waits);
  const { matches, ownIds } = await matchRows(tx, running, live, (row) => keyOf(running, row));
  const stays = await staysOf(tx, running, live, matches);
  const parentOf = (matched: Matched | undefined): string | null =>
    matched?.is === "one" ? matched.match.id : null;
  const lines = await planLines(
    tx,
    running,
    live.map((row, position) => ({ row, parent: parentOf(matches.get(position)) })),
  );
  const results = new Map<LinkedRow, RowResult>();
  const [writing, failing]: [Planned[], Planned[]] = [[], []];
  live.forEach((row, position) => {
    const planned = planRow(
      running,
      { ...row, values: { ...row.values, ...lines.get(row)?.values }, ownId: ownIds.get(row) },
      onRecord(matches.get(position), stays),
      questions,
    );
    if (!("operation" in planned)) results.set(row, planned);
    else if (row.reasons.length === 0) writing.push({ row, lines: lines.get(row), ...planned });
    else failing.push({ row, lines: lines.get(row), ...planned });
  });
  for (const { row, result } of await alsoRefused(tx, running, failing)) results.set(row, result);
  for (const { row, result } of await saveRows(tx, running, writing)) results.set(row, result);
  const rows = settled.map((row) => {
    const result =
      results.get(row) ??
      resultOf(
        row,
        row.row.skips ? "skipped" : row.reasons.length > 0 ? "failed" : "waiting",
        null,
        row.reasons,
      );
    return row.lines ? followerResults(row, result, lines.get(row)) : result;
  });
  const lined = settled.flatMap((row, index) =>
    ["created", "updated"].includes(rows[index]?.outcome ?? "") ? (lines.get(row)?.lines ?? []) : [],
  );
  askOfEmpty(running, questions, settled, (row) => results.get(row)?.reasons ?? []);
  return {
    rows,
    madeTargets: targets.made,
    lines: lined.filter(({ outcome }) => outcome !== "skipped"),
    written: rows.flatMap(({ record, outcome }) => (record && outcome !== "skipped" ? [record] : [])),
  };
}

interface Planned {
  readonly row: LinkedRow;
  readonly operation: Operation;
  readonly notes: readonly Reason[];
  readonly lines: PlannedLines | undefined;
}
type Stays = ReadonlyMap<string, OnRecord["entries"]>;

/** The stays on record of those whose history the file tells. */
async function staysOf(
  tx: Transaction,
  running: Running,
  rows: readonly LinkedRow[],
  matches: ReadonlyMap<number, Matched>,
): Promise<Stays> {
  const { stages, plan } = running;
  const ids = rows.flatMap(({ row }, position) => {
    const matched = matches.get(position);
    return matched?.is === "one" &&
      (row.entered.length > 0 || row.createdAt !== undefined || row.life !== undefined)
      ? [matched.match.id]
      : [];
  });
  return stages && plan.object.stageField && ids.length > 0
    ? stages.entries(tx, plan.object.name, ids)
    : new Map();
}
const onRecord = (
  matched: Matched | undefined,
  stays: Stays,
): OnRecord | Extract<Matched, { is: "several" }> | undefined =>
  matched?.is === "one" ? { match: matched.match, entries: stays.get(matched.match.id) ?? [] } : matched;

const resultOf = (
  { row, values }: LinkedRow,
  outcome: RowOutcome,
  record: string | null,
  reasons: readonly Reason[] = [],
  operation?: Operation,
): RowResult => ({
  number: row.number,
  cells: row.cells,
  marks: row.marks,
  outcome,
  record,
  reasons,
  values: { ...values, ...stageIn(operation) },
  past: operation && "past" in operation ? (operation.past ?? []) : [],
});
/** Values that are known only once the stage cell was read. */
const stageIn = (operation: Operation | undefined): Values =>
  operation && "values" in operation ? (operation.values ?? {}) : {};

function keyOf({ plan }: Running, { row, values }: LinkedRow): readonly WireValue[] | null {
  const id =
    row.id !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(row.id) ? row.id : null;
  return matchKey(plan.match, { ...values, id });
}

/** Two rows about the same new record may not be in one batch: the second must find what the first made. */
function untilRepeated(running: Running, rows: readonly LinkedRow[]): readonly LinkedRow[] {
  const seen = new Set<string>();
  const end = rows.findIndex((row) => {
    const key = row.reasons.length === 0 && !row.waits && !row.row.skips ? keyOf(running, row) : null;
    if (key === null) return false;
    const text = JSON.stringify(key);
    if (seen.has(text)) return true;
    seen.add(text);
    return false;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

/** Linked records that rows ask to create, unless those rows fail anyway. */
async function makeTargets(
  tx: Transaction,
  running: Running,
  rows: readonly LinkedRow[],
): Promise<{ made: BatchResult["madeTargets"]; refused: ReadonlyMap<string, Refusal> }> {
  const wanted = new Map(
    rows
      .filter((row) => row.reasons.length === 0 && !row.waits && !row.row.skips)
      .flatMap((row) => row.wants.map((want) => [want.id, want] as const)),
  );
  if (wanted.size === 0) return { made: [], refused: new Map() };
  const operations = [...wanted.values()].map(({ step, cell, id }): Operation => {
    const object = step.targets[0] ?? "";
    const title =
      step.by.find((by) => by !== "id") ?? running.context.catalog.object(object)?.title ?? "name";
    return { op: "create", object, id, values: { [title]: cell } };
  });
  const { results } = await saveIn(tx, running.context, {
    operations,
    road: "import",
    mode: "each",
    cause: running.cause,
  });
  const refused = new Map(
    results.flatMap((result) => (!result.ok && result.id ? [[result.id, result.refusal] as const] : [])),
  );
  const made = [...wanted.values()]
    .filter(({ id }) => !refused.has(id))
    .map((want) => ({ ...want, object: want.step.targets[0] ?? "" }));
  return { made, refused };
}

/** A row whose linked record could not be made fails with that record's reasons, told of the link. */
function withTargets(row: LinkedRow, refused: ReadonlyMap<string, Refusal>): LinkedRow {
  const reasons = row.wants.flatMap((want): Reason[] => {
    const refusal = refused.get(want.id);
    if (!refusal) return [];
    return reasonsOf(refusal).map((reason) => ({ ...reason, field: want.step.field.name }));
  });
  return reasons.length === 0 ? row : { ...row, reasons: [...row.reasons, ...reasons] };
}

export const reasonsOf = (refusal: Refusal): readonly Reason[] =>
  refusal.reasons.length > 0
    ? refusal.reasons
    : [{ code: refusal.code, text: refusal.text, ...(refusal.params ? { params: refusal.params } : {}) }];

function planRow(
  running: Running,
  row: LinkedRow,
  matched: ReturnType<typeof onRecord>,
  questions: Questions,
): RowResult | { readonly operation: Operation; readonly notes: readonly Reason[] } {
  if (matched && "is" in matched) {
    const cell = shown((keyOf(running, row) ?? []).join(" "));
    return resultOf(row, "failed", null, [
      ...row.reasons,
      importReason("match_ambiguous", { cell, count: matched.count }, running.plan.match[0]),
    ]);
  }
  const { plan, stages, context, newId, language } = running;
  const built = buildOperation(
    { plan, stages, zone: context.company.zone, now: context.now, newId, language },
    row,
    matched ?? null,
  );
  if (built.is === "operation") return { operation: built.operation, notes: built.notes };
  if (built.is === "skip")
    return row.reasons.length > 0
      ? resultOf(row, "failed", null, row.reasons)
      : resultOf(row, "skipped", built.id);
  const { stage } = row.row;
  if (built.unknownStage && stage) {
    const candidates = optionCandidates(built.unknownStage.stages, built.unknownStage.cell, language);
    questions.ask({
      kind: "stage",
      field: plan.object.stageField ?? "",
      column: stage.step.column,
      cell: built.unknownStage.cell,
      candidates,
    });
  }
  return resultOf(row, "failed", null, [...row.reasons, ...built.reasons]);
}

/**
 * What would refuse rows that fail anyway: all that is wrong with them is told at once. Nothing of it stays.
 */
async function alsoRefused(
  tx: Transaction,
  running: Running,
  planned: readonly Planned[],
): Promise<readonly { row: LinkedRow; result: RowResult }[]> {
  if (planned.length === 0) return [];
  await tx.query({ text: "savepoint tried" });
  const tried = await saveRows(tx, running, planned);
  await tx.query({ text: "rollback to savepoint tried" });
  return tried.map(({ row, result }) => {
    // Of a field whose cell could not be read, that it is missing says nothing new.
    const complained = new Set(row.reasons.map(({ field }) => field));
    const further =
      result.outcome === "failed"
        ? result.reasons.filter(({ field }) => field === undefined || !complained.has(field))
        : [];
    return {
      row,
      result: { ...result, outcome: "failed", record: null, reasons: [...row.reasons, ...further] },
    };
  });
}

async function saveRows(
  tx: Transaction,
  running: Running,
  planned: readonly Planned[],
): Promise<readonly { row: LinkedRow; result: RowResult }[]> {
  if (planned.length === 0) return [];
  const { options } = running.plan;
  const { results } = await saveIn(tx, running.context, {
    operations: planned.map(({ operation }) => operation),
    road: "import",
    mode: "each",
    cause: running.cause,
    ...(options.override ? { override: options.override } : {}),
    ...(options.dryRun ? { tries: true } : {}),
  });
  return planned.map((one, index) => ({
    row: one.row,
    result: outcomeOf(one, results[index], running.plan.object.stageField),
  }));
}

function outcomeOf(
  { row, operation, notes, lines }: Planned,
  result: OperationResult | undefined,
  stageField: string | undefined,
): RowResult {
  if (!result) throw new Error("a row has no result");
  if (!result.ok) {
    const fault = refusedLine(result.refusal, lines);
    const refused = resultOf(row, "failed", null, reasonsOf(result.refusal), operation);
    return fault ? { ...refused, fault } : refused;
  }
  const outcome = result.op === "created" ? "created" : result.op === "unchanged" ? "skipped" : "updated";
  const written = resultOf(row, outcome, result.id, notes, operation);
  const stage = stageField === undefined ? undefined : result.record[stageField];
  // A stage that the row leaves open is known once it is written.
  return written.past.length > 0 && stageField && stage
    ? { ...written, values: { ...written.values, [stageField]: stage } }
    : written;
}
