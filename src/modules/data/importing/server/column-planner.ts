import type { FieldOf } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { ImportOptions } from "../shared/options.contract.ts";
import { withLabels } from "../shared/reasons.labels.ts";
import type { LinesPlan } from "./mapping-plan.ts";
import type { Step } from "./mapping-step.ts";
import { mappingMessages } from "./mapping.messages.ts";

export type ObjectOf = (name: string) => CatalogObject | undefined;

/** The steps of an object so far, what is wrong with them, and those of its lists of lines. */
export class ColumnPlanner {
  readonly steps: Step[] = [];
  readonly reasons: Reason[] = [];
  readonly lists = new Map<FieldOf<"children">, ColumnPlanner>();
  readonly object: CatalogObject;
  readonly objectOf: ObjectOf;
  constructor(object: CatalogObject, objectOf: ObjectOf) {
    this.object = object;
    this.objectOf = objectOf;
  }
  complain(
    code: keyof typeof mappingMessages,
    params: Readonly<Record<string, string>>,
    field?: string,
  ): void {
    const labels = Object.entries(params).flatMap(([name, value]) => {
      const known =
        name === "field"
          ? this.object.byName[value]?.label
          : name === "object"
            ? this.objectOf(value)?.label
            : undefined;
      return known ? [[name, known] as const] : [];
    });
    this.reasons.push({
      code,
      params,
      text: withLabels(mappingMessages[code], labels),
      ...(field ? { field } : {}),
    });
  }

  /** The plans of the lists, with what is wrong in them. */
  linesPlans(options: ImportOptions, header: readonly string[]): readonly LinesPlan[] {
    return [...this.lists].map(([field, { object, steps, reasons }]) => {
      this.reasons.push(...reasons);
      return { field, plan: { object, steps, match: [], options, header, lines: [], selfLinks: [] } };
    });
  }
}
