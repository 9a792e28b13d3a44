import { type Label, label, type LabelMap, type Language, textOf } from "../../../../shared/i18n/label.ts";
import { defineMessages, type MessageParams } from "../../../../shared/i18n/messages.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";

export const IMPORT_TEXTS = defineMessages({
  not_a_date: label("“{cell}”不是可识别的日期", "“{cell}” is not a recognisable date"),
  ambiguous_date: label(
    "“{cell}”可能是月/日，也可能是日/月，请在匹配中选择日期顺序",
    "“{cell}” may be month/day or day/month. Choose the date order in the mapping",
  ),
  ambiguous_number: label(
    "“{cell}”中的标点可能是小数点，也可能是千位分隔符，请在匹配中选择",
    "The separator in “{cell}” may be a decimal or a thousands mark. Choose the decimal mark in the mapping",
  ),
  ambiguous_percent: label(
    "“{cell}”可能是 {cell}%，也可能是小数形式的百分比，请在匹配中选择单位",
    "“{cell}” may be {cell}% or a fraction. Choose the unit in the mapping",
  ),
  cell_error: label(
    "单元格显示错误值 {cell}，不能用来清空字段",
    "The cell shows the error {cell}, which cannot clear a field",
  ),
  formula_without_value: label(
    "公式 {cell} 的结果没有保存在文件中，请用 Excel 打开并保存后再导入",
    "The result of the formula {cell} is not stored in the file. Open it in Excel, save it and import again",
  ),
  not_a_datetime: label("“{cell}”不是可识别的时间", "“{cell}” is not a recognisable date and time"),
  not_a_number: label("“{cell}”不是数字", "“{cell}” is not a number"),
  not_an_integer: label("“{cell}”不是整数", "“{cell}” is not a whole number"),
  not_a_percent: label("“{cell}”不是百分比", "“{cell}” is not a percentage"),
  not_money: label("“{cell}”不是金额", "“{cell}” is not an amount"),
  not_a_boolean: label("“{cell}”应为“是”或“否”", "“{cell}” should be yes or no"),
  not_a_phone: label("“{cell}”不是有效的电话号码", "“{cell}” is not a valid phone number"),
  several_phones: label(
    "“{cell}”中有多个电话号码，每个字段只存一个；请拆成两列，分别对应手机和电话",
    "“{cell}” has several phone numbers, but a field stores only one. Split them into two columns, for mobile and phone",
  ),
  not_an_email: label("“{cell}”不是有效的邮箱地址", "“{cell}” is not a valid email address"),
  not_a_url: label("“{cell}”不是有效的网址", "“{cell}” is not a valid web address"),
  not_json: label("“{cell}”不是有效的 JSON", "“{cell}” is not valid JSON"),
  unknown_option: label("“{cell}”不在可选项中：{options}", "“{cell}” is not one of the options: {options}"),
  not_importable: label("字段“{name}”不能导入", "The field “{name}” cannot be imported"),
  link_missing: label("没有叫“{cell}”的{object}", "There is no {object} called “{cell}”"),
  link_left_empty: label(
    "没有叫“{cell}”的{object}，已留空",
    "There is no {object} called “{cell}”; the field was left empty",
  ),
  link_near: label(
    "没有叫“{cell}”的{object}，是否指“{near}”？",
    "There is no {object} called “{cell}”. Did you mean “{near}”?",
  ),
  link_ambiguous: label("有 {count} 条记录都叫“{cell}”", "{count} records are called “{cell}”"),
  match_ambiguous: label("有 {count} 条记录符合匹配条件“{cell}”", "{count} records match “{cell}”"),
  match_denied: label(
    "你无权修改与“{cell}”匹配的记录",
    "You do not have permission to change the record matching “{cell}”",
  ),
  circular_reference: label(
    "“{cell}”所指的行没有导入，或与本行互相引用",
    "The row for “{cell}” was not imported, or refers back to this one",
  ),
  ragged_row: label(
    "本行有 {found} 列，表头只有 {expected} 列",
    "The row has {found} cells, but there are only {expected} headings",
  ),
  stage_dates_out_of_order: label(
    "{earlier} 早于前一阶段的日期 {later}",
    "{earlier} is before the previous stage’s date {later}",
  ),
  visit_on_record: label(
    "文件中进入“{stage}”的日期是 {told}，但记录中是 {day}；请先改正文件中的日期，或不导入此列",
    "In the file, “{stage}” was entered on {told}; on record it was entered on {day}. Correct the date in the file, or don’t import this column",
  ),
  visit_between: label(
    "文件中进入“{stage}”的日期是 {told}，但记录当时处于“{known}”（{day} 起）",
    "In the file, “{stage}” was entered on {told}; on record it was in “{known}” at that time (since {day})",
  ),
  history_left_out: label(
    "这一行更换了流程，阶段日期未记入历史",
    "This row changes the pipeline, so its stage dates were not added to the history",
  ),
  created_on_record: label(
    "创建时间保持 {known}：记录在 {told} 之前就已存在",
    "The creation time stays {known}: the record already existed before {told}",
  ),
  date_in_future: label("{cell} 是将来的日期，不能作为历史", "{cell} is in the future and cannot be history"),
  stage_unknown: label(
    "“{cell}”不是该流程的阶段：{options}",
    "“{cell}” is not a stage of this pipeline: {options}",
  ),
  pipeline_unknown: label("“{cell}”不是已发布的流程", "“{cell}” is not a published pipeline"),
  history_unreadable: label("“{column}”中的变更历史无法识别", "The history in “{column}” cannot be read"),
  history_person_unknown: label(
    "变更历史中的“{cell}”在这里找不到，该时段按本行的值记录",
    "“{cell}” in the history was not found here; the row’s own value is used instead",
  ),
  history_differs: label(
    "记录在 {day} 已推进到“{stage}”，文件中的变更历史没有这一步；请去掉历史列后再导入",
    "On record, “{stage}” was entered on {day}, but the history in the file does not include this. Remove the history column and import again",
  ),
  document_differs: label(
    "“{column}”为“{cell}”，与第 {row} 行不同；同一单据的各行应一致，或只在第一行填写",
    "“{column}” is “{cell}” here but different in row {row}. Rows of one document must agree, or only the first should have a value",
  ),
  document_refused: label(
    "第 {rows} 行有误，整张单据没有导入",
    "Row {rows} has an error, so the whole document was not imported",
  ),
  row_too_large: label("本行内容过大", "The row is too large"),
});
export type ImportTextKey = keyof typeof IMPORT_TEXTS;

