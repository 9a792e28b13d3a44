import type { ObjectHook } from "../../../shared/metadata/hooks.ts";

export const taskHooks: readonly ObjectHook[] = [
  {
    word: "derive",
    name: "task.done_at_follows_status",
    object: "task",
    when: ["status"],
    writes: ["done_at"],
    run: ({ after, now }) => ({ done_at: after["status"] === "done" ? (after["done_at"] ?? now) : null }),
  },
];
