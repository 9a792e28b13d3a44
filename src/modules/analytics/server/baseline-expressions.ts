import { rewriteText, type SavedExpressions } from "../../../engine/definitions/saved-expressions.ts";
import { label } from "../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";

const isPart = (value: WireValue | undefined): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The question of a baseline is asked again whenever it is opened. Its frozen figures stay as they are. */
export const baselineExpressions: SavedExpressions = {
  object: "baseline",
  label: label("基线", "Baseline"),
  rewrite: (values, change): Values => {
    const { question } = values;
    if (!isPart(question)) return {};
    const parts = ["asked", "kept"].flatMap((key) => {
      const part = question[key];
      if (!isPart(part)) return [];
      const next = rewriteText(part, "filter", part["object"], change, true);
      return Object.keys(next).length === 0 ? [] : [[key, { ...part, ...next }] as const];
    });
    return parts.length === 0 ? {} : { question: { ...question, ...Object.fromEntries(parts) } };
  },
};
