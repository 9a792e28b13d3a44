import type { FieldOf } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { ImportOptions } from "../shared/options.contract.ts";
import type { LinkStep, Step } from "./mapping-step.ts";

/** What to do with each column, resolved against the catalog. */
export interface MappingPlan {
  readonly object: CatalogObject;
  readonly steps: readonly Step[];
  readonly match: readonly string[];
  readonly options: ImportOptions;
  readonly header: readonly string[];
  /** Lists of lines that rows of the file fill, each as an import of the lines' object. */
  readonly lines: readonly LinesPlan[];
  /** Links to the imported object itself, whose targets the file may bring. */
  readonly selfLinks: readonly LinkStep[];
}
/** Columns of a list of lines: a row that fills one of them is a line of its document. */
export interface LinesPlan {
  readonly field: FieldOf<"children">;
  readonly plan: MappingPlan;
}
