import type { Values } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { splitMany } from "../shared/parse-choice.ts";
import { type CellContext, parseCell } from "../shared/parse-cell.ts";
import { isErrorValue } from "../shared/error-values.ts";
import type { CellMarks } from "../shared/cell-mark.ts";
import { parseDateIn, parseDatetime } from "../shared/parse-date.ts";
import type { ColumnSetting } from "../shared/run.contract.ts";
import { partOf } from "../shared/print-cell.ts";
import { importReason, shown } from "../shared/reasons.labels.ts";
import { readLife, type ImportedState } from "../shared/imported-life.ts";
import type { LinesPlan, MappingPlan } from "./mapping-plan.ts";
import type { LifeStep, LinkStep, Step } from "./mapping-step.ts";
import { SETTING_OF } from "./setting-questions.ts";
import type { ColumnFacts } from "./scan-file.ts";
import type { SheetRow } from "./sheet.ts";

/** A link the row wants, before the database was asked. */
export interface WantedLink {
  readonly step: LinkStep;
  readonly cells: readonly string[];
}
/** A row with all that can be read without the database. */
export interface ReadRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly marks?: CellMarks | undefined;
  readonly reasons: readonly Reason[];
  readonly values: Values;
  readonly links: readonly WantedLink[];
  readonly stage?: { readonly step: Step; readonly cell: string };
  readonly entered: readonly { readonly stage: string; readonly date: string }[];
  readonly createdAt?: string;
  readonly id?: string;
  /** The record's whole life, its links as the file names them. */
  readonly life?: { readonly step: LifeStep; readonly states: readonly ImportedState[] };
  /** Cells that are no option of their field, to be asked about. */
  readonly unknown: readonly { readonly step: Step; readonly cell: string }[];
  /** Cells that cannot be read before something is settled for their whole column. */
  readonly undecided: readonly {
    readonly step: Step;
    readonly cell: string;
    readonly setting: ColumnSetting;
  }[];
  /** An answer leaves the row out. */
  readonly skips: boolean;
  /** Of a document: its lines, each of the row where it stands. */
  readonly lines?: readonly ReadLine[];
  /** The rows of a document behind its first one. */
  readonly followers?: readonly Follower[];
}
export interface ReadLine {
  readonly list: LinesPlan;
  readonly row: ReadRow;
}
export interface Follower {
  readonly number: number;
  readonly cells: readonly string[];
  readonly marks?: CellMarks | undefined;
  /** What is wrong with the row as a part of its document. */
  readonly reasons: readonly Reason[];
}
export interface ReadContext {
  readonly zone: string;
  readonly facts: ReadonlyMap<Step, ColumnFacts>;
}
interface Draft {
  reasons: Reason[];
  values: Values;
  links: WantedLink[];
  entered: { stage: string; date: string }[];
  unknown: { step: Step; cell: string }[];
  undecided: { step: Step; cell: string; setting: ColumnSetting }[];
  stage?: { step: Step; cell: string };
  createdAt?: string;
  id?: string;
  life?: ReadRow["life"] & {};
  parts: Map<string, Record<string, string>>;
  skips: boolean;
}

/** The cell with the translation that the options give; null: leave empty. */
export function translate(step: Step, cell: string): string | null {
  const text = cell.trim();
  if (step.values.size === 0) return text;
  const meant = step.values.get(fold(text));
  return meant === undefined ? text : meant;
}

function cellContext(step: Step, read: ReadContext, marks?: CellMarks): CellContext {
  const facts = read.facts.get(step);
  const { plan } = step;
  const dateOrder = plan.dateOrder ?? facts?.dateOrder;
  const decimalMark = plan.decimalMark ?? facts?.decimalMark;
  const mark = marks?.[step.index];
  return {
    zone: read.zone,
    ...(dateOrder ? { dateOrder } : {}),
    ...(decimalMark ? { decimalMark } : {}),
    ...(plan.decimalMark ? { isMarkNamed: true } : {}),
    ...(facts?.unit ? { unit: facts.unit } : {}),
    ...(facts?.areFractionsDoubtful ? { areFractionsDoubtful: true } : {}),
    ...(mark ? { mark } : {}),
  };
}

function readDate(
  step: Extract<Step, { does: "entered" | "created" }>,
  text: string,
  read: ReadContext,
  draft: Draft,
): void {
  const { dateOrder, zone } = cellContext(step, read);
  const value =
    step.does === "created" ? parseDatetime(text, zone, dateOrder) : parseDateIn(text, zone, dateOrder);
  if (value === null)
    draft.reasons.push(
      importReason(
        step.does === "created" ? "not_a_datetime" : "not_a_date",
        { cell: shown(text) },
        step.field.name,
      ),
    );
  else if (value === "ambiguous") {
    draft.reasons.push(importReason("ambiguous_date", { cell: shown(text) }, step.field.name));
    draft.undecided.push({ step, cell: text, setting: "date_order" });
  } else if (step.does === "created") draft.createdAt = value;
  else draft.entered.push({ stage: step.stage, date: value });
}
function readValue(
  step: Extract<Step, { does: "value" }>,
  text: string,
  context: CellContext,
  draft: Draft,
): void {
  const { field, part } = step;
  if (part !== undefined && part !== "amount") {
    draft.parts.set(field.name, {
      ...draft.parts.get(field.name),
      [part]: part === "currency" ? text.toUpperCase() : text,
    });
    return;
  }
  const parsed = parseCell(field, text, context);
  if (parsed.ok) draft.values[field.name] = parsed.value;
  else {
    draft.reasons.push(parsed.reason);
    const setting = SETTING_OF[parsed.reason.code];
    if (setting) draft.undecided.push({ step, cell: text, setting });
    if (parsed.reason.code === "unknown_option") draft.unknown.push({ step, cell: text });
  }
}

