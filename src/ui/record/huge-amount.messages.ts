import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const hugeAmountMessages = defineMessages({
  title: label("{field} {amount}，没写错吧？", "{field}: {amount}, is that right?"),
  detail: label(
    "目前最大的是 {largest}，这个是它的 {times} 倍。也许多写了几个零。",
    "The largest so far is {largest}. This is {times} times as much: perhaps there are too many zeros.",
  ),
  right: label("没错，保存", "Yes, save"),
  look: label("再看看", "Check again"),
});
