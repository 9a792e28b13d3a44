import type { MappingPlan } from "./mapping-plan.ts";
import type { Step } from "./mapping-step.ts";
import type { SheetRow } from "./sheet.ts";

/** Lines of one document are written in one transaction. */
export const MOST_LINES = 1000;

const cellOf = (row: SheetRow, step: Step): string => (row.cells[step.index] ?? "").trim();
const columnsOf = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ index, constant }) => index >= 0 && constant === undefined);
/** The columns by which a document is known: those that match, else all of its own. */
function keySteps({ steps, match }: MappingPlan): readonly Step[] {
  const own = columnsOf(steps);
  const named = own.filter((step) =>
    match.includes(step.does === "id" ? "id" : "field" in step ? step.field.name : ""),
  );
  return named.length > 0 ? named : own;
}

/** Whether a row goes on with the document before it: its own columns are blank, or say the same. */
function goesOn(plan: MappingPlan, keys: readonly Step[], first: SheetRow, row: SheetRow): boolean {
  if (columnsOf(plan.steps).every((step) => cellOf(row, step) === "")) return true;
  return (
    keys.some((step) => cellOf(row, step) !== "") &&
    keys.every((step) => cellOf(row, step) === "" || cellOf(row, step) === cellOf(first, step))
  );
}

/**
 * Rows of a file with lines, a document each: the rows that go on with it stand in `lines`. Without lines
 * every row stands alone.
 */
export async function* documentsOf(
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  plan: MappingPlan,
): AsyncGenerator<SheetRow> {
  if (plan.lines.length === 0) {
    yield* rows;
    return;
  }
  const keys = keySteps(plan);
  let first: SheetRow | undefined;
  let lines: SheetRow[] = [];
  for await (const row of rows) {
    if (first && lines.length < MOST_LINES && goesOn(plan, keys, first, row)) {
      lines.push(row);
      continue;
    }
    if (first) yield { ...first, lines };
    [first, lines] = [row, []];
  }
  if (first) yield { ...first, lines };
}

/** The number of the last row of a document. */
export const lastNumber = ({
  number,
  lines = [],
}: {
  readonly number: number;
  readonly lines?: readonly { readonly number: number }[] | undefined;
}): number => lines.at(-1)?.number ?? number;

/** Columns of its own in which a row contradicts the first row of its document. */
export const differing = (plan: MappingPlan, first: SheetRow, row: SheetRow): readonly Step[] =>
  columnsOf(plan.steps).filter(
    (step) => cellOf(row, step) !== "" && cellOf(row, step) !== cellOf(first, step),
  );

/** Whether a row fills any column of a list of lines. */
export const hasLine = (plan: MappingPlan, row: SheetRow): boolean =>
  columnsOf(plan.steps).some((step) => cellOf(row, step) !== "");
