import Big from "big.js";
import { checkExpression } from "../../../shared/expression/check.ts";
import { evaluate } from "../../../shared/expression/evaluate.ts";
import type { Expression, Moment } from "../../../shared/expression/types.ts";
import { givenOfDocument, givenOfLine } from "../../../shared/metadata/line-amounts.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { workOutAmounts } from "../../../shared/metadata/work-out-amounts.ts";
import type { FieldInfo, ObjectInfo, ObjectMap } from "../../data/objects.ts";
import { idOf, isSame } from "../../data/values.ts";
import type { LinesField } from "./line-columns.ts";

/** What a document comes to while it is typed. */
export interface RowsWorkedOut {
  readonly rows: readonly Values[];
  /** Fields of the document that the program keeps, as they will be. */
  readonly document: Values;
  readonly currency: string;
}

const isKnown = (object: ObjectInfo, name: string): boolean => {
  const right = object.byName[name]?.right;
  return object.byName[name] !== undefined && right !== "hidden" && right !== "mask";
};
/** Whoever may not read all of what amounts are worked out of sees what the server says. */
export const canWorkOut = (parent: ObjectInfo, child: ObjectInfo, { amounts }: LinesField): boolean =>
  amounts !== undefined &&
  givenOfLine(amounts).every((name) => isKnown(child, name)) &&
  givenOfDocument(amounts).every((name) => isKnown(parent, name));

export interface WorkingOut {
  readonly field: LinesField;
  readonly formulas: readonly Formula[];
  readonly moment: Moment;
  readonly company: string;
  readonly isWhole: boolean;
}

/** Lines as the server would keep them: formulas of the line, amounts, and the formulas that read those. */
export function workOutRows(
  { field: { amounts }, formulas, moment, company, isWhole }: WorkingOut,
  document: Values,
  lines: readonly Values[],
): RowsWorkedOut {
  const first = lines.map((line) => withFormulas(formulas, line, moment));
  if (!amounts || !isWhole) return { rows: first, document: {}, currency: company };
  const worked = workOutAmounts(amounts, document, first, company);
  const rows = first.map((line, at) => withFormulas(formulas, { ...line, ...worked.lines[at] }, moment));
  return { rows, document: worked.document, currency: worked.currency };
}

export interface Formula {
  readonly field: FieldInfo;
  readonly expression: Expression;
}
/** Formulas over the line alone, those that others read first. */
export function formulasOf(child: ObjectInfo, objects: ObjectMap): readonly Formula[] {
  const found = child.fields.flatMap((field): Formula[] => {
    if (field.kind !== "formula" || !field.stored || field.hidden) return [];
    const checked = checkExpression(field.expression, {
      schema: { object: (name) => objects.get(name), objects },
      object: child.name,
    });
    return checked.ok ? [{ field, expression: checked.expression }] : [];
  });
  const reads = ({ expression }: Formula, other: Formula): boolean =>
    expression.references.fields.includes(other.field.name);
  const ordered: Formula[] = [];
  for (let open = found; open.length > 0;) {
    const ready = open.filter((one) => !open.some((other) => other !== one && reads(one, other)));
    if (ready.length === 0) break;
    ordered.push(...ready);
    open = open.filter((one) => !ready.includes(one));
  }
  return ordered;
}

function withFormulas(formulas: readonly Formula[], line: Values, moment: Moment): Values {
  if (formulas.length === 0) return line;
  const record = { ...line };
  for (const { field, expression } of formulas) {
    const value = evaluate(expression, { ...moment, record });
    // A percentage is a fraction in expressions and points where it is shown.
    record[field.name] =
      value !== null && field.kind === "formula" && field.returns === "percent"
        ? new Big(String(value)).times(100).toFixed()
        : value;
  }
  return record;
}

/**
 * The same rows, each the one that was there before where nothing of it differs: such a row is not drawn again.
 * `known` is what was there before, and afterwards what is there now.
 */
export function sameWherePossible(known: Map<string, Values>, rows: readonly Values[]): readonly Values[] {
  const found = rows.map((row) => {
    const before = known.get(idOf(row));
    if (!before) return row;
    const names = Object.keys(row);
    return names.length === Object.keys(before).length &&
      names.every((name) => before[name] === row[name] || isSame(before[name], row[name]))
      ? before
      : row;
  });
  known.clear();
  for (const row of found) known.set(idOf(row), row);
  return found;
}
