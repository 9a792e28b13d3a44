import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Column } from "./names.ts";

/**
 * What the kept totals of an object are: how many living records there are, and how much they are worth, for
 * each pipeline, stage, department, owner and currency. They stand in two tables of the same columns: folded
 * sums, and the deltas that writes have added since.
 */
export interface TotalsShape {
  /** Whose values the totals are kept by. */
  readonly dimensions: readonly Field[];
  /** The money that is summed, in its own currency and in the company's. */
  readonly money: Field | undefined;
  readonly columns: readonly Column[];
}

const DIMENSIONS = ["pipeline", "stage_type", "department", "owner"];
const shapes = new WeakMap<CatalogObject, TotalsShape | null>();

/** Objects that have a stage stand on boards, and boards have totals; others have none. */
export function totalsShape(object: CatalogObject): TotalsShape | undefined {
  const known = shapes.get(object);
  if (known !== undefined) return known ?? undefined;
  const shape = object.stageField === undefined || object.ledger ? null : shapeOf(object, object.stageField);
  shapes.set(object, shape);
  return shape ?? undefined;
}

function shapeOf(object: CatalogObject, stageField: string): TotalsShape {
  const dimensions = [stageField, ...DIMENSIONS].flatMap((name) => object.byName[name] ?? []);
  const money = [...object.list.columns.flatMap((name) => object.byName[name] ?? []), ...object.fields].find(
    (field) => field.kind === "money" && !field.hidden,
  );
  const column = (name: string, type: string): Column => ({ name, type, nullable: true, part: "value" });
  return {
    dimensions,
    money,
    columns: [
      ...dimensions.map((field) =>
        column(field.name, field.name === stageField || field.name === "stage_type" ? "text" : "uuid"),
      ),
      column("_currency", "text"),
      column("_records", "bigint"),
      column("_given", "bigint"),
      column("_amount", "numeric"),
      column("_base", "numeric"),
    ],
  };
}
/** What one row of totals is told apart by. */
export const totalsKey = ({ dimensions }: TotalsShape): readonly string[] => [
  ...dimensions.map((field) => field.name),
  "_currency",
];
/** What is added up. `_given` counts the records that have an amount. */
export const SUMS = ["_records", "_given", "_amount", "_base"] as const;
