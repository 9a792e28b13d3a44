import { type SavedExpressions, rewriteText } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { baselineObject } from "../shared/baseline.object.ts";

/** The question of a baseline is asked again whenever it is opened. Its frozen figures stay as they are. */
export const baselineExpressions: SavedExpressions = {
  object: "baseline",
  label: label("数据快照", "Baseline"),
  rewrite: (values, change): Values => {
    const { question } = partOf(baselineObject, values);
    if (!isMap(question)) return {};
    const parts = ["asked", "kept"].flatMap((key) => {
      const part = question[key];
      if (!isMap(part)) return [];
      const { object }: { readonly object?: WireValue } = part;
      const next = rewriteText(part, "filter", object, change, true);
      return Object.keys(next).length === 0 ? [] : [[key, { ...part, ...next }] as const];
    });
    return parts.length === 0 ? {} : { question: { ...question, ...Object.fromEntries(parts) } };
  },
};
