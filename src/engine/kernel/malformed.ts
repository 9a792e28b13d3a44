import { label } from "../../shared/i18n/label.ts";

/** What is said of a request that cannot be read. */
export const MALFORMED = label(
  "请求内容有误，请检查后重试。",
  "The request is malformed. Check it and try again.",
);