/** A text with words that each language has for itself. */
export function withLabels(text: Label, words: readonly (readonly [name: string, word: LabelMap])[]): Label {
  const put = (language: Language): string =>
    words.reduce(
      (said, [name, word]) => said.replaceAll(`{${name}}`, textOf(word, language)),
      text[language],
    );
  return { "zh-CN": put("zh-CN"), en: put("en") };
}

/** A reason of the import itself. `words`: what is called differently in each language. */
export const importReason = (
  code: ImportTextKey,
  params: MessageParams,
  field?: string,
  words: Readonly<Record<string, LabelMap>> = {},
): Reason => ({
  code,
  params,
  text: withLabels(IMPORT_TEXTS[code], Object.entries(words)),
  ...(field ? { field } : {}),
});

/** Options as people know them, in each language. */
export function optionLabels(
  options: readonly { readonly name: string; readonly label: LabelMap; readonly hidden?: boolean }[],
): LabelMap {
  const offered = options.filter((option) => !option.hidden);
  const list = (language: Language, mark: string): string =>
    offered
      .slice(0, 12)
      .map(({ name, label: text }) => textOf(text, language, name))
      .join(mark) + (offered.length > 12 ? " …" : "");
  return { "zh-CN": list("zh-CN", "、"), en: list("en", ", ") };
}

/** A cell as it may stand in a message. */
export const shown = (cell: string): string => (cell.length > 60 ? `${cell.slice(0, 57)}…` : cell);
