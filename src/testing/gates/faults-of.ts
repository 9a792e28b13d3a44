import { buildCatalog, EMPTY_LAYER } from "../../engine/catalog/build-catalog.ts";
import { shippedKinds } from "../../modules/process/gates/shared/kinds/shipped-kinds.ts";
import { checkDefinition } from "../../modules/process/pipeline/shared/check-definition.ts";
import type { PipelineDefinition } from "../../modules/process/pipeline/shared/pipeline.ts";
import { shippedObjects } from "../../objects/registry.ts";
import { checkExpression } from "../../shared/expression/check.ts";

const world = {
  schema: buildCatalog(1, shippedObjects, EMPTY_LAYER),
  checkExpression,
  forms: ["survey"],
  roles: ["finance"],
  people: [],
  kinds: new Map(Object.entries(shippedKinds)),
};
/** What a definition may not be published with, where there is one questionnaire and one role. */
export const faultsOf = (definition: PipelineDefinition) => checkDefinition(definition, world);
