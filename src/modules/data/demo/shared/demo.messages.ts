import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** What the program says of the demo data, on screens and when it refuses. */
export const demoMessages = defineMessages({
  has_own_data: label(
    "公司里已经有自己的数据（{what}），演示数据会和它们混在一起，所以没有载入。",
    "The company already has data of its own ({what}). Demo data would be mixed in with it, so it was not added.",
  ),
  demo_loaded: label("演示数据已经在公司里了。", "The demo data is already there."),
  demo_busy: label("演示数据正在载入或清除。", "The demo data is being added or removed."),
  no_demo: label("公司里没有演示数据。", "There is no demo data in the company."),
  demo_refused: label("没能载入演示数据：{cause}", "The demo data could not be added: {cause}"),
  left_out: label(
    "演示数据已经清除过，这次启动不再载入。要再看，请到“设置 → 演示数据”。",
    "The demo data was removed before, so this start leaves it out. To see it again, go to Settings → Demo data.",
  ),
  needs_people: label(
    "载入和清除演示数据会增减成员，需要“管理成员”的权限。",
    "Adding or removing demo data adds or removes people, so it takes the right to manage people.",
  ),
  load: label("载入演示数据", "Add demo data"),
  takeOut: label("清除演示数据", "Remove demo data"),
});
