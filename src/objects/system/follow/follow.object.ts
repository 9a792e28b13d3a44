import { label } from "../../../shared/i18n/label.ts";
import { OWNED } from "../../../shared/metadata/field.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/** A record that somebody keeps an eye on. It is theirs alone: nobody else learns of it. */
export const follow = defineObject({
  name: "follow",
  label: label("关注", "Followed record"),
  plural: label("关注", "Followed records"),
  icon: "star",
  title: "id",
  sharing: { personal: "edit" },
  internal: true,
  fields: {
    regarding: {
      kind: "link",
      targets: [OWNED],
      on_delete: "cascade",
      label: label("记录", "Record"),
      required: true,
      fixed: true,
      indexed: true,
    },
  },
  unique: [{ fields: ["regarding", "owner"] }],
  list: { columns: ["regarding", "created_at"], sort: "-created_at" },
});
