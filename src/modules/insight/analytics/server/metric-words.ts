import { label } from "../../../../shared/i18n/label.ts";

/** What every metric says of the records it counts. */
export const ALL_FILTERS = label(
  "只计你有权查看的记录；对象、流程、日期范围（按公司时区，含首尾两天）、条件和截至时间都写在每个数字对应的筛选条件中；回收站中的记录不计。",
  "Only records you have access to are counted. Object, pipeline, dates (company time zone, first and last day included), filters and cut-off are all part of the filter behind each figure. The recycle bin is not counted.",
);
export const NO_SKIP = label("不适用。", "Not applicable.");
export const OPEN_APART = label(
  "进行中的记录不计入平均值、中位数和 P90，单独计数。",
  "Open records are not in the average, median or P90; they are counted separately.",
);
export const REENTRY = label(
  "退回后再次进入，停留时间累加到该阶段。",
  "If a stage is entered again, the time is added up.",
);
