import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const replayMessages = defineMessages({
  same: label(
    "{what}：由 {changes} 条变更重建 {rows} 条、{versions} 个历史版本，逐字节一致",
    "{what}: {rows} rows and {versions} versions rebuilt from {changes} changes, identical byte for byte",
  ),
  unlogged: label(
    "{what}：另有 {count} 处只在不记日志的计算字段上不同",
    "{what}: {count} more differ, only in computed fields that are not logged",
  ),
  missing: label(
    "{what} {id}：日志中有，表中没有（{of}）",
    "{what} {id}: in the log but not in the table ({of})",
  ),
  extra: label(
    "{what} {id}：表中有，日志中没有（{of}）",
    "{what} {id}: in the table but not in the log ({of})",
  ),
  different: label("{what} {id}：与日志不一致（{of}）", "{what} {id}: does not match the log ({of})"),
  row: label("当前记录", "row"),
  version: label("历史版本", "version"),
  whole: label(
    "{workspace}：由日志重建的全部内容与现有数据一致。",
    "{workspace}: everything rebuilt from the log matches the current data.",
  ),
  broken: label(
    "{workspace}：有 {count} 处与日志不一致。",
    "{workspace}: {count} {count|difference|differences} from the log.",
  ),
});
