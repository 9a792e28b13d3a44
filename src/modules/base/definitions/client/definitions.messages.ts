import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const definitionScreenMessages = defineMessages({
  object: label("对象", "Object"),
  fieldName: label("字段", "Field"),
  labelZh: label("中文名称", "Chinese name"),
  labelEn: label("英文名称", "English name"),
  apiName: label("API 名称", "API name"),
  addObject: label("新建对象", "New object"),
  addObjectLead: label(
    "新对象会立即有列表、表单、API 和权限设置。",
    "A new object has its list, form, API and permissions straight away.",
  ),
  apiNameFromLabel: label("按名称自动生成", "Made from the name"),
  advanced: label("高级", "Advanced"),
  apiNameHint: label(
    "小写字母、数字和下划线，保存后不能修改，末尾自动加上 _c",
    "Lower-case letters, digits and underscores. Can’t be changed later; _c is added automatically",
  ),
  withStages: label("有阶段（可以配置流程和关卡）", "Has stages (can have a pipeline with gates)"),
  custom: label("自定义", "Custom"),
  shipped: label("系统自带", "Built in"),
  fieldCount: label("{count} 个字段", "{count} {count|field|fields}"),
  addField: label("添加字段", "Add field"),
  kind: label("类型", "Type"),
  options: label("选项", "Options"),
  target: label("链接到", "Links to"),
  relatedLabel: label("在对方页面上的列表名称", "List name on the other record’s page"),
  formula: label("公式", "Formula"),
  formulaHint: label("例如：amount * probability", "For example: amount * probability"),
  returns: label("结果类型", "Result type"),
  numberFormat: label("编号格式", "Number format"),
  deleteField: label("删除字段“{name}”？", "Delete the field “{name}”?"),
  deleteFieldDetail: label(
    "字段会被隐藏，数据保留 90 天，期间可以恢复。",
    "The field is hidden. Its data is kept for 90 days and can be restored during that time.",
  ),
  openList: label("打开列表", "Open list"),
});
