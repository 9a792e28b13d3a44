import { label } from "../../../shared/i18n/label.ts";
import { STAGED } from "../../../shared/metadata/field.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const formResponse = defineObject({
  name: "form_response",
  label: label("调研表回答", "Questionnaire answers"),
  plural: label("调研表回答", "Questionnaire answers"),
  icon: "form",
  title: "name",
  sharing: { parent: "regarding" },
  timeline: { by: "regarding", at: "created_at" },
  fields: {
    name: { kind: "text", label: label("名称", "Name"), computed: true, max_length: 200 },
    form: {
      kind: "link",
      targets: ["form"],
      on_delete: "refuse",
      label: label("调研表", "Questionnaire"),
      required: true,
      fixed: true,
      indexed: true,
    },
    regarding: {
      kind: "link",
      targets: ["opportunity", "lead", "account", STAGED],
      on_delete: "cascade",
      label: label("关联", "Regarding"),
      indexed: true,
      inverse: { label: label("调研表", "Questionnaires") },
    },
    /** Answers by question id. */
    answers: { kind: "json", label: label("回答", "Answers"), personal: true },
    complete: {
      kind: "boolean",
      label: label("已填完整", "Complete"),
      description: label("必答题都已回答", "All required questions are answered"),
      computed: true,
      indexed: true,
    },
    score: {
      kind: "decimal",
      scale: 2,
      label: label("得分", "Score"),
      computed: true,
      worked_out_of: ["answers"],
    },
  },
  list: { columns: ["name", "regarding", "complete", "score", "owner", "updated_at"], sort: "-updated_at" },
});
