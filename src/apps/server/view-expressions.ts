import { rewriteText, type SavedExpressions } from "../../engine/kernel/saved-expressions.ts";
import { view } from "../../objects/system/view/view.object.ts";
import { label } from "../../shared/i18n/label.ts";
import { partOf } from "../../shared/metadata/record-of.ts";

/** A view's condition, and the fields that it sorts and groups by. */
export const viewExpressions: SavedExpressions = {
  object: view.name,
  label: label("视图", "View"),
  rewrite: (values, change) => {
    const { object: about, sort, group_by } = partOf(view, values);
    // Read only: sort keys and groups are API names already, but a deletion must know of them.
    for (const key of [...(typeof sort === "string" ? sort.split(",") : []), group_by])
      if (typeof key === "string" && typeof about === "string" && key.trim() !== "")
        change(about, key.trim().replace(/^-/, ""));
    return rewriteText(values, "filter", about, change, true);
  },
};
