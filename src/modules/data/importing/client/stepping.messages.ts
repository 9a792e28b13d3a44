import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** Going back and forth between the steps of an import. */
export const steppingMessages = defineMessages({
  steps: label("导入步骤", "Import steps"),
  columnsLeft: label("{count} 列未匹配", "{count} {count|column|columns} unmatched"),
  questionsLeft: label("{count} 个问题", "{count} {count|question|questions}"),
  rowsFailing: label("{count} 行有误", "{count} {count|row|rows} with problems"),
  fileThere: label("已上传的文件", "File uploaded"),
  keepFile: label("继续匹配", "Continue to matching"),
  otherBelow: label(
    "换一个文件时，同名的列沿用现在的匹配。",
    "With another file, columns of the same name keep their matching.",
  ),
  sample: label("下载示例文件", "Download a sample file"),
  sampleName: label("{object}-示例.csv", "{object} sample.csv"),
  largerScreen: label(
    "手机上也可以导入，在电脑上匹配列更方便。",
    "Importing works here, too; matching columns is easier on a larger screen.",
  ),
  readAs: label("按 {order} 读：{cell} → {day}", "Read as {order}: {cell} → {day}"),
});
