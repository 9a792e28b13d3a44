import { label } from "../../shared/i18n/label.ts";
import type { FieldKind, FieldKinds } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import {
  compose,
  decimal,
  faultsOf,
  flag,
  isMap,
  labels,
  line,
  lines,
  namesUpTo,
  only,
  oneOf,
  type Fault,
  type Properties,
  type Shape,
  whole,
  wrong,
} from "./shapes.ts";
import type { Language } from "../../shared/i18n/label.ts";

const NAMES = {
  options: label("选项", "Options"),
  targets: label("链接到", "Links to"),
  object: label("对象", "Object"),
  via: label("经由字段", "Through the field"),
  min: label("最小值", "Least value"),
  max: label("最大值", "Greatest value"),
  max_length: label("最大长度", "Greatest length"),
  max_count: label("最多个数", "Most files"),
  scale: label("小数位数", "Decimal places"),
};

const isText = (value: WireValue | undefined): value is string => typeof value === "string";
/** A number format has one place for the number. docs/guide: {YYYY} {YY} {MM} {DD} {DEPT} {0000}. */
const numberFormat = only(
  label(
    "含有一段数字位置的格式，例如 XM{YYYY}{0000}，最长 40 个字符",
    "a format with one place for the number such as PRJ{YYYY}{0000}, at most 40 characters",
  ),
  (value) =>
    isText(value) &&
    value.length <= 40 &&
    (value.match(/\{0{1,12}\}/g) ?? []).length === 1 &&
    !/[{}]/.test(value.replace(/\{(YYYY|YY|MM|DD|DEPT|0{1,12})\}/g, "")),
);
const inverse: Shape = (value, path, name) => {
  if (!isMap(value)) return wrong(path, name, label("{label} 形式的名称", "a name as {label}"));
  return faultsOf(value, { label: { name, shape: labels(100) } }, name, `${path}.`);
};

const STATUSES = ["open", "active", "done", "won", "lost", "cancelled"];
/** Options in their order: names that differ, labels in the company's first language. */
export function options(first: Language): Shape {
  const properties: Properties = {
    name: { name: label("选项代码", "Option code"), shape: line(100) },
    label: { name: label("选项名称", "Option label"), shape: labels(100, first) },
    color: {
      name: label("颜色", "Colour"),
      shape: only(
        label("颜色名或 #RRGGBB", "a colour’s name or #RRGGBB"),
        (value) => isText(value) && /^(#[0-9a-fA-F]{6}|[a-z]{3,20})$/.test(value),
      ),
    },
    status: { name: label("含义", "Meaning"), shape: oneOf(...STATUSES) },
    hidden: { name: label("隐藏", "Hidden"), shape: flag },
    group: { name: label("上级分类", "Group"), shape: labels(100) },
  };
  const nth = label("第 {n} 个选项", "Option {n}");
  return (value, path, name) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > 1000)
      return wrong(path, name, label("1 到 1000 个选项的列表", "a list of 1 to 1000 options"));
    const faults = value.flatMap((one: WireValue, at): readonly Fault[] => {
      const of = compose(nth, { n: at + 1 });
      if (!isMap(one))
        return wrong(`${path}.${at}`, of, label("{name, label} 形式的选项", "an option as {name, label}"));
      const needed = ["name", "label"].filter((key) => one[key] === undefined || one[key] === null);
      return [
        ...needed.flatMap((key) =>
          missing(
            `${path}.${at}.${key}`,
            compose(label("{of}的{key}", "{key} of {of}"), { of, key: properties[key]?.name ?? key }),
          ),
        ),
        ...faultsOf(one, properties, of, `${path}.${at}.`),
      ];
    });
    if (faults.length > 0) return faults;
    const names = value.map((one) => (isMap(one) ? String(one["name"]) : ""));
    const twice = names.find((one, at) => names.indexOf(one) !== at);
    return twice === undefined
      ? []
      : wrong(
          path,
          name,
          compose(label("代码不重复（“{twice}”出现了两次）", "codes that differ (“{twice}” stands twice)"), {
            twice,
          }),
        );
  };
}

export const missing = (path: string, name: Fault["text"]): readonly Fault[] => [
  { code: "bad_property", path, text: compose(label("缺少“{name}”。", "“{name}” is missing."), { name }) },
];

/** What every kind of field may have. */
export const commonProperties = (first: Language): Properties => ({
  kind: { name: label("类型", "Kind"), shape: line(30) },
  label: { name: label("名称", "Label"), shape: labels(100, first) },
  description: { name: label("说明", "Help text"), shape: labels(1000) },
  example: { name: label("示例", "Example"), shape: line(200) },
  required: { name: label("必填", "Required"), shape: flag },
  unique: { name: label("不可重复", "Unique"), shape: flag },
  indexed: { name: label("建立索引", "Indexed"), shape: flag },
  fixed: { name: label("创建后不可修改", "Fixed after creation"), shape: flag },
  personal: { name: label("个人信息", "Personal data"), shape: flag },
  searchable: { name: label("可搜索", "Searchable"), shape: flag },
  default: {
    name: label("默认值", "Default"),
    shape: (value, path, name) =>
      JSON.stringify(value).length <= 5000
        ? []
        : wrong(path, name, label("不超过 5000 个字符", "at most 5000 characters")),
  },
  required_if: { name: label("必填条件", "Required if"), shape: lines(4000) },
  visible_if: { name: label("显示条件", "Shown if"), shape: lines(4000) },
});

