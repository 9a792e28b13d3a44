import { objectRegistries } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { hasStage } from "../../pipeline/public.ts";
import { kindsOf } from "./gate-kinds.ts";

/** The kinds of criteria, on the page of what runs on an object. */
export const listedKinds = objectRegistries.define("criteria", {
  label: label("阶段关卡的条件类型", "Types of gate criteria"),
  entries: (context, object) =>
    hasStage(object) ? [...kindsOf(context)].map(([name, kind]) => ({ name, label: kind.label })) : [],
});
