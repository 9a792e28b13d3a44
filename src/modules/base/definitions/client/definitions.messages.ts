import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const definitionScreenMessages = defineMessages({
  object: label("对象", "Object"),
  fieldName: label("字段", "Field"),
  labelZh: label("中文名称", "Chinese name"),
  labelEn: label("英文名称", "English name"),
  apiName: label("接口名称", "API name"),
  addObject: label("新建对象", "New object"),
  addObjectLead: label(
    "新对象立刻有列表、表单、接口和权限。",
    "A new object has list, form, API and rights at once.",
  ),
  apiNameHint: label(
    "小写英文、数字和下划线，保存后不能修改，会自动加上 _c",
    "Lower-case letters, digits, underscores; fixed once saved; _c is added",
  ),
  withStages: label("有阶段（可以配置流程和门禁）", "Has stages (can have a pipeline with gates)"),
  custom: label("自定义", "Custom"),
  shipped: label("系统", "Built in"),
  fieldCount: label("{count} 个字段", "{count} {count|field|fields}"),
  addField: label("添加字段", "Add a field"),
  kind: label("类型", "Kind"),
  options: label("选项", "Options"),
  target: label("链接到", "Links to"),
  relatedLabel: label("在对方页面上的列表名称", "Name of the list on the other side"),
  formula: label("公式", "Formula"),
  formulaHint: label("例如：amount * probability", "For example: amount * probability"),
  returns: label("结果类型", "Kind of the result"),
  numberFormat: label("编号格式", "Format"),
  deleteField: label("删除字段“{name}”？", "Delete the field “{name}”?"),
  deleteFieldDetail: label(
    "字段会被隐藏，数据保留 90 天，可以恢复。",
    "It is hidden; its data is kept for 90 days and can be restored.",
  ),
  openList: label("打开列表", "Open the list"),
});
