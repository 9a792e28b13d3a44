import { label } from "../shared/i18n/label.ts";
import type { Rule } from "../shared/metadata/hooks.ts";

const circle = label("上级不能是自己或自己的下级", "The one above cannot be the record itself or one below it");
/** As far as an expression follows links. */
const DEPTH = 6;

/** Keeps a tree a tree: following `field` upwards from a record never comes back to it (looked at six levels up). */
export function treeRule(object: string, field: string): Rule {
  const steps = Array.from({ length: DEPTH }, (_, index) => Array.from({ length: index + 1 }, () => field).join("."));
  return {
    word: "guard",
    name: `${object}.${field}_makes_no_circle`,
    object,
    when: [field],
    facts: Object.fromEntries(steps.slice(1).map((path, index) => [`up${index + 2}`, path])),
    run: ({ after, id }, facts) => ([after[field], ...Object.values(facts)].includes(id) ? [{ code: "circle", field, text: circle }] : []),
  };
}
