import { label } from "../../../../shared/i18n/label.ts";
import { OWNED } from "../../../../shared/metadata/field.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/** Why a time limit of a record is another one than before: told in its timeline. Written by the program alone. */
export const clockEvent = defineObject({
  name: "clock_event",
  label: label("时限变更", "Time limit changed"),
  plural: label("时限变更", "Time limits changed"),
  icon: "clock",
  title: "text",
  sharing: { parent: "regarding", implied: true },
  internal: true,
  timeline: { by: "regarding", at: "created_at" },
  fields: {
    text: { kind: "text", label: label("内容", "What"), computed: true, max_length: 300 },
    regarding: {
      kind: "link",
      targets: ["task", OWNED],
      on_delete: "cascade",
      label: label("记录", "Record"),
      computed: true,
      indexed: true,
    },
    description: { kind: "long_text", label: label("原因", "Reason"), computed: true, max_length: 1000 },
  },
  list: { columns: ["text", "created_at"], sort: "-created_at" },
});
