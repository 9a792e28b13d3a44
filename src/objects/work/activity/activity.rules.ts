import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { derive } from "../../../shared/metadata/object-rules.ts";
import { firstLine } from "../first-line.ts";
import { activity } from "./activity.object.ts";

/**
 * A log of calls reads the same for everybody, so the name of the type is stored in the company's usual
 * language.
 */
const typeLabel = (name: string | null | undefined): string =>
  activity.fields.type.options.find((option) => option.name === name)?.label["zh-CN"] ?? "";

export const activityHooks: readonly ObjectHook[] = [
  derive(activity, {
    name: "when_and_whether_done",
    when: ["occurred_at", "status", "type"],
    writes: ["occurred_at", "status"],
    run: ({ after, now }) => {
      const at = after.occurred_at ?? now;
      return {
        occurred_at: at,
        status: after.status ?? (Date.parse(at) > Date.parse(now) ? "planned" : "done"),
      };
    },
  }),
  derive(activity, {
    name: "subject_from_content",
    writes: ["subject"],
    run: ({ after }) =>
      after.subject ? {} : { subject: firstLine(after.content) || typeLabel(after.type) || "跟进" },
  }),
];
