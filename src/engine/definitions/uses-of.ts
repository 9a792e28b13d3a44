import { checkExpression } from "../../shared/expression/check.ts";
import { type Label, label, textOf } from "../../shared/i18n/label.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Context } from "../kernel/context.ts";
import { savedRecords } from "./rewrite-saved.ts";
import { compose } from "../catalog/shapes.ts";

const USED = label("{kind}“{name}”用到了它", "it is used by {kind} “{name}”");
/** At most so many places are named. */
const MOST = 50;
/** Checked with the whole catalog already. */
const DEFINITIONS = new Set(["field_definition", "definition_change"]);

/**
 * What is saved and holds today, but would not hold with `next`: views, gates, rules. `without`: an object
 * that goes with all that is its own.
 */
export async function brokenBy(
  context: Context,
  next: Catalog,
  without?: string,
): Promise<readonly Reason[]> {
  const found: Reason[] = [];
  for await (const batch of savedRecords(context, DEFINITIONS))
    for (const { place, object, values } of batch) {
      if (found.length >= MOST) return found;
      let breaks = false;
      place.rewrite(values, (about, text, { past = false } = {}) => {
        if (
          about !== without &&
          !breaks &&
          holds(context.catalog, about, text, past) &&
          !holds(next, about, text, past)
        )
          breaks = true;
        return text;
      });
      if (breaks)
        found.push({
          code: "in_use",
          field: `${place.object}/${values.id}`,
          text: compose(USED, {
            kind: place.label,
            name: nameOf(values[object.spoken_title ?? object.title]),
          }),
        });
    }
  return found;
}
const holds = (catalog: Catalog, object: string, text: string, past: boolean): boolean =>
  text.trim() === "" ||
  (catalog.object(object) !== undefined && checkExpression(text, { schema: catalog, object, past }).ok);

function nameOf(value: WireValue | undefined): Label | string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return String(value ?? "");
  const map = Object.fromEntries(Object.entries(value).map(([tag, text]) => [tag, String(text)]));
  return label(textOf(map, "zh-CN"), textOf(map, "en"));
}
