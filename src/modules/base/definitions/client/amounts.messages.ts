import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const amountsMessages = defineMessages({
  order: label("排序字段", "Field for the order"),
  orderHint: label(
    "明细对象上的一个整数字段。设置后，明细可以拖动排序。",
    "A whole-number field of the lines. With it, lines can be moved by dragging.",
  ),
  amounts: label("计算金额", "Work out amounts"),
  amountsHint: label(
    "按数量、单价、折扣和税率计算每行金额，并汇总到这张单据；结果字段由系统维护。",
    "Works out each line from quantity, price, discount and tax rate, and adds them up for this record. The fields with the results are maintained by the system.",
  ),
  makeUsual: label("新建常用字段", "Create the usual fields"),
  makeHint: label(
    "在明细和单据上新建还没有选的字段，并填到这里。",
    "Creates the fields not chosen yet on the lines and on this record, and puts them in here.",
  ),
  needsObject: label("先选择明细对象。", "Choose the object of the lines first."),
});
