import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { derive } from "../../../shared/metadata/object-rules.ts";
import { firstLine } from "../first-line.ts";
import { note } from "./note.object.ts";

export const noteHooks: readonly ObjectHook[] = [
  derive(note, {
    name: "subject_from_content",
    writes: ["subject"],
    run: ({ after }) => (after.subject ? {} : { subject: firstLine(after.content) || "备忘" }),
  }),
];
