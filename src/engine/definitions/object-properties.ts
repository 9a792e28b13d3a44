import { SCOPES } from "../../shared/rights/rights.ts";
import { type Language, label } from "../../shared/i18n/label.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import {
  type Fault,
  faultsOf,
  flag,
  isMap,
  labels,
  line,
  namesUpTo,
  only,
  oneOf,
  type Properties,
  type Shape,
  wrong,
} from "./shapes.ts";

const list: Properties = {
  columns: { name: label("列表的列", "Columns of the list"), shape: namesUpTo(40) },
  sort: {
    name: label("排序", "Sort"),
    shape: only(
      label(
        "字段名，逗号分开，倒序前加 -",
        "names of fields, apart by commas, with - before one for descending",
      ),
      (value) => typeof value === "string" && value.length <= 200 && /^-?\w+(,-?\w+){0,4}$/.test(value),
    ),
  },
};
const section = (first: Language): Properties => ({
  label: { name: label("分组名称", "Label of the section"), shape: labels(100, first) },
  fields: { name: label("分组的字段", "Fields of the section"), shape: namesUpTo(500) },
});
const unique: Properties = {
  fields: { name: label("不可重复的字段", "Fields that are unique together"), shape: namesUpTo(5) },
  fold: { name: label("忽略大小写", "Ignore case"), shape: flag },
  with_empty: { name: label("空值也算", "Empty counts"), shape: flag },
};
const parent: Properties = {
  parent: { name: label("决定可见的关联", "Link that decides"), shape: line(60) },
  or_owner: { name: label("负责人也可见", "Owners see it, too"), shape: flag },
};

/** A list of parts, each checked against its own closed list. */
const partsOf =
  (most: number, properties: Properties): Shape =>
  (value, path, name) => {
    if (!Array.isArray(value) || value.length > most || !value.every((one: WireValue) => isMap(one)))
      return wrong(path, name, label(`最多 ${most} 项的列表`, `a list of at most ${most} parts`));
    return value.flatMap((one: WireValue, at): readonly Fault[] => {
      if (!isMap(one)) return [];
      const absent = Object.keys(properties).filter(
        (key) => (key === "fields" || key === "label") && one[key] === undefined,
      );
      return [
        ...absent.flatMap((key) =>
          wrong(`${path}.${at}.${key}`, properties[key]?.name ?? name, label("有内容的", "given")),
        ),
        ...faultsOf(one, properties, name, `${path}.${at}.`),
      ];
    });
  };
const partOf =
  (properties: Properties): Shape =>
  (value, path, name) =>
    isMap(value)
      ? faultsOf(value, properties, name, `${path}.`)
      : wrong(path, name, label("一组属性", "a set of properties"));

/** `owner`, `everyone`, or as the record that a link points at. */
const sharing: Shape = (value, path, name) => {
  if (value === "owner" || value === "everyone") return [];
  const wanted = label(
    "owner（按负责人和角色）、everyone（所有人）或 {parent: 关联字段}",
    "owner (by owner and role), everyone, or {parent: a link field}",
  );
  return isMap(value) && typeof value["parent"] === "string"
    ? partOf(parent)(value, path, name)
    : wrong(path, name, wanted);
};
const AREAS = ["today", "leads", "accounts", "deals", "catalog", "work", "settings"];

/** What may be said of any object, shipped or one’s own. */
export const layeredProperties = (first: Language): Properties => ({
  label: { name: label("名称", "Label"), shape: labels(100) },
  plural: { name: label("复数名称", "Plural label"), shape: labels(100) },
  icon: {
    name: label("图标", "Icon"),
    shape: only(
      label("图标名", "an icon’s name"),
      (value) => typeof value === "string" && /^[a-z][a-z-]{0,39}$/.test(value),
    ),
  },
  area: { name: label("导航位置", "Place in the navigation"), shape: oneOf(...AREAS) },
  list: { name: label("列表", "List"), shape: partOf(list) },
  sections: { name: label("表单分组", "Sections of the form"), shape: partsOf(40, section(first)) },
  order: { name: label("字段次序", "Order of the fields"), shape: namesUpTo(510) },
  unique: { name: label("不可重复", "Unique"), shape: partsOf(20, unique) },
  money_document: { name: label("金额单据", "Money document"), shape: flag },
});
const rights: Shape = (value, path, name) => {
  const scope = oneOf(...SCOPES);
  const right: Properties = {
    create: { name: label("新建", "Create"), shape: flag },
    read: { name: label("查看", "Read"), shape: scope },
    update: { name: label("修改", "Change"), shape: scope },
    delete: { name: label("删除", "Delete"), shape: scope },
  };
  if (!isMap(value) || Object.keys(value).length > 100)
    return wrong(
      path,
      name,
      label("{角色: {create, read, update, delete}}", "{role: {create, read, update, delete}}"),
    );
  return Object.entries(value).flatMap(([role, given]): readonly Fault[] =>
    isMap(given)
      ? faultsOf(given, right, name, `${path}.${role}.`)
      : wrong(
          `${path}.${role}`,
          name,
          label("{create, read, update, delete}", "{create, read, update, delete}"),
        ),
  );
};
/** What may be said of one’s own object. */
export const ownProperties = (first: Language): Properties => ({
  ...layeredProperties(first),
  label: { name: label("名称", "Label"), shape: labels(100, first) },
  sharing: { name: label("共享方式", "Sharing"), shape: sharing },
});
/** What may be said of an object as it is made. */
export const newObjectProperties = (first: Language): Properties => ({
  ...ownProperties(first),
  name: { name: label("接口名称", "API name"), shape: line(50) },
  stages: { name: label("有阶段", "Has stages"), shape: flag },
  title_label: { name: label("标题字段的名称", "Label of the title field"), shape: labels(100, first) },
  fields: {
    name: label("字段", "Fields"),
    shape: only(
      label("{字段名: 定义}，最多 200 个", "{name: definition}, at most 200"),
      (value) => isMap(value) && Object.keys(value).length <= 200,
    ),
  },
  rights: { name: label("谁可以使用", "Who may use it"), shape: rights },
});
