import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const repairMessages = defineMessages({
  right: label("{what}：已核对 {checked} 条，全部正确", "{what}: {checked} checked, all correct"),
  mended: label(
    "{what}：已核对 {checked} 条，修正 {wrong} 条（如 {examples}）",
    "{what}: {checked} checked, {wrong} corrected (such as {examples})",
  ),
  failed: label(
    "{what}：无法核对，其余照常更正。原因：{reason}",
    "{what}: could not be checked; the rest was corrected as usual. Reason: {reason}",
  ),
  broken: label("有 {count} 项无法核对，见上。", "{count} could not be checked; see above."),
  keys: label("查重键已全部重建", "All duplicate keys were rebuilt"),
  done: label("共修正 {wrong} 处。", "{wrong} corrected in total."),
});
