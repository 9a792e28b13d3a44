import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const protectionMessages = defineMessages({
  lead: label(
    "数据以文件离开系统时的限制与记录。修改都会记入访问日志。",
    "Limits and marks for data that leaves in files. Changes are kept in the access log.",
  ),
  limits: label("导出限额", "Export limits"),
  limitsLead: label(
    "适用于列表导出和变更日志导出，不论在界面上还是经由 API。多个角色取最宽的一个；留空表示不限。",
    "They hold for exports of lists and of the change log, on screen and through the API. Of several roles the widest holds; empty means without limit.",
  ),
  whom: label("适用于", "For"),
  everybody: label("全公司（默认）", "Everybody (default)"),
  perExport: label("每次最多行数", "Rows of one export"),
  perDay: label("每人每天最多行数", "Rows of a person a day"),
  unlimited: label("不限", "No limit"),
  addRole: label("为某个角色单独设置…", "Other limits for a role…"),
  removeRole: label("取消单独设置", "Remove"),
  masked: label("按脱敏字段查找", "Searches by masked values"),
  maskedLead: label(
    "脱敏的电话等字段仍可按完整内容找到记录。每次不同的查找都记入访问日志（不含内容），并按每人每小时计数；留空表示不限。",
    "A record can be found by the whole value of a masked field, such as a phone number. Each different search of this kind is kept in the access log, without the value, and counts for its person; empty means without limit.",
  ),
  maskedPerHour: label("每人每小时最多次数", "Searches of a person an hour"),
  watermark: label("水印", "Watermark"),
  watermarkLead: label(
    "屏幕上以浅色显示查看者的姓名、登录名后四位和时间，不影响点击。导出文件在文件名（Excel 还有工作表名）中写明何人何时导出，仍可原样导入。",
    "Screens show in a faint tone who looks (name and the last four signs of the login) and when; clicks go through. Exports say who took them out and when in the name of the file, and of the sheet in Excel; they import as before.",
  ),
  watermarkOn: label("显示水印", "Show the watermark"),
  use: label("导出统计", "Who exported how much"),
  useLead: label(
    "最近 30 天，按行计。每个文件的条件和行数见访问日志。",
    "The last 30 days, in rows. Each file with its filter and rows stands in the access log.",
  ),
  noUse: label("最近 30 天没有人导出", "Nobody exported anything in the last 30 days"),
  person: label("成员", "Person"),
  today: label("今天", "Today"),
  week: label("7 天", "7 days"),
  month: label("30 天", "30 days"),
  files: label("文件数", "Files"),
  last: label("最近一次", "Last on"),
});
