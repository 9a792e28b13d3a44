import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import { anyValue, closed, data, list, object, text, whole } from "./schema.ts";

/** So many questions go in one request. */
export const MOST_READS = 30;
const LONGEST_PATH = 16_000;

/**
 * Several questions at once, each as it would be asked by itself: addresses after /api/v1, and the answers in
 * the same order, with the status of each.
 */
export const readTogether = contract({
  method: "POST",
  path: "/reads",
  tag: "metadata",
  summary: label("一次读取多个地址", "Read several addresses in one request"),
  description: label(
    "一次发送最多 30 个读取地址，按顺序返回各自的状态和内容，权限与单独读取相同。",
    "Up to 30 addresses to be read in one request; answers come in their order, each with its status and under the same rights as by itself.",
  ),
  body: closed({
    paths: list(text({ pattern: "^/[a-z]", maxLength: LONGEST_PATH }), { minItems: 1, maxItems: MOST_READS }),
  }),
  answer: data(list(object({ status: whole(), body: anyValue() }))),
});
