import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const protectionMessages = defineMessages({
  lead: label(
    "导出数据的限制与水印。修改都会记入访问日志。",
    "Limits and watermarks for exported data. Changes are recorded in the access log.",
  ),
  limits: label("导出限额", "Export limits"),
  limitsLead: label(
    "适用于列表导出和变更日志导出，包括通过 API 导出。有多个角色时取最宽的一个；留空表示不限。",
    "They apply to exports of lists and of the change log, including through the API. With several roles, the widest limit applies; leave empty for no limit.",
  ),
  whom: label("适用于", "Applies to"),
  everybody: label("全公司（默认）", "Everyone (default)"),
  perExport: label("每次最多行数", "Rows per export"),
  perDay: label("每人每天最多行数", "Rows per person per day"),
  unlimited: label("不限", "No limit"),
  addRole: label("为某个角色单独设置…", "Add limits for a role…"),
  removeRole: label("取消单独设置", "Remove"),
  masked: label("按脱敏字段查找", "Searching by masked fields"),
  maskedLead: label(
    "用完整的电话等脱敏内容可以找到记录。每次查找都记入访问日志（不含内容），并按每人每小时计数；留空表示不限。",
    "Records can be found by the full value of a masked field, such as a phone number. Each such search is recorded in the access log, without the value, and counted per person; leave empty for no limit.",
  ),
  maskedPerHour: label("每人每小时最多次数", "Searches per person per hour"),
  watermark: label("水印", "Watermark"),
  watermarkLead: label(
    "屏幕上以浅色显示查看者的姓名、登录名后四位和时间，不影响点击。导出文件的文件名（Excel 还有工作表名）会写明何人何时导出，仍可原样导入。",
    "Screens faintly show the viewer’s name, the last four characters of their login and the time; clicks go through. Exported files say who exported them and when in the file name (and sheet name in Excel), and can still be imported as they are.",
  ),
  watermarkOn: label("显示水印", "Show watermark"),
  use: label("导出统计", "Export activity"),
  useLead: label(
    "最近 30 天的行数。点姓名看每一次导出；每个文件的条件见访问日志。",
    "Rows exported in the last 30 days. Choose a name for each export; the access log has the filter of each file.",
  ),
  eachExport: label("{person} 的每次导出（行数）", "Each export of {person}, in rows"),
  noUse: label("最近 30 天没有导出", "No exports in the last 30 days"),
  person: label("成员", "Person"),
  today: label("今天", "Today"),
  week: label("7 天", "7 days"),
  month: label("30 天", "30 days"),
  files: label("文件数", "Files"),
  last: label("最近一次", "Last export"),
});
