import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** What is wrong with a mapping. */
export const mappingMessages = defineMessages({
  unknown_column: label(
    "文件中没有“{column}”这一列，现有：{columns}",
    "The file has no column “{column}”; it has: {columns}",
  ),
  not_importable: label(
    "字段“{field}”由系统维护，不能导入",
    "The field “{field}” is kept by the system and cannot be imported",
  ),
  mapped_twice: label("字段“{field}”被映射了两次", "The field “{field}” is mapped twice"),
  match_not_mapped: label("匹配字段“{field}”没有映射到任何一列", "The match field “{field}” has no column"),
  unknown_link_field: label(
    "“{object}”没有字段“{field}”，不能用它查找",
    "“{object}” has no field “{field}” to be found by",
  ),
  no_stage: label(
    "“{object}”没有阶段，不能使用 stage_entered",
    "“{object}” has no stage; stage_entered cannot be used",
  ),
  nothing_mapped: label("没有任何一列对应到字段", "No column is mapped to a field"),
});
