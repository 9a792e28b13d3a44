import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { firstLine } from "../first-line.ts";

export const noteHooks: readonly ObjectHook[] = [
  {
    word: "derive",
    name: "note.subject_from_content",
    object: "note",
    writes: ["subject"],
    run: ({ after }): Values => (after["subject"] ? {} : { subject: firstLine(after["content"]) || "备忘" }),
  },
];
