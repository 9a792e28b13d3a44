import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const view = defineObject({
  name: "view",
  label: label("视图", "View"),
  plural: label("视图", "Views"),
  icon: "table",
  title: "name",
  sharing: {
    personal: "edit",
    opened: { field: "visibility", value: "everyone", ability: "settings.manage" },
  },
  fields: {
    name: {
      kind: "text",
      label: label("名称", "Name"),
      example: "本季度待成交",
      required: true,
      max_length: 100,
    },
    object: {
      kind: "text",
      label: label("对象", "Object"),
      required: true,
      fixed: true,
      indexed: true,
      max_length: 60,
    },
    kind: {
      kind: "select",
      label: label("样式", "Type"),
      default: "list",
      options: [
        { name: "list", label: label("列表", "List") },
        { name: "board", label: label("看板", "Board") },
        { name: "chart", label: label("图表", "Chart") },
      ],
    },
    filter: {
      kind: "long_text",
      label: label("筛选条件", "Filters"),
      description: label("按条件表达式填写，留空为全部", "Written as an expression; empty means all"),
      max_length: 4000,
    },
    sort: { kind: "text", label: label("排序", "Sort"), example: "-amount,close_date", max_length: 200 },
    /** [{field, width?, frozen?}] */
    columns: { kind: "json", label: label("列", "Columns") },
    /** A field; for days also how, as in "close_date:month". */
    group_by: { kind: "text", label: label("分组", "Group by"), max_length: 60 },
    /** "count", or a field whose sum the bars are. */
    measure: { kind: "text", label: label("图表数值", "Chart value"), max_length: 60 },
    visibility: {
      kind: "select",
      label: label("谁可以用", "Who may use it"),
      default: "private",
      indexed: true,
      options: [
        { name: "private", label: label("仅自己", "Only me") },
        { name: "everyone", label: label("所有人", "Everyone") },
      ],
    },
    position: { kind: "integer", label: label("排序号", "Position"), default: 0 },
  },
  list: { columns: ["name", "object", "kind", "visibility", "owner"], sort: "position" },
});
