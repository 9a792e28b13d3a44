import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import { data, list, object, optional, shaped, text, type Static } from "./schema.ts";
import type { Region } from "../text/regions.ts";

const Found = object({
  object: text(),
  id: text(),
  title: text(),
  /** What tells it from another of its name. */
  subtitle: optional(text()),
});
export type Found = Readonly<Static<typeof Found>>;

export const searchEverything = contract({
  method: "GET",
  path: "/search",
  tag: "search",
  summary: label("全局搜索", "Search everything"),
  description: label(
    "在所有对象中查找，中文可按任意字、拼音或首字母，电话和信用代码可按部分数字。",
    "Looks through all objects: Chinese by any part, by pinyin or its initials; numbers by any part.",
  ),
  query: object({
    q: text({ maxLength: 200 }),
    objects: optional(text({ maxLength: 500 })),
    limit: optional(text({ maxLength: 4 })),
  }),
  answer: data(list(Found)),
});

/** Its cities and their districts stand below it in the same form. */
const Place = object({ code: text(), name: text(), children: optional(list(object({}))) });

export const readRegions = contract({
  method: "GET",
  path: "/regions",
  tag: "metadata",
  summary: label("省、市、区县（GB/T 2260）", "Provinces, cities and districts (GB/T 2260)"),
  description: label(
    "返回省、市、区县及其代码，供地址字段使用。",
    "Provinces, cities and districts with their codes, as address fields use them.",
  ),
  answer: data(list(shaped<Region>(Place))),
});
