import type { Transaction } from "../../../../platform/db/database.ts";
import { askOfCells, askOfEmpty } from "./ask-questions.ts";
import { followerResults } from "./document-results.ts";
import type { Matched } from "./find-matches.ts";
import { type MadeTarget, makeTargets, withTargets } from "./make-targets.ts";
import { matchRows } from "./match-rows.ts";
import { planLines, type PlannedLine, type PlannedLines } from "./plan-lines.ts";
import { keyOf, onRecord, planRow, type ToldVisits, toldVisitsOf } from "./plan-row.ts";
import type { Questions } from "./questions.ts";
import { readDocument } from "./read-document.ts";
import { type LinkedRow, resolveLinks, type ResolveRequest } from "./resolve-links.ts";
import { resultOf, type RowResult } from "./row-result.ts";
import type { Running } from "./running.ts";
import { alsoRefused, type Planned, saveRows } from "./save-rows.ts";
import type { SheetRow } from "./sheet.ts";

export interface BatchResult {
  /** One per row taken; rows after a repeated match key are left for the next batch. */
  readonly rows: readonly RowResult[];
  readonly madeTargets: readonly MadeTarget[];
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
  const stays = await toldVisitsOf(tx, running, live, matches);
  const parentOf = (matched: Matched | undefined): string | null =>
    matched?.is === "one" ? matched.match.id : null;
  const lines = await planLines(
    tx,
    running,
    live.map((row, position) => ({ row, parent: parentOf(matches.get(position)) })),
  );
  const { results, writing, failing } = planRows(running, live, { matches, ownIds, stays, lines }, questions);
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

/** What is known of the rows that go on, from the database. */
interface Known {
  readonly matches: ReadonlyMap<number, Matched>;
  readonly ownIds: ReadonlyMap<LinkedRow, string>;
  readonly stays: ToldVisits;
  readonly lines: ReadonlyMap<LinkedRow, PlannedLines>;
}
/**
 * Rows to be written, rows that fail though an operation could be made of them, and what became of the
 * others.
 */
function planRows(
  running: Running,
  rows: readonly LinkedRow[],
  { matches, ownIds, stays, lines }: Known,
  questions: Questions,
): {
  readonly results: Map<LinkedRow, RowResult>;
  readonly writing: readonly Planned[];
  readonly failing: readonly Planned[];
} {
  const results = new Map<LinkedRow, RowResult>();
  const [writing, failing]: [Planned[], Planned[]] = [[], []];
  rows.forEach((row, position) => {
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
  return { results, writing, failing };
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
