import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { derive } from "../../../shared/metadata/object-rules.ts";
import { task } from "./task.object.ts";

export const taskHooks: readonly ObjectHook[] = [
  derive(task, {
    name: "done_at_follows_status",
    when: ["status"],
    writes: ["done_at"],
    run: ({ after, now }) => ({ done_at: after.status === "done" ? (after.done_at ?? now) : null }),
  }),
];
