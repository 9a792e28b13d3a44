import type { ColumnPlan, ImportOptions } from "./options.contract.ts";

type Json = Readonly<Record<string, unknown>>;

const SPELLED: Readonly<Record<string, string>> = {
  stageEntered: "stage_entered",
  dateOrder: "date_order",
  decimalMark: "decimal_mark",
};
const READING: Readonly<Record<string, string>> = {
  headerRow: "header_row",
  headerRows: "header_rows",
  hiddenRows: "hidden_rows",
  totalRows: "total_rows",
  linesSheet: "lines_sheet",
};
const planInWords = ({ also: _also, ...plan }: ColumnPlan): Json =>
  Object.fromEntries(Object.entries(plan).map(([name, value]) => [SPELLED[name] ?? name, value]));
const inWords = (plan: ColumnPlan): unknown =>
  plan.also ? [plan, ...plan.also].map(planInWords) : planInWords(plan);

/** Options as POST /imports takes them: what `parseOptions` has read, written again. */
export function printOptions(options: ImportOptions): Json {
  const { object, dryRun, match, onMatch, empty, mapping, constants, override, saveAs, ...reading } = options;
  const read = Object.fromEntries(
    Object.entries(reading).map(([name, value]) => [READING[name] ?? name, value]),
  );
  return {
    ...read,
    object,
    dry_run: dryRun,
    ...(match ? { match } : {}),
    on_match: onMatch,
    empty,
    ...(mapping
      ? {
          mapping: Object.fromEntries(
            Object.entries(mapping).map(([column, plan]) => [column, inWords(plan)]),
          ),
        }
      : {}),
    ...(constants
      ? {
          constants: Object.fromEntries(
            constants.map(({ field, part, ...plan }) => [
              part ? `${field}:${part}` : field,
              planInWords(plan),
            ]),
          ),
        }
      : {}),
    ...(saveAs ? { save_as: saveAs } : {}),
    ...(override ? { gates: { override } } : {}),
  };
}
