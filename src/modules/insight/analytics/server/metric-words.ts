import { label } from "../../../../shared/i18n/label.ts";

/** What every metric says of the records it counts. */
export const ALL_FILTERS = label(
  "只计提问者有权查看的记录；对象、流程、日期范围（按公司时区，首尾两天都含）、条件和截至时点都写在每个数字背后的记录条件里；回收站中的记录不计。",
  "Only records the reader may see; object, pipeline, days (in the company's zone, first and last within), condition and moment all stand in the filter behind each number; the recycle bin does not count.",
);
export const NO_SKIP = label("不适用。", "Does not apply.");
export const OPEN_APART = label(
  "进行中的记录不计入平均值、中位数和 P90，单独计数。",
  "Open records are in no mean, median or P90; they are counted apart.",
);
export const REENTRY = label(
  "退回后再次进入，停留时间累加到该阶段。",
  "A stage that is entered again adds to the time spent there.",
);
