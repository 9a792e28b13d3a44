import { label } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { ServerDerive } from "../kernel/hooks.ts";
import { canonical, type SavedExpressions } from "../kernel/saved-expressions.ts";

/**
 * What is saved as it was typed, with labels, is stored by API names and option codes: a label may change at
 * any time. Field definitions are spelled by the routes that write them, against the catalog as it will be.
 */
export const storeByName = (places: readonly SavedExpressions[]): ServerDerive => {
  const byObject = new Map(
    places
      .filter(({ object }) => object !== "field_definition" && object !== "definition_change")
      .map((place) => [place.object, place]),
  );
  return {
    word: "derive",
    name: "definitions.store_by_name",
    label: label("条件按 API 名称保存", "Stores conditions by API name"),
    applies: (object) => byObject.has(object.name),
    run: async ({ object, context, changes }) => {
      const place = byObject.get(object.name);
      const change = canonical(context.catalog);
      return new Map<string, Values>(
        place ? changes.map((one) => [one.id, place.rewrite(one.after, change)]) : [],
      );
    },
  };
};
