import { type Context, type Result, accept, readsStage, refuse } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { pipelineMessages } from "./messages.ts";

/**
 * The object of that name, if its records move through stages and the caller may know in which they stand.
 */
export function stageObject(
  context: Context,
  name: string | undefined,
): Result<CatalogObject & { readonly stageField: string }> {
  const object = context.catalog.object(name ?? "");
  if (!object?.stageField)
    return refuse({
      status: 404,
      code: "no_stages",
      text: pipelineMessages.no_stages,
      params: { object: (name ?? "").slice(0, 80) },
    });
  if (!readsStage(context, object))
    return refuse({ status: 403, code: "hidden_stage", text: pipelineMessages.hidden_stage });
  return accept({ ...object, stageField: object.stageField });
}
export const noRecord = () => refuse({ status: 404, code: "not_found", text: pipelineMessages.no_record });
