import { type Context, type Result, accept, addFields, refuse } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { OPTION_HUES } from "../../../../shared/metadata/option-colors.ts";
import { apiNameOf } from "../../../../shared/text/api-name.ts";
import { fold } from "../../../../shared/text/fold.ts";

import type { NewField } from "../shared/new-fields.contract.ts";
import { importable } from "./importable.ts";

/** One after the other, far enough apart that neighbours in a list differ. */
const colorAt = (index: number): string => OPTION_HUES[(index * STEP) % OPTION_HUES.length] ?? "blue";
const STEP = 5;

/** Values that differ only in width or case are one option. */
function optionsOf(values: readonly string[], language: string): Values[] {
  const names = new Set<string>();
  const spelled = values.map((value) => value.trim()).filter((value) => value !== "");
  // The first spelling stands.
  const once = new Map(spelled.toReversed().map((value) => [fold(value), value]));
  return spelled
    .filter((value, index) => once.get(fold(value)) === value && spelled.indexOf(value) === index)
    .map((value, index) => {
      const base = apiNameOf(value) || `option_${index + 1}`;
      const name = names.has(base) ? `${base}_${index + 1}` : base;
      names.add(name);
      return { name, label: { [language]: value }, color: colorAt(index) };
    });
}

/** Fields for columns that have none, in one change; each column is told its field. */
export async function makeFields(
  context: Context,
  to: string,
  columns: readonly NewField[],
): Promise<Result<{ data: { column: string; field: string }[] }>> {
  const object = importable(context, to);
  if (!object)
    return refuse({
      status: 422,
      code: "unknown_object",
      text: label("没有这个对象。", "This object does not exist."),
    });
  const { language } = context.company;
  const made = await addFields(
    context,
    object.name,
    columns.map((one) => ({
      name: apiNameOf(one.label) || "field",
      kind: one.kind,
      label: { [language]: one.label.trim() },
      ...(one.kind === "select" ? { options: optionsOf(one.options ?? [], language) } : {}),
    })),
  );
  return made.ok
    ? accept({ data: columns.map(({ column }, index) => ({ column, field: made.value[index] ?? "" })) })
    : made;
}
