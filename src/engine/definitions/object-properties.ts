import { SCOPES } from "../../shared/rights/rights.ts";
import { type Language, label } from "../../shared/i18n/label.ts";
import { ANY_NAME, anyValue, literal, mapOf, oneOf as eitherOf, text } from "../../shared/wire/schema.ts";
import {
  bareLine,
  byLanguage,
  flag,
  labels,
  line,
  named,
  namesUpTo,
  oneOf,
  partOf,
  partsOf,
  wanting,
} from "../catalog/property-shapes.ts";
import { part, type Properties } from "../catalog/shapes.ts";

const list: Properties = {
  columns: named(label("列表的列", "Columns of the list"), namesUpTo(40)),
  sort: named(
    label("排序", "Sort"),
    wanting(
      label(
        "字段名，用逗号分隔，倒序前加 -",
        "field names separated by commas, with - in front for descending",
      ),
      text({ maxLength: 200, pattern: "^-?\\w+(,-?\\w+){0,4}$" }),
    ),
  ),
};
const section = (first: Language): Properties => ({
  label: named(label("分组名称", "Section label"), labels(100, first)),
  fields: named(label("分组的字段", "Fields in the section"), namesUpTo(500)),
});
const unique: Properties = {
  fields: named(label("组合起来不可重复的字段", "Fields that are unique together"), namesUpTo(5)),
  fold: named(label("忽略大小写", "Ignore case"), flag()),
  with_empty: named(label("空值也算重复", "Empty values count too"), flag()),
};

/** `owner`, `everyone`, or as the record that a link points at. */
const sharing = wanting(
  label(
    "owner（按负责人和角色）、everyone（所有人）或 {parent: 关联字段}",
    "owner (by owner and role), everyone, or {parent: a link field}",
  ),
  eitherOf(
    literal("owner"),
    literal("everyone"),
    part(
      {
        parent: bareLine(60),
        or_owner: named(label("负责人也可见", "Owners see it too"), flag()),
      },
      ["parent"],
    ),
  ),
);
const AREAS = ["today", "leads", "accounts", "deals", "catalog", "work", "settings"];

/** What may be said of any object, shipped or one’s own. */
export const layeredProperties = byLanguage((first): Properties => ({
  label: named(label("名称", "Label"), labels(100)),
  plural: named(label("复数名称", "Plural label"), labels(100)),
  icon: named(
    label("图标", "Icon"),
    wanting(label("图标名称", "an icon name"), text({ pattern: "^[a-z][a-z-]{0,39}$" })),
  ),
  area: named(label("导航位置", "Place in navigation"), oneOf(...AREAS)),
  list: named(label("列表", "List"), partOf(list)),
  sections: named(
    label("表单分组", "Sections of the form"),
    partsOf(40, section(first), ["label", "fields"]),
  ),
  order: named(label("字段顺序", "Field order"), namesUpTo(510)),
  unique: named(label("不可重复", "Unique"), partsOf(20, unique, ["fields"])),
  money_document: named(label("金额单据", "Financial document"), flag()),
}));

const scope = oneOf(...SCOPES);
const grant = wanting(
  label("{create, read, update, delete}", "{create, read, update, delete}"),
  part({
    create: named(label("新建", "Create"), flag()),
    read: named(label("查看", "View"), scope),
    update: named(label("修改", "Edit"), scope),
    delete: named(label("删除", "Delete"), scope),
  }),
  { alone: true },
);
/** By role. */
const rights = wanting(
  label("{角色: {create, read, update, delete}}", "{role: {create, read, update, delete}}"),
  mapOf(grant, { names: ANY_NAME, maxProperties: 100 }),
  { alone: true },
);
/** What may be said of one’s own object. */
export const ownProperties = byLanguage((first): Properties => ({
  ...layeredProperties(first),
  label: named(label("名称", "Label"), labels(100, first)),
  sharing: named(label("共享方式", "Sharing"), sharing),
}));
/** What may be said of an object as it is made. */
export const newObjectProperties = byLanguage((first): Properties => ({
  ...ownProperties(first),
  name: named(label("API 名称", "API name"), line(50)),
  stages: named(label("有阶段", "Has stages"), flag()),
  title_label: named(label("标题字段的名称", "Label of the title field"), labels(100, first)),
  fields: named(
    label("字段", "Fields"),
    wanting(
      label("{字段名: 定义}，最多 200 个", "{name: definition}, at most 200"),
      mapOf(anyValue(), { names: ANY_NAME, maxProperties: 200 }),
    ),
  ),
  rights: named(label("谁可以使用", "Who may use it"), rights),
}));
