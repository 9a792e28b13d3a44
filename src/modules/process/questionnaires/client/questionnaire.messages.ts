import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const questionnaireMessages = defineMessages({
  code: label("代码", "API name"),
  codeHint: label(
    "小写字母、数字、下划线，创建后不能修改",
    "Lower-case letters, digits and underscores. Can’t be changed later",
  ),
  labelZh: label("中文名称", "Chinese label"),
  labelEn: label("英文名称", "English label"),
  type: label("类型", "Type"),
  remove: label("移除", "Remove"),
  questionnaires: label("调研表", "Questionnaires"),
  newQuestionnaire: label("新建调研表", "New questionnaire"),
  noQuestionnaires: label("还没有调研表", "No questionnaires yet"),
  noQuestionnairesDetail: label(
    "例如“客户需求调研表”：关卡可以要求填完才能推进。",
    "For example a needs survey that a gate requires before a record moves on.",
  ),
  questions: label("题目", "Questions"),
  addQuestion: label("添加题目", "Add question"),
  required: label("必答", "Required"),
  text: label("文本", "Text"),
  long_text: label("长文本", "Long text"),
  number: label("数字", "Number"),
  boolean: label("是/否", "Yes/no"),
  date: label("日期", "Date"),
  choice: label("单选", "Single choice"),
  choices: label("多选", "Multiple choice"),
  options: label("选项", "Options"),
  addOption: label("添加选项", "Add option"),
  score: label("分值", "Score"),
  savedForm: label("调研表已保存", "Questionnaire saved"),
});
