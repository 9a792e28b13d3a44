import type { CatalogObject } from "../../shared/metadata/object.ts";
import { SEARCHED_APART, WORD_BITS } from "./searched-apart.ts";
import { columnList } from "./planned-index.ts";
import { SCOPE } from "./index-columns.ts";

/**
 * In the order of the last change: of all, of an owner, of a department; and the few that are believed to be
 * older than their stamp.
 */
export function latestIndexes(
  object: CatalogObject,
): readonly { readonly suffix: string; readonly body: string }[] {
  const more = object.stageField ? [object.stageField] : [];
  return [
    // With the bits of words a list that is searched passes by records without a look at their rows.
    ...(hasWords(object)
      ? [
          {
            suffix: "latest_with_words",
            body: `(updated_at, id) include (${columnList([...SCOPE, ...more, WORD_BITS])})`,
          },
        ]
      : [{ suffix: "latest", body: `(updated_at, id) include (${columnList([...SCOPE, ...more])})` }]),
    {
      suffix: "latest_of_owner",
      body: `(owner, updated_at, id) include (${columnList(["deleted_at", ...more])})`,
    },
    {
      suffix: "latest_of_department",
      body: `(department, updated_at, id) include (${columnList(["deleted_at", ...more])})`,
    },
    ...more.map((stage) => ({
      suffix: `latest_of_${stage}`,
      body: `(${columnList([stage, "updated_at", "id"])}) include (${columnList(SCOPE)})`,
    })),
    {
      suffix: "latest_older",
      body: `(valid_from) include (${columnList(["id", "updated_at", ...SCOPE])}) where updated_at > valid_from`,
    },
  ];
}

/** Its words are searched in a partition of their own. */
export const hasWords = (object: CatalogObject): boolean => SEARCHED_APART.includes(object.name);
