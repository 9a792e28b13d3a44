import type { Values } from "../../../shared/metadata/object.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import { fold } from "../../../shared/text/fold.ts";
import { splitMany } from "../shared/parse-choice.ts";
import { type CellContext, parseCell } from "../shared/parse-cell.ts";
import { parseDate, parseDatetime } from "../shared/parse-date.ts";
import { importReason, shown } from "../shared/reasons.labels.ts";
import type { LinkStep, MappingPlan, Step } from "./mapping-plan.ts";
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
  readonly reasons: readonly Reason[];
  readonly values: Values;
  readonly links: readonly WantedLink[];
  readonly stage?: { readonly step: Step; readonly cell: string };
  readonly entered: readonly { readonly stage: string; readonly date: string }[];
  readonly createdAt?: string;
  readonly id?: string;
  /** Cells that are no option of their field, to be asked about. */
  readonly unknown: readonly { readonly step: Step; readonly cell: string }[];
}
export interface ReadContext {
  readonly zone: string;
  readonly facts: ReadonlyMap<number, ColumnFacts>;
}
interface Draft {
  reasons: Reason[];
  values: Values;
  links: WantedLink[];
  entered: { stage: string; date: string }[];
  unknown: { step: Step; cell: string }[];
  stage?: { step: Step; cell: string };
  createdAt?: string;
  id?: string;
  parts: Map<string, Record<string, string>>;
}

/** The cell with the translation that the options give; null: leave empty. */
export function translate(step: Step, cell: string): string | null {
  const text = cell.trim();
  const meant = step.values.get(fold(text));
  return meant === undefined ? text : meant;
}

function cellContext(step: Step, read: ReadContext): CellContext {
  const facts = read.facts.get(step.index);
  const dateOrder = step.plan.dateOrder ?? facts?.dateOrder;
  return { zone: read.zone, ...(dateOrder ? { dateOrder } : {}), ...(facts?.fractions ? { fractions: true } : {}) };
}

function readDate(step: Extract<Step, { does: "entered" | "created" }>, text: string, read: ReadContext, draft: Draft): void {
  const { dateOrder, zone } = cellContext(step, read);
  const value = step.does === "created" ? parseDatetime(text, zone, dateOrder) : dayOf(text, dateOrder);
  if (value === null) draft.reasons.push(importReason(step.does === "created" ? "not_a_datetime" : "not_a_date", { cell: shown(text) }, step.field.name));
  else if (value === "ambiguous") draft.reasons.push(importReason("ambiguous_date", { cell: shown(text) }, step.field.name));
  else if (step.does === "created") draft.createdAt = value;
  else draft.entered.push({ stage: step.stage, date: value });
}
/** A stage is entered on a day, also where the file knows the minute. */
function dayOf(text: string, dateOrder: CellContext["dateOrder"]): string | null {
  const day = parseDate(text, dateOrder);
  if (day !== null) return day;
  return parseDate(text.split(/[ T]/)[0] ?? "", dateOrder);
}

function readValue(step: Extract<Step, { does: "value" }>, text: string, read: ReadContext, draft: Draft): void {
  const { field, part } = step;
  if (part !== undefined && part !== "amount") {
    draft.parts.set(field.name, { ...draft.parts.get(field.name), [part]: part === "currency" ? text.toUpperCase() : text });
    return;
  }
  const parsed = parseCell(field, text, cellContext(step, read));
  if (parsed.ok) draft.values[field.name] = parsed.value;
  else {
    draft.reasons.push(parsed.reason);
    if (parsed.reason.code === "unknown_option") draft.unknown.push({ step, cell: text });
  }
}

/** Amount with currency, address with its parts. */
function joinParts(draft: Draft): void {
  for (const [name, parts] of draft.parts) {
    const value = draft.values[name];
    if (parts["currency"] !== undefined) {
      if (typeof value === "string") draft.values[name] = { amount: value, currency: parts["currency"] };
      continue;
    }
    const whole = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
    draft.values[name] = { ...whole, ...parts };
  }
}

/** Reads one row by the plan. Pure. */
export function readRow(plan: MappingPlan, row: SheetRow, read: ReadContext): ReadRow {
  const draft: Draft = { reasons: [], values: {}, links: [], entered: [], unknown: [], parts: new Map() };
  const extra = row.cells.slice(plan.header.length).some((cell) => cell.trim() !== "");
  if (extra) draft.reasons.push(importReason("ragged_row", { found: row.cells.length, expected: plan.header.length }));
  for (const step of plan.steps) {
    const raw = row.cells[step.index] ?? "";
    const text = raw.trim() === "" && !step.values.has("") ? null : translate(step, raw);
    const isEmpty = text === null || text === "";
    if (isEmpty) {
      if (plan.options.empty === "clear" && (step.does === "value" || step.does === "link") && step.plan.part === undefined)
        draft.values[step.field.name] = null;
      continue;
    }
    switch (step.does) {
      case "value":
        readValue(step, isLong(step) && text === raw.trim() ? raw : text, read, draft);
        break;
      case "link":
        draft.links.push({ step, cells: step.many ? splitMany(text) : [text] });
        break;
      case "stage":
        draft.stage = { step, cell: text };
        break;
      case "id":
        draft.id = text;
        break;
      default:
        readDate(step, text, read, draft);
    }
  }
  joinParts(draft);
  const { parts: _parts, ...done } = draft;
  return { number: row.number, cells: row.cells, ...done };
}
const isLong = (step: Extract<Step, { does: "value" }>): boolean => step.field.kind === "long_text" || step.field.kind === "rich_text";
