import { type Label, label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/** One link object per object that carries tags: its rows are seen by whoever sees the tagged record. */
const tagging = (object: string, noun: Label) =>
  defineObject({
    name: `${object}_tag`,
    label: label(`${noun["zh-CN"]}标签`, `${noun.en} tag`),
    plural: label(`${noun["zh-CN"]}标签`, `${noun.en} tags`),
    title: "id",
    sharing: { parent: object },
    fields: {
      [object]: {
        kind: "link",
        targets: [object],
        on_delete: "cascade",
        label: noun,
        required: true,
        fixed: true,
        indexed: true,
      },
      tag: {
        kind: "link",
        targets: ["tag"],
        on_delete: "cascade",
        label: label("标签", "Tag"),
        required: true,
        fixed: true,
        indexed: true,
      },
    },
    unique: [{ fields: [object, "tag"] }],
    list: { columns: [object, "tag"], sort: "-created_at" },
  });

export const taggings = [
  tagging("account", label("客户", "Account")),
  tagging("contact", label("联系人", "Contact")),
  tagging("lead", label("线索", "Lead")),
  tagging("opportunity", label("商机", "Opportunity")),
];
