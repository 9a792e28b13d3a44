import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import { labelOf, object, page, text, type Static } from "../../../../shared/wire/schema.ts";

const Ability = object({ name: text(), label: labelOf(), description: labelOf() });
export type Ability = Static<typeof Ability>;

export const readAbilities = contract({
  method: "GET",
  path: "/abilities",
  tag: "people",
  summary: label("全部能力", "All abilities"),
  description: label("列出角色可以授予的全部能力及其名称。", "Everything that a role can grant, by name."),
  answer: page(Ability),
});
