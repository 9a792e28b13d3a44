import type { Refusal } from "../../../../engine/public.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { lineField } from "../shared/line-columns.ts";
import { importReason } from "../shared/reasons.labels.ts";
import type { LinesPlan } from "./mapping-plan.ts";
import type { PlannedLine, PlannedLines } from "./plan-lines.ts";
import type { LinkedLine, LinkedRow } from "./resolve-links.ts";
import type { RowResult } from "./row-result.ts";

/** A reason of a line, told of the list's field. */
const inList = ({ field }: LinesPlan, reasons: readonly Reason[]): readonly Reason[] =>
  reasons.map((reason) => ({ ...reason, field: lineField(field.name, reason.field ?? "") }));

/** What is wrong with a row of a document: as a part of it, and with the lines that stand there. */
const wrongIn = (
  { row, lines = [] }: Pick<LinkedRow, "row" | "lines">,
  number: number,
): readonly Reason[] => [
  ...(row.followers?.find((one) => one.number === number)?.reasons ?? []),
  ...lines
    .filter((line) => line.row.row.number === number)
    .flatMap(({ list, row: line }) => inList(list, line.reasons)),
];

/** A document waits, makes linked records and fails with its lines. */
export function withLines(document: LinkedRow, lines: readonly LinkedLine[]): LinkedRow {
  const { row } = document;
  if (!row.lines) return document;
  const whole: LinkedRow = {
    ...document,
    lines,
    waits: document.waits || lines.some((line) => line.row.waits),
    wants: [...document.wants, ...lines.flatMap((line) => line.row.wants)],
    notes: [...document.notes, ...lines.flatMap((line) => line.row.notes)],
  };
  const wrong = (row.followers ?? [])
    .filter(({ number }) => wrongIn(whole, number).length > 0)
    .map(({ number }) => number);
  return {
    ...whole,
    reasons: [
      ...document.reasons,
      ...wrongIn(whole, row.number),
      ...(wrong.length > 0 ? [refusedBy(wrong)] : []),
    ],
  };
}
const refusedBy = (rows: readonly number[]): Reason =>
  importReason("document_refused", { rows: rows.slice(0, 10).join(", ") });

/** The line of a document that a refusal is about, as the write tells it. */
export function refusedLine(
  { extra, reasons, code, text, params }: Refusal,
  planned: PlannedLines | undefined,
): RowResult["fault"] {
  const told = extra?.["line"];
  const [list, id] =
    typeof told === "object" && told !== null && "id" in told && "field" in told
      ? [String(told.field), told.id]
      : ["", undefined];
  const line = planned?.lines.find((one) => one.id === id);
  if (!line) return undefined;
  const own = reasons.filter((reason) => reason.line === undefined || reason.line.id === id);
  const all = own.length > 0 ? own : [{ code, text, ...(params ? { params } : {}) }];
  return {
    row: line.row,
    reasons: all.map((reason) => ({ ...reason, field: lineField(list, reason.field ?? "") })),
  };
}

/** The result of a document with those of its further rows; each is told what is wrong where it stands. */
export function followerResults(
  document: LinkedRow,
  result: RowResult,
  planned: PlannedLines | undefined,
): RowResult {
  const { fault } = result;
  const followers = document.row.followers ?? [];
  const wrong = [
    ...followers.filter(({ number }) => wrongIn(document, number).length > 0).map(({ number }) => number),
    ...(fault ? [fault.row] : []),
  ];
  const isWritten =
    result.outcome === "created" ||
    result.outcome === "updated" ||
    (result.outcome === "skipped" && planned !== undefined);
  const lines = followers.map(({ number, cells, marks }): RowResult => {
    const own = [...wrongIn(document, number), ...(fault?.row === number ? fault.reasons : [])];
    const reasons =
      result.outcome !== "failed"
        ? []
        : own.length > 0
          ? own
          : [refusedBy(wrong.length > 0 ? wrong : [result.number])];
    const outcome = isWritten ? outcomeIn(planned?.lines ?? [], number) : result.outcome;
    return {
      number,
      cells,
      marks,
      outcome,
      record: null,
      reasons,
      values: shownIn(document, number),
      past: [],
    };
  });
  const reasons =
    fault === undefined
      ? result.reasons
      : fault.row === result.number
        ? fault.reasons
        : [refusedBy([fault.row])];
  const { fault: _fault, ...rest } = result;
  return { ...rest, reasons, values: { ...result.values, ...shownIn(document, result.number) }, lines };
}

function outcomeIn(lines: readonly PlannedLine[], number: number): RowResult["outcome"] {
  const outcomes = lines.filter(({ row }) => row === number).map(({ outcome }) => outcome);
  return outcomes.find((one) => one === "created") ?? outcomes.find((one) => one === "updated") ?? "skipped";
}

/** The values of a row's lines as people read them: links by the name in the file. */
function shownIn({ lines = [] }: LinkedRow, number: number): Values {
  const shown: Values = {};
  for (const { list, row } of lines.filter((line) => line.row.row.number === number)) {
    for (const [name, value] of Object.entries(row.values)) shown[lineField(list.field.name, name)] = value;
    for (const step of list.plan.steps)
      if (step.does === "link" && step.by[0] !== "id")
        shown[lineField(list.field.name, step.field.name)] =
          step.constant ?? row.row.cells[step.index] ?? null;
  }
  return shown;
}

/** Rows with those that go on with their documents. */
export const eachRow = (rows: readonly RowResult[]): readonly RowResult[] =>
  rows.flatMap((row) => [row, ...(row.lines ?? [])]);
