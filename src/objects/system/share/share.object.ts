import { label } from "../../../shared/i18n/label.ts";
import { SHARED } from "../../../shared/metadata/field.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/**
 * One record opened to somebody beyond its owner, department and roles: a collaborator, a department, a team,
 * a role.
 */
export const share = defineObject({
  name: "share",
  label: label("共享", "Share"),
  plural: label("团队与共享", "Team and sharing"),
  icon: "share",
  title: "id",
  sharing: { parent: "regarding", implied: true },
  fields: {
    regarding: {
      kind: "link",
      targets: [SHARED],
      on_delete: "cascade",
      label: label("记录", "Record"),
      required: true,
      fixed: true,
      indexed: true,
    },
    to: {
      kind: "link",
      targets: ["user", "department", "team", "role"],
      on_delete: "cascade",
      label: label("共享给", "Shared with"),
      required: true,
      fixed: true,
      indexed: true,
    },
    below: {
      kind: "boolean",
      label: label("含下级部门", "Include departments below"),
      description: label(
        "共享给部门时，其下级部门的成员也能看到",
        "When shared with a department, people in the departments below it see it too",
      ),
      default: true,
    },
    level: {
      kind: "select",
      label: label("权限", "Access"),
      required: true,
      default: "read",
      options: [
        { name: "read", label: label("只读", "Read only"), color: "blue" },
        { name: "edit", label: label("可编辑", "Can edit"), color: "green" },
      ],
    },
    duty: {
      kind: "select",
      label: label("职能", "Function"),
      description: label("在这条记录上负责什么", "What they do on this record"),
      indexed: true,
      options: [
        { name: "presales", label: label("售前", "Presales") },
        { name: "commercial", label: label("商务", "Commercial") },
        { name: "delivery", label: label("交付", "Delivery") },
        { name: "service", label: label("服务", "Service") },
        { name: "legal", label: label("法务", "Legal") },
        { name: "sponsor", label: label("高层支持", "Executive sponsor") },
        { name: "other", label: label("其他", "Other") },
      ],
    },
    expires_at: {
      kind: "datetime",
      label: label("有效期至", "Until"),
      description: label("到期自动结束；不填则长期有效", "Ends automatically; leave empty for no end date"),
      indexed: true,
    },
    reason: { kind: "text", label: label("原因", "Reason"), example: "联合投标", max_length: 200 },
  },
  unique: [{ fields: ["regarding", "to"] }],
  list: {
    columns: ["regarding", "to", "level", "duty", "expires_at", "reason", "created_by"],
    sort: "created_at",
  },
});