const returns = oneOf("text", "integer", "decimal", "money", "percent", "boolean", "date", "datetime");
const bounds = { min: { name: NAMES.min, shape: decimal }, max: { name: NAMES.max, shape: decimal } };
const scale = { name: NAMES.scale, shape: whole(0, 12) };
const safeInteger = whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
const hierarchy = { name: label("上下级", "Hierarchy"), shape: flag };
const files = (most: number) => ({ name: NAMES.max_count, shape: whole(1, most) });
const aimed = {
  targets: { name: NAMES.targets, shape: namesUpTo(20) },
  inverse: { name: label("在对方页面上的列表名称", "Name of the list on the other side"), shape: inverse },
};
const numbering = {
  format: { name: label("编号格式", "Format"), shape: numberFormat },
  period: { name: label("重新编号", "Begins anew each"), shape: oneOf("year", "month", "day") },
  by_department: { name: label("按部门编号", "By department"), shape: flag },
  gapless: { name: label("连续编号", "Without gaps"), shape: flag },
};
/** So many records stand in one list of links. */
const MOST_LINKED = 100;
type Own = {
  readonly [K in FieldKind]: Readonly<
    Record<Exclude<keyof FieldKinds[K] & string, "former">, Properties[string]>
  >;
};

/** Kinds that point at other records, or at a person or department. */
const POINTING: Pick<Own, "link" | "links" | "children" | "tags" | "person" | "department"> = {
  link: {
    ...aimed,
    on_delete: {
      name: label("对方删除时", "When the other is deleted"),
      shape: oneOf("refuse", "clear", "cascade"),
    },
    hierarchy,
  },
  links: {
    ...aimed,
    lengthens: { name: label("续接的关联字段", "Link it goes on from"), shape: line(60) },
    max_count: { name: NAMES.max_count, shape: whole(1, MOST_LINKED) },
  },
  children: { object: { name: NAMES.object, shape: line(60) }, via: { name: NAMES.via, shape: line(60) } },
  tags: {
    object: { name: NAMES.object, shape: line(60) },
    via: { name: NAMES.via, shape: line(60) },
    target: { name: label("标签字段", "Field of the tag"), shape: line(60) },
  },
  person: { hierarchy },
  department: { hierarchy },
};

/**
 * Properties of each kind; a kind or property missing here does not compile, but for `former`, which the
 * program alone keeps.
 */
export const kindProperties = (first: Language): Own => ({
  text: {
    max_length: { name: NAMES.max_length, shape: whole(1, 4000) },
    format: { name: label("格式", "Format"), shape: oneOf("uscc") },
  },
  long_text: { max_length: { name: NAMES.max_length, shape: whole(1, 100_000) } },
  rich_text: { max_length: { name: NAMES.max_length, shape: whole(1, 500_000) } },
  integer: {
    min: { name: NAMES.min, shape: safeInteger },
    max: { name: NAMES.max, shape: safeInteger },
    ungrouped: { name: label("不用千位分隔符", "No thousands separators"), shape: flag },
  },
  decimal: { scale, ...bounds },
  money: { min: bounds.min },
  percent: { scale, ...bounds },
  boolean: {},
  date: {},
  datetime: {},
  select: { options: { name: NAMES.options, shape: options(first) } },
  multiselect: { options: { name: NAMES.options, shape: options(first) } },
  ...POINTING,
  phone: { region: { name: label("号码种类", "Kind of number"), shape: oneOf("mobile", "any") } },
  email: {},
  url: {},
  address: {},
  auto_number: numbering,
  formula: {
    expression: { name: label("公式", "Formula"), shape: lines(4000) },
    returns: { name: label("结果类型", "Kind of the result"), shape: returns },
    options: { name: NAMES.options, shape: options(first) },
  },
  rollup: {
    object: { name: NAMES.object, shape: line(60) },
    via: { name: NAMES.via, shape: line(60) },
    fn: { name: label("汇总方式", "Function"), shape: oneOf("count", "sum", "min", "max", "avg") },
    field: { name: label("汇总字段", "Field rolled up"), shape: line(60) },
    filter: { name: label("汇总条件", "Condition"), shape: lines(4000) },
  },
  file: {
    max_count: files(100),
    document_types: { name: label("文件类型", "Document types"), shape: namesUpTo(50) },
  },
  image: { max_count: files(100) },
  location: {},
  signature: {},
  json: {},
  stage: { options: { name: NAMES.options, shape: options(first) } },
});

/** Properties without which a field of the kind is none. */
export const NEEDED: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  select: ["options"],
  multiselect: ["options"],
  link: ["targets"],
  links: ["targets"],
  children: ["object", "via"],
  tags: ["object", "via", "target"],
  auto_number: ["format"],
  formula: ["expression", "returns"],
  rollup: ["object", "via", "fn"],
};
