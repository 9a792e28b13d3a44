import { type SavedExpressions, rewriteText } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { serviceLevel } from "../shared/service-level.object.ts";

/** Conditions of service levels are stored by API name, and hold back the fields that they read. */
export const levelExpressions: SavedExpressions = {
  object: serviceLevel.name,
  label: label("时限", "Service level"),
  rewrite: (values, change) => {
    const about = partOf(serviceLevel, values).object;
    return {
      ...rewriteText(values, "start", about, change),
      ...rewriteText(values, "pause", about, change),
      ...rewriteText(values, "stop", about, change),
    };
  },
};
