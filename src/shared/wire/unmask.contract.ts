import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import { anyValue, object, text } from "./schema.ts";

/** Any page that shows a record shows masked values, so this stands beside no module. */
export const unmaskValue = contract({
  method: "POST",
  path: "/records/:object/:id/unmask",
  tag: "records",
  summary: label("查看脱敏内容（留痕）", "Show a masked value (recorded)"),
  description: label(
    "返回一个脱敏字段的完整内容，并记入访问日志。",
    "The whole of a masked value; recorded in the access log.",
  ),
  body: object({ field: text({ maxLength: 60 }) }),
  answer: object({ field: text(), value: anyValue() }),
  errors: { not_found: 404, unknown_object: 404, unknown_field: 422, not_masked: 422 },
});
