import { label } from "../../../shared/i18n/label.ts";
import { STAGED } from "../../../shared/metadata/field.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const note = defineObject({
  name: "note",
  label: label("备注", "Note"),
  plural: label("备注", "Notes"),
  icon: "file-text",
  title: "subject",
  sharing: { parent: "regarding" },
  timeline: { by: "regarding", at: "created_at" },
  fields: {
    subject: {
      kind: "text",
      label: label("标题", "Title"),
      description: label("不填时取内容的第一行", "If empty, the first line of the content"),
      searchable: true,
      max_length: 200,
    },
    content: { kind: "rich_text", label: label("内容", "Content"), required: true, searchable: true },
    regarding: {
      kind: "link",
      targets: ["account", "contact", "lead", "opportunity", "competitor", "product", STAGED],
      on_delete: "cascade",
      label: label("关联", "Regarding"),
      indexed: true,
      inverse: { label: label("备注", "Notes") },
    },
    also_regarding: {
      kind: "links",
      lengthens: "regarding",
      targets: ["account", "contact", "lead", "opportunity", "competitor", "product", STAGED],
      label: label("同时关联", "Also regarding"),
      description: label(
        "还涉及的其他记录，会同样显示在它们的页面上",
        "Other records it is about; it is shown on their pages too",
      ),
      indexed: true,
    },
    /** Ids of people named in the text. */
    mentions: { kind: "json", label: label("提到的人", "People mentioned"), internal: true, silent: true },
    pinned: { kind: "boolean", label: label("置顶", "Pinned"), default: false },
  },
  list: { columns: ["subject", "regarding", "owner", "updated_at"], sort: "-updated_at" },
});
