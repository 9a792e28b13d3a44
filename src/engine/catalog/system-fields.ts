import { label } from "../../shared/i18n/label.ts";
import type { Field } from "../../shared/metadata/field.ts";

/** Fields that every record of every object has, in this order, before its own. */
export const SYSTEM_FIELDS: readonly Field[] = [
  { name: "id", kind: "text", label: label("ID", "ID"), system: true, computed: true, internal: true },
  {
    name: "version",
    kind: "integer",
    label: label("版本", "Version"),
    system: true,
    computed: true,
    internal: true,
  },
  { name: "owner", kind: "person", label: label("负责人", "Owner"), system: true, indexed: true },
  {
    name: "department",
    kind: "department",
    label: label("归属部门", "Department"),
    system: true,
    indexed: true,
  },
  {
    name: "created_at",
    kind: "datetime",
    label: label("创建时间", "Created"),
    system: true,
    computed: true,
    indexed: true,
  },
  { name: "created_by", kind: "person", label: label("创建人", "Created by"), system: true, computed: true },
  { name: "updated_at", kind: "datetime", label: label("更新时间", "Updated"), system: true, computed: true },
  { name: "updated_by", kind: "person", label: label("更新人", "Updated by"), system: true, computed: true },
  { name: "external_id", kind: "text", label: label("外部编号", "External ID"), system: true },
  {
    name: "source_system",
    kind: "text",
    label: label("来源系统", "Source system"),
    system: true,
    internal: true,
  },
];
