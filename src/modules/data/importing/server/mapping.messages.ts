import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** What is wrong with a mapping. */
export const mappingMessages = defineMessages({
  unknown_column: label(
    "文件中没有“{column}”这一列，现有：{columns}",
    "The file has no column “{column}”. Its columns are: {columns}",
  ),
  not_importable: label(
    "字段“{field}”由系统维护，不能导入",
    "The field “{field}” is maintained by the system and cannot be imported",
  ),
  mapped_twice: label("字段“{field}”匹配了两列", "The field “{field}” is matched to two columns"),
  match_not_mapped: label("用于匹配的字段“{field}”没有对应的列", "The match field “{field}” has no column"),
  unknown_link_field: label(
    "“{object}”没有字段“{field}”，不能用它查找",
    "“{object}” has no field “{field}” to search by",
  ),
  no_stage: label(
    "“{object}”没有阶段，不能导入进入阶段的日期（stage_entered）",
    "“{object}” has no stages, so dates of entering a stage (stage_entered) cannot be imported",
  ),
  nothing_mapped: label("没有任何一列匹配到字段", "No column is matched to a field"),
});
