import { checkExpression } from "../../shared/expression/check.ts";
import { defineMessages, say } from "../../shared/i18n/messages.ts";
import { label, type Label, type Language } from "../../shared/i18n/label.ts";
import type { MessageParams } from "../../shared/i18n/messages.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { columnsOf } from "../schema/names.ts";

const messages = defineMessages({
  rollup_over_rollup: label(
    "{place}：“{field}”本身来自汇总，不能再汇总。请直接汇总最下层的记录，或改用公式。",
    "{place}: “{field}” is itself a roll-up, so it cannot be rolled up again. Roll up the lowest records directly, or use a formula.",
  ),
  rollup_not_stored: label(
    "{place}：“{field}”在查询时才计算，没有存储的值，不能汇总。",
    "{place}: “{field}” is calculated when read and has no stored value, so it cannot be rolled up.",
  ),
});

export interface RollupProblem {
  readonly code: keyof typeof messages;
  readonly text: Label;
  readonly params: MessageParams;
}

/**
 * Why a roll-up cannot be kept: what it sums or is filtered by must be written with the record that it
 * counts. A value that comes of another roll-up changes without a write of that record, so a roll-up over it,
 * over two levels or over a tree, would be wrong and is refused.
 */
export function rollupProblem(catalog: Catalog, field: FieldOf<"rollup">): RollupProblem | null {
  const known = problems.get(catalog) ?? new Map<FieldOf<"rollup">, RollupProblem | null>();
  problems.set(catalog, known);
  if (!known.has(field)) known.set(field, findProblem(catalog, field));
  return known.get(field) ?? null;
}
const problems = new WeakMap<Catalog, Map<FieldOf<"rollup">, RollupProblem | null>>();

function findProblem(catalog: Catalog, field: FieldOf<"rollup">): RollupProblem | null {
  const problem = (code: keyof typeof messages, name: string): RollupProblem => ({
    code,
    text: messages[code],
    params: { place: field.name, field: name },
  });
  const filtered = field.filter
    ? checkExpression(field.filter, { schema: catalog, object: field.object })
    : null;
  const reads = [
    ...(field.field && field.fn !== "count" ? [{ object: field.object, field: field.field }] : []),
    ...(filtered?.ok ? filtered.expression.references.reads : []),
  ];
  for (const read of reads)
    if (comesOfRollup(catalog, read.object, read.field, [])) return problem("rollup_over_rollup", read.field);
  const summed =
    field.field && field.fn !== "count" ? catalog.object(field.object)?.byName[field.field] : undefined;
  return summed && columnsOf(summed).length === 0 ? problem("rollup_not_stored", summed.name) : null;
}

function comesOfRollup(
  catalog: Catalog,
  objectName: string,
  fieldName: string,
  passed: readonly string[],
): boolean {
  const field = catalog.object(objectName)?.byName[fieldName];
  const place = `${objectName}.${fieldName}`;
  if (!field || passed.includes(place)) return false;
  if (field.kind === "rollup") return true;
  if (field.kind !== "formula") return false;
  const checked = checkExpression(field.expression, { schema: catalog, object: objectName });
  return (
    checked.ok &&
    checked.expression.references.reads.some((read) =>
      comesOfRollup(catalog, read.object, read.field, [...passed, place]),
    )
  );
}

/**
 * Roll-ups of `candidate` that cannot be kept and that `current` does not have: what stands from before does
 * not hold up other changes.
 */
export function newRollupProblems(candidate: Catalog, current: Catalog): readonly Reason[] {
  const before = new Set(reasonsIn(current).map(({ field }) => field));
  return reasonsIn(candidate).filter(({ field }) => !before.has(field));
}

function reasonsIn(catalog: Catalog): Reason[] {
  return [...catalog.objects.values()].flatMap((object) =>
    object.fields.flatMap((field): Reason[] => {
      const problem = field.kind === "rollup" && !field.hidden ? rollupProblem(catalog, field) : null;
      if (!problem) return [];
      const place = `${object.name}.${field.name}`;
      const params = { ...problem.params, place };
      const word = (language: Language) => say(problem.text, language, params);
      return [{ code: problem.code, field: place, params, text: { "zh-CN": word("zh-CN"), en: word("en") } }];
    }),
  );
}
