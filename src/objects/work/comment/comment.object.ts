import { label } from "../../../shared/i18n/label.ts";
import { STAGED } from "../../../shared/metadata/field.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/**
 * What a colleague says about a record, about something that was logged on it, or about one of its changes.
 * Its owner is who wrote it.
 */
export const comment = defineObject({
  name: "comment",
  label: label("评论", "Comment"),
  plural: label("评论", "Comments"),
  icon: "comment",
  title: "subject",
  sharing: { parent: "regarding" },
  timeline: { by: "regarding", at: "created_at", unless: ["about_change", "reply_to"] },
  fields: {
    content: {
      kind: "rich_text",
      label: label("内容", "Content"),
      required: true,
      searchable: true,
      example: "@王芳 客户的付款条件请再确认一下",
    },
    /** Found and listed by it; the first line of the content, worked out on each write. */
    subject: {
      kind: "text",
      label: label("摘要", "Excerpt"),
      computed: true,
      worked_out_of: ["content"],
      max_length: 200,
    },
    regarding: {
      kind: "link",
      targets: [
        "account",
        "contact",
        "lead",
        "opportunity",
        "activity",
        "task",
        "note",
        "competitor",
        "product",
        STAGED,
      ],
      on_delete: "cascade",
      label: label("关联", "Regarding"),
      required: true,
      fixed: true,
      indexed: true,
      inverse: { label: label("评论", "Comments") },
    },
    /** Its number in the log, where it is about one change; that it is a change of the record is not checked. */
    about_change: {
      kind: "integer",
      label: label("所评论的变更", "Change commented on"),
      internal: true,
      fixed: true,
      min: 1,
    },
    /** The first comment of its thread; regarding and change are those of that one. Where it goes, the answers stay. */
    reply_to: {
      kind: "link",
      targets: ["comment"],
      hierarchy: false,
      on_delete: "clear",
      label: label("所回复的评论", "Comment replied to"),
      internal: true,
      fixed: true,
      indexed: true,
    },
  },
  list: { columns: ["subject", "regarding", "owner", "created_at"], sort: "-created_at" },
  sections: [{ label: label("评论", "Comment"), fields: ["content", "regarding"] }],
});
