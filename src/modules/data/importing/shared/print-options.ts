import type { ImportOptionsInput, GivenPlan } from "./given-options.contract.ts";
import type { ColumnPlan, ImportOptions } from "./options.contract.ts";
import type { ReadingOptions } from "./reading.contract.ts";

function planInWords({ also: _also, stageEntered, dateOrder, decimalMark, ...plan }: ColumnPlan): GivenPlan {
  return {
    ...plan,
    ...(stageEntered === undefined ? {} : { stage_entered: stageEntered }),
    ...(dateOrder === undefined ? {} : { date_order: dateOrder }),
    ...(decimalMark === undefined ? {} : { decimal_mark: decimalMark }),
  };
}
const inWords = (plan: ColumnPlan): GivenPlan | readonly GivenPlan[] =>
  plan.also ? [plan, ...plan.also].map(planInWords) : planInWords(plan);

const readingInWords = ({
  headerRow,
  headerRows,
  hiddenRows,
  totalRows,
  linesSheet,
  ...reading
}: ReadingOptions): Partial<ImportOptionsInput> => ({
  ...reading,
  ...(headerRow === undefined ? {} : { header_row: headerRow }),
  ...(headerRows === undefined ? {} : { header_rows: headerRows }),
  ...(hiddenRows === undefined ? {} : { hidden_rows: hiddenRows }),
  ...(totalRows === undefined ? {} : { total_rows: totalRows }),
  ...(linesSheet === undefined ? {} : { lines_sheet: linesSheet }),
});

/** Options as POST /imports takes them: what `parseOptions` has read, written again. */
export function printOptions(options: ImportOptions): ImportOptionsInput {
  const {
    object,
    dryRun,
    match,
    onMatch,
    empty,
    mapping,
    constants,
    override,
    saveAs,
    made: _made,
    ...reading
  } = options;
  return {
    ...readingInWords(reading),
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
              { ...planInWords(plan), value: plan.value },
            ]),
          ),
        }
      : {}),
    ...(saveAs ? { save_as: saveAs } : {}),
    ...(override ? { gates: { override } } : {}),
  };
}
