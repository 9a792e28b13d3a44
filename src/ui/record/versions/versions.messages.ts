import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const versionMessages = defineMessages({
  changes: label("变更", "Changes"),
  versions: label("版本", "Versions"),
  kind: label("按变更或按版本看", "Changes or versions"),
  version: label("第 {version} 版", "Version {version}"),
  told: label("导入补录", "Told by an import"),
  current: label("当前", "Current"),
  binned: label("在回收站", "In the recycle bin"),
  changedFields: label("改了：{fields}", "Changed: {fields}"),
  nothingSeen: label("您能看到的字段没有变化", "Nothing changed that you may see"),
  open: label("查看与比较", "Open and compare"),
  title: label("第 {version} 版（{time} 起）", "Version {version} (from {time})"),
  toldTitle: label("导入补录的版本（{time} 起）", "A version told by an import (from {time})"),
  field: label("字段", "Field"),
  chosen: label("这个版本", "This version"),
  against: label("与之比较", "Compared with"),
  onlyDifferent: label("只看不同的字段", "Only what differs"),
  same: label("两个版本没有不同", "The two versions are the same"),
  restore: label("恢复所选字段", "Restore what is ticked"),
  restoreCount: label("恢复 {count} 个字段", "Restore {count} {count|field|fields}"),
  restoreHint: label(
    "恢复也是一次修改：必填、校验和阶段关卡照常检查，变更里会记下来。",
    "Restoring is a change like any other: rules and gates are asked, and it is logged.",
  ),
  restored: label("已恢复到第 {version} 版", "Version {version} is restored"),
  restoredTold: label("已恢复到补录的版本", "The told version is restored"),
  choose: label("恢复“{field}”", "Restore “{field}”"),
  fieldHistory: label("“{field}”的历史", "History of “{field}”"),
  since: label("{from} 起", "from {from}"),
  earlier: label("更早的版本", "Earlier versions"),
});
