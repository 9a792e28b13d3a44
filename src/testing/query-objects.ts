import { label } from "../shared/i18n/label.ts";
import { defineObject, type ObjectDefinition } from "../shared/metadata/object.ts";
import { queryAccount } from "./query-account.ts";
import { queryDeal } from "./query-deal.ts";
import { list, name } from "./query-name.ts";
import { queryDealTag, queryLine, queryVisit } from "./query-parts-of-deals.ts";

/**
 * A small company: departments, people, accounts, deals with lines, visits that hang on several objects,
 * tags.
 */
export const queryObjects: readonly ObjectDefinition[] = [
  defineObject({
    name: "department",
    label: label("部门", "Department"),
    plural: label("部门", "Departments"),
    title: "name",
    sharing: "everyone",
    fields: { name },
    list,
  }),
  defineObject({
    name: "user",
    label: label("人员", "Person"),
    plural: label("人员", "People"),
    title: "name",
    sharing: "everyone",
    fields: { name },
    list,
  }),
  queryAccount,
  queryDeal,
  queryLine,
  queryVisit,
  defineObject({
    name: "tag",
    label: label("标签", "Tag"),
    plural: label("标签", "Tags"),
    title: "name",
    sharing: "everyone",
    fields: { name },
    list,
  }),
  queryDealTag,
];
