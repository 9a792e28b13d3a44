import type { Criterion } from "../shared/pipeline.ts";

/**
 * The expression whose value a criterion is judged by; undefined where the record or its evidence says it
 * all.
 */
export function sourceOf(criterion: Criterion): string | undefined {
  switch (criterion.kind) {
    case "condition":
      return criterion.expression;
    case "related":
      return `related(${JSON.stringify(criterion.object)}${criterion.expression ? `, ${criterion.expression}` : ""}).count()`;
    case "document":
      return `related("file", document_type == ${JSON.stringify(criterion.document_type)}).count()`;
    case "form":
      return `related("form_response", form.name == ${JSON.stringify(criterion.form)} && complete == true).count() > 0`;
    default:
      return undefined;
  }
}
