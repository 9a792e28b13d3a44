import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const versionMessages = defineMessages({
  changes: label("变更", "Changes"),
  versions: label("版本", "Versions"),
  kind: label("按变更或按版本查看", "Show changes or versions"),
  version: label("第 {version} 版", "Version {version}"),
  told: label("导入的历史版本", "Imported history"),
  current: label("当前", "Current"),
  binned: label("已在回收站", "In the recycle bin"),
  changedFields: label("修改了：{fields}", "Changed: {fields}"),
  nothingSeen: label("你能看到的字段没有变化", "No changes in the fields you can see"),
  open: label("查看与比较", "Open and compare"),
  title: label("第 {version} 版（{time} 起）", "Version {version} (from {time})"),
  toldTitle: label("导入的历史版本（{time} 起）", "Imported version (from {time})"),
  field: label("字段", "Field"),
  chosen: label("此版本", "This version"),
  against: label("对比", "Compared with"),
  onlyDifferent: label("只看有差异的字段", "Only differences"),
  same: label("两个版本没有差异", "The two versions are identical"),
  all: label("恢复全部字段", "Restore all fields"),
  restoreCount: label("恢复 {count} 个字段", "Restore {count} {count|field|fields}"),
  restoreHint: label(
    "恢复等同于一次修改：必填项、校验和阶段要求照常检查，并记入变更记录。",
    "Restoring is a change like any other: rules and gates are checked and it is logged.",
  ),
  restored: label("已恢复到第 {version} 版", "Restored to version {version}"),
  restoredTold: label("已恢复到导入的历史版本", "Restored to the imported version"),
  choose: label("恢复“{field}”", "Restore “{field}”"),
  fieldHistory: label("“{field}”的历史", "History of “{field}”"),
  since: label("{from} 起", "from {from}"),
  earlier: label("更早的版本", "Earlier versions"),
});
