import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { clocked } from "../../../../shared/metadata/clock-fields.ts";
import type { Shape } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";

const { close_date, probability, forecast_category } = opportunity.fields;

/**
 * What a staged object has as far as it is like a deal: chances that follow the stage, and a day on which it
 * closes. Which of these it has its definition says.
 */
export const dealLike = {
  fields: { ...staged.fields, ...clocked.fields, close_date, probability, forecast_category },
} as const satisfies Shape;
