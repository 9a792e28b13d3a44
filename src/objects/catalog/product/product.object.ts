import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const product = defineObject({
  name: "product",
  label: label("产品", "Product"),
  plural: label("产品", "Products"),
  icon: "appstore",
  area: "catalog",
  title: "name",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("产品名称", "Product name"),
      example: "智能电磁流量计 DN100",
      required: true,
      indexed: true,
      searchable: true,
      max_length: 200,
    },
    code: { kind: "text", label: label("产品编码", "Product code"), example: "FM-E100", indexed: true, searchable: true, max_length: 60 },
    category: { kind: "text", label: label("类别", "Category"), example: "流量仪表", indexed: true, searchable: true, max_length: 80 },
    specification: { kind: "text", label: label("规格型号", "Specification"), example: "DN100 PN16 316L", max_length: 200 },
    unit: { kind: "text", label: label("单位", "Unit"), example: "台", max_length: 20 },
    list_price: { kind: "money", label: label("标准价", "List price"), indexed: true, min: "0" },
    tax_rate: { kind: "percent", label: label("税率", "Tax rate"), example: "13", min: "0", max: "100", scale: 2 },
    active: { kind: "boolean", label: label("在售", "On sale"), default: true, indexed: true },
    image: { kind: "image", max_count: 1, label: label("图片", "Image") },
    description: { kind: "long_text", label: label("说明", "Description") },
  },
  unique: [{ fields: ["code"], fold: true }],
  list: { columns: ["name", "code", "category", "list_price", "unit", "active"], sort: "name" },
});
