import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const form = defineObject({
  name: "form",
  label: label("调研表", "Questionnaire"),
  plural: label("调研表", "Questionnaires"),
  icon: "form",
  area: "settings",
  title: "name",
  spoken_title: "label",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("代码", "Code"),
      description: label("关卡和 API 用它指代这张表", "What gates and the API call it"),
      example: "needs_survey",
      required: true,
      fixed: true,
      indexed: true,
      max_length: 60,
    },
    label: {
      kind: "json",
      label: label("名称", "Name"),
      description: label("各语言的名称", "The name by language"),
      required: true,
    },
    /** [{id, kind, label, required, options?, score?}], see `FormQuestion`. */
    questions: { kind: "json", label: label("题目", "Questions"), required: true },
    active: { kind: "boolean", label: label("启用", "In use"), default: true },
  },
  unique: [{ fields: ["name"] }],
  list: { columns: ["name", "active", "updated_at"], sort: "name" },
});
