import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { FileColumn } from "./file-column.ts";
import { headerScore } from "./header-score.ts";
import { valueScore } from "./value-score.ts";

/** Kinds that a column's values name by themselves, whatever its title. */
const TELLING: readonly Field["kind"][] = ["email", "phone", "select"];

/** So many values of a column without a known title must be known here. */
const ENOUGH = 0.6;

/** 0–1: how well a column fits a field; `named` is the share of its values that are names known here. */
export function scoreOf(field: Field, column: FileColumn, object: CatalogObject, named: number): number {
  const score = scoreByWords(field, column, object);
  if (named === 0) return score;
  // Names that are known here settle between fields that the title fits alike; by themselves they say a
  // little less than a title.
  if (score > 0) return Math.min(1, score + 0.04 * named);
  return named >= ENOUGH && column.samples.length >= 2 ? 0.5 + 0.05 * named : 0;
}

/** The same by its title and values alone. */
export function scoreByWords(field: Field, column: FileColumn, object: CatalogObject): number {
  const [header, values] = [headerScore(field, column.name, object), valueScore(field, column.samples)];
  if (header === 0 && field.kind === "stage")
    return (values ?? 0) >= ENOUGH && column.samples.length >= 2 ? 0.55 : 0;
  if (header === 0)
    return TELLING.includes(field.kind) && values === 1 && column.samples.length >= 3 ? 0.5 : 0;
  if (values === null) return header;
  // Options that are not known yet are asked about; a column of words is no column of amounts or dates.
  const weight =
    field.kind === "stage" ? 0.2 : field.kind === "select" || column.samples.length < 2 ? 0.4 : 0.6;
  return header * (1 - weight + weight * values);
}
