import type { Values } from "../../../../shared/metadata/object.ts";
import type { BuildContext, OnRecord } from "./build-context.ts";
import { type Built, isRefused } from "./built-row.ts";
import { lifeOf } from "./read-life.ts";
import { readPast } from "./read-past.ts";
import { readStage } from "./read-stage.ts";
import type { LinkedRow } from "./resolve-links.ts";
import { retell } from "./retell-history.ts";
import { retellLife } from "./retell-life.ts";

const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** What the row asks of its record. `values` are complete but for the stage. */
export function buildOperation(
  build: BuildContext,
  { row, values, told, ownId, notes: left }: Pick<LinkedRow, "row" | "values" | "told" | "ownId" | "notes">,
  known: OnRecord | null,
): Built {
  const { object, options } = build.plan;
  if (known && options.onMatch === "skip") return { is: "skip", id: known.match.id };
  const staged = readStage(build, row, values, known?.match ?? null);
  if ("is" in staged) return staged;
  if (known) {
    const retold = told ? retellLife(build, told, staged, known) : retell(build, row, staged, known);
    if (isRefused(retold)) return retold;
    const { past } = retold;
    const notes = [...left, ...retold.notes];
    const given = options.empty === "clear" ? staged.values : withoutEmpty(staged.values);
    return {
      is: "operation",
      notes,
      operation: {
        op: "update",
        object: object.name,
        id: known.match.id,
        values: given,
        ...(past.length > 0 ? { past } : {}),
        ...(build.plan.lines.length > 0 ? { keepsId: true } : {}),
      },
    };
  }
  const past = told ? lifeOf(build, row, told, staged) : readPast(build, row, staged);
  if (isRefused(past)) return past;
  return {
    is: "operation",
    notes: [...left, ...(told?.notes ?? [])],
    operation: {
      op: "create",
      object: object.name,
      id: ownId ?? build.newId(),
      ...(ownId || build.plan.lines.length > 0 ? { keepsId: true } : {}),
      values: withoutEmpty(staged.values),
      ...(past.length > 0 ? { past } : {}),
    },
  };
}
