import { label } from "../../../../shared/i18n/label.ts";
import { STAGED } from "../../../../shared/metadata/field.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/**
 * Its owner is whom it is for. The text is made when it is read, in the reader's language and with the
 * reader's rights.
 */
export const notification = defineObject({
  name: "notification",
  label: label("通知", "Notification"),
  plural: label("通知", "Notifications"),
  icon: "bell",
  title: "kind",
  sharing: { personal: "read" },
  internal: true,
  fields: {
    kind: { kind: "text", label: label("种类", "Type"), computed: true, max_length: 40 },
    params: { kind: "json", label: label("内容", "Content"), computed: true },
    regarding: {
      kind: "link",
      targets: ["account", "contact", "lead", "opportunity", "task", "activity", "note", STAGED],
      on_delete: "clear",
      label: label("关联", "Regarding"),
      computed: true,
    },
    /** Kept out of the bell, as its owner wants it; other channels tell it all the same. */
    muted: { kind: "boolean", label: label("不在站内显示", "Not in the bell"), computed: true },
    read_at: {
      kind: "datetime",
      label: label("已读时间", "Read"),
      computed: true,
      silent: false,
      indexed: true,
    },
  },
  list: { columns: ["kind", "regarding", "created_at", "read_at"], sort: "-created_at" },
});
