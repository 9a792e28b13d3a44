import { rewriteText, type SavedExpressions } from "../../engine/definitions/saved-expressions.ts";
import { label } from "../../shared/i18n/label.ts";

/** A view's condition, and the fields that it sorts and groups by. */
export const viewExpressions: SavedExpressions = {
  object: "view",
  label: label("视图", "View"),
  rewrite: (values, change) => {
    const about = values["object"];
    const { sort, group_by } = values;
    // Read only: sort keys and groups are API names already, but a deletion must know of them.
    for (const key of [...(typeof sort === "string" ? sort.split(",") : []), group_by])
      if (typeof key === "string" && typeof about === "string" && key.trim() !== "")
        change(about, key.trim().replace(/^-/, ""));
    return rewriteText(values, "filter", about, change, true);
  },
};
