import { type SavedExpressions, rewriteText } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { object as members, shaped, text } from "../../../../shared/wire/schema.ts";
import { baselineObject } from "../shared/baseline.object.ts";

/** A part of a question with a condition of its own; one of another shape has none. */
const Conditioned = shaped<Values & { readonly object: string }>(members({ object: text() }));
const Question = shaped<Values>(members({}));

/** The question of a baseline is asked again whenever it is opened. Its frozen figures stay as they are. */
export const baselineExpressions: SavedExpressions = {
  object: "baseline",
  label: label("数据快照", "Baseline"),
  rewrite: (values, change): Values => {
    const { question } = partOf(baselineObject, values);
    if (!fits(Question, question)) return {};
    const parts = ["asked", "kept"].flatMap((key) => {
      const part = question[key];
      if (!fits(Conditioned, part)) return [];
      const next = rewriteText(part, "filter", part.object, change, true);
      return Object.keys(next).length === 0 ? [] : [[key, { ...part, ...next }] as const];
    });
    return parts.length === 0 ? {} : { question: { ...question, ...Object.fromEntries(parts) } };
  },
};
