import { label } from "../../shared/i18n/label.ts";
import type { Guard } from "../kernel/hooks.ts";
import { definitionMessages } from "./messages.ts";

const DEFINING = new Set(["object_definition", "field_definition", "definition_change"]);
/** Definitions are checked as a whole by the routes that write them; no other road writes one. */
export const definitionsOnly: Guard = {
  word: "guard",
  name: "definitions.road",
  label: label(
    "对象和字段只能在“对象与字段”中修改",
    "Objects and fields can only be changed in their settings",
  ),
  applies: (object) => DEFINING.has(object.name),
  run: async ({ context, changes }) =>
    new Map(
      context.principal.kind === "system"
        ? []
        : changes.map((change) => [
            change.id,
            [{ code: "use_objects", text: definitionMessages.use_objects }],
          ]),
    ),
};