/** Amount with currency, address with its parts. */
function joinParts(draft: Draft): void {
  for (const [name, parts] of draft.parts) {
    const value = draft.values[name];
    const { currency } = parts;
    if (currency !== undefined) {
      const amount = partOf(value ?? null, "amount") ?? value;
      if (typeof amount === "string") draft.values[name] = { amount, currency };
      continue;
    }
    const whole = isMap(value) ? value : {};
    draft.values[name] = { ...whole, ...parts };
  }
}

interface Cell {
  readonly raw: string;
  /** What it means, translated. */
  readonly text: string;
  readonly marks: CellMarks | undefined;
}
/** Takes into the draft what a filled cell says. */
function readCell(step: Step, { raw, text, marks }: Cell, read: ReadContext, draft: Draft): void {
  switch (step.does) {
    case "value":
      readValue(
        step,
        isLong(step) && text === raw.trim() ? raw : text,
        cellContext(step, read, text === raw.trim() ? marks : undefined),
        draft,
      );
      break;
    case "link":
      draft.links.push({ step, cells: step.many && !step.severalInOne ? splitMany(text) : [text] });
      break;
    case "stage":
      draft.stage = { step, cell: text };
      break;
    case "id":
      draft.id = text;
      break;
    case "life": {
      const states = readLife(text);
      if (states) draft.life = { step, states };
      else draft.reasons.push(importReason("history_unreadable", { column: step.column }));
      break;
    }
    default:
      readDate(step, text, read, draft);
  }
}

/** Reads one row by the plan. Pure. */
export function readRow(plan: MappingPlan, row: SheetRow, read: ReadContext): ReadRow {
  const draft: Draft = {
    reasons: [],
    values: {},
    links: [],
    entered: [],
    unknown: [],
    undecided: [],
    parts: new Map(),
    skips: false,
  };
  const extra = row.cells.slice(plan.header.length).some((cell) => cell.trim() !== "");
  if (extra)
    draft.reasons.push(importReason("ragged_row", { found: row.cells.length, expected: plan.header.length }));
  for (const step of plan.steps) {
    if (step.constant !== undefined && isGiven(draft, step)) continue;
    const raw = step.constant ?? row.cells[step.index] ?? "";
    if (step.skipped.size > 0 && step.skipped.has(fold(raw.trim()))) draft.skips = true;
    const fault = cellFault(plan, step, raw, row.marks);
    if (fault) {
      draft.reasons.push(fault);
      continue;
    }
    const text =
      (raw.trim() === "" && !step.values.has("")) || isErrorValue(raw) ? null : translate(step, raw);
    const isEmpty = text === null || text === "";
    if (isEmpty) {
      if (
        plan.options.empty === "clear" &&
        (step.does === "value" || step.does === "link") &&
        step.plan.part === undefined
      )
        draft.values[step.field.name] = null;
      continue;
    }
    readCell(step, { raw, text, marks: row.marks }, read, draft);
  }
  joinParts(draft);
  const { parts: _parts, ...done } = draft;
  return { number: row.number, cells: row.cells, marks: row.marks, ...done };
}
/**
 * A cell whose value the file does not hold, though the sheet would show one; or an error value where empty
 * cells empty the field.
 */
function cellFault(plan: MappingPlan, step: Step, raw: string, marks: CellMarks | undefined): Reason | null {
  const field = "field" in step ? step.field.name : undefined;
  if (marks?.[step.index]?.formula) return importReason("formula_without_value", { cell: shown(raw) }, field);
  return plan.options.empty === "clear" && isErrorValue(raw)
    ? importReason("cell_error", { cell: raw.trim() }, field)
    : null;
}
/** A column has given the field a value: the one for all rows is not needed. */
function isGiven(draft: Draft, step: Step): boolean {
  if (step.does === "stage") return draft.stage !== undefined;
  if (step.does === "created") return draft.createdAt !== undefined;
  if (step.does === "link") return draft.links.some((link) => link.step.field.name === step.field.name);
  if (step.does !== "value") return false;
  const { field, part } = step;
  return part === undefined || part === "amount"
    ? (draft.values[field.name] ?? null) !== null
    : draft.parts.get(field.name)?.[part] !== undefined;
}
const isLong = (step: Extract<Step, { does: "value" }>): boolean =>
  step.field.kind === "long_text" || step.field.kind === "rich_text";
