import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { firstLine } from "../first-line.ts";
import { activity } from "./activity.object.ts";

const type = activity.fields["type"];
/**
 * A log of calls reads the same for everybody, so the name of the type is stored in the company's usual
 * language.
 */
const typeLabel = (name: unknown): string =>
  type?.kind === "select" ? (type.options.find((option) => option.name === name)?.label["zh-CN"] ?? "") : "";

export const activityHooks: readonly ObjectHook[] = [
  {
    word: "derive",
    name: "activity.when_and_whether_done",
    object: "activity",
    when: ["occurred_at", "status", "type"],
    writes: ["occurred_at", "status"],
    run: ({ after, now }): Values => {
      const at = typeof after["occurred_at"] === "string" ? after["occurred_at"] : now;
      return {
        occurred_at: at,
        status: after["status"] ?? (Date.parse(at) > Date.parse(now) ? "planned" : "done"),
      };
    },
  },
  {
    word: "derive",
    name: "activity.subject_from_content",
    object: "activity",
    writes: ["subject"],
    run: ({ after }): Values =>
      after["subject"] ? {} : { subject: firstLine(after["content"]) || typeLabel(after["type"]) || "跟进" },
  },
];
