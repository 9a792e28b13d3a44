import { label } from "../shared/i18n/label.ts";
import { defineObject } from "../shared/metadata/object.ts";
import { list, name } from "./query-name.ts";

/** Lines of deals: who sees a deal sees them. */
export const queryLine = defineObject({
  name: "line",
  label: label("明细", "Line"),
  plural: label("明细", "Lines"),
  title: "name",
  sharing: { parent: "deal" },
  fields: { name, deal: { kind: "link", label: label("交易", "Deal"), targets: ["deal"] } },
  list,
});

/** Visits, which hang on accounts and deals. */
export const queryVisit = defineObject({
  name: "visit",
  label: label("拜访", "Visit"),
  plural: label("拜访", "Visits"),
  title: "name",
  sharing: { parent: "regarding" },
  fields: {
    name,
    regarding: { kind: "link", label: label("关于", "Regarding"), targets: ["account", "deal"] },
    minutes: { kind: "integer", label: label("分钟", "Duration (minutes)") },
  },
  list,
});

/** Which deal has which tag. */
export const queryDealTag = defineObject({
  name: "deal_tag",
  label: label("交易标签", "Deal tag"),
  plural: label("交易标签", "Deal tags"),
  title: "name",
  sharing: "everyone",
  internal: true,
  fields: {
    name,
    deal: { kind: "link", label: label("交易", "Deal"), targets: ["deal"] },
    tag: { kind: "link", label: label("标签", "Tag"), targets: ["tag"] },
  },
  list,
});
