import { label } from "../../../shared/i18n/label.ts";
import { STAGED } from "../../../shared/metadata/field.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const file = defineObject({
  name: "file",
  label: label("附件", "File"),
  plural: label("附件", "Files"),
  icon: "paper-clip",
  title: "name",
  sharing: { parent: "regarding" },
  fields: {
    name: { kind: "text", label: label("文件名", "File name"), required: true, searchable: true, max_length: 255 },
    size: { kind: "integer", label: label("大小（字节）", "Size in bytes"), computed: true, min: 0 },
    mime: { kind: "text", label: label("类型", "Type"), computed: true, max_length: 120 },
    /** SHA-256 of the content, lower-case hex: where the storage keeps it. */
    hash: { kind: "text", label: label("内容指纹", "Digest"), computed: true, internal: true, indexed: true, max_length: 64 },
    document_type: {
      kind: "select",
      label: label("文档类型", "Document type"),
      description: label("门禁可以要求某类文档", "Gates can ask for a document of a type"),
      indexed: true,
      options: [
        { name: "requirement", label: label("需求文档", "Requirements") },
        { name: "site_survey", label: label("现场勘测报告", "Site survey") },
        { name: "proposal", label: label("方案", "Proposal") },
        { name: "quotation", label: label("报价单", "Quotation") },
        { name: "tender", label: label("招投标文件", "Tender") },
        { name: "contract", label: label("合同", "Contract") },
        { name: "acceptance", label: label("验收单", "Acceptance") },
        { name: "business_licence", label: label("营业执照", "Business licence") },
        { name: "photo", label: label("照片", "Photo") },
        { name: "other", label: label("其他", "Other") },
      ],
    },
    regarding: {
      kind: "link",
      targets: ["account", "contact", "lead", "opportunity", "activity", "task", "note", "competitor", "product", STAGED],
      on_delete: "cascade",
      label: label("关联", "Regarding"),
      indexed: true,
      inverse: { label: label("附件", "Files") },
    },
    also_regarding: {
      kind: "links",
      lengthens: "regarding",
      targets: ["account", "contact", "lead", "opportunity", "activity", "task", "note", "competitor", "product", STAGED],
      label: label("同时关联", "Also regarding"),
      description: label("还涉及的其他记录，会同样显示在它们的页面上", "Further records it is about; it shows on their pages, too"),
      indexed: true,
    },
  },
  list: { columns: ["name", "document_type", "size", "regarding", "owner", "created_at"], sort: "-created_at" },
});
