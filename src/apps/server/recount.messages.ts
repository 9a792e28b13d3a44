import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const repairMessages = defineMessages({
  right: label("{what}：已核对 {checked} 条，全部正确", "{what}: {checked} compared, all right"),
  mended: label(
    "{what}：已核对 {checked} 条，修正 {wrong} 条（如 {examples}）",
    "{what}: {checked} compared, {wrong} put right (such as {examples})",
  ),
  failed: label(
    "{what}：无法核对，其余照常修正。原因：{reason}",
    "{what}: could not be compared; the others are put right all the same. Reason: {reason}",
  ),
  broken: label("有 {count} 项无法核对，见上。", "{count} could not be compared, see above."),
  keys: label("查重键已全部重建", "All duplicate keys were made anew"),
  done: label("共修正 {wrong} 处。", "{wrong} put right in all."),
});
