import type { CatalogObject } from "../../shared/metadata/object.ts";
import { indexName } from "./planned-index.ts";
import { fieldIndex } from "./field-index.ts";
import { hasWords } from "./latest-indexes.ts";
import { hasLatest, stampColumn } from "./has-latest.ts";
import { sumColumns, wantsIndex } from "./index-columns.ts";

/** Indexes that earlier versions made and others have taken the place of. */
export function retiredIndexes(object: CatalogObject): readonly string[] {
  const planned = new Set(
    object.fields.flatMap((field) => fieldIndex(object, field).map(({ suffix }) => suffix)),
  );
  const indexed = object.fields.filter((field) => wantsIndex(object, field));
  const earlier = indexed
    .flatMap((field) => [field.name, `by_${field.name}`])
    .filter((suffix) => !planned.has(suffix));
  const stamp = stampColumn(object);
  const past = [...sumColumns(object), ...(stamp === undefined ? [] : [stamp])].map(
    (column) => `history_by_${column}`,
  );
  const moments = hasLatest(object) ? ["held", "older"] : [];
  const narrow = hasLatest(object) && hasWords(object) ? ["latest"] : [];
  return [...earlier, ...past, ...moments, ...narrow, "history_stage", "stage_from"].map((suffix) =>
    indexName(object.name, suffix),
  );
}
