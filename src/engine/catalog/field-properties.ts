import { type Language, label } from "../../shared/i18n/label.ts";
import { FIELD_WIDTHS, type FieldKind, type FieldKinds } from "../../shared/metadata/field.ts";
import { type AmountRole, DOCUMENT_ROLES, LINE_ROLES } from "../../shared/metadata/line-amounts.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { anyValue, list, text } from "../../shared/wire/schema.ts";
import {
  byLanguage,
  decimal,
  flag,
  labels,
  line,
  lines,
  named,
  namesUpTo,
  oneOf,
  wanting,
  whole,
} from "./property-shapes.ts";
import { compose, type Fault, part, type Properties, wrong } from "./shapes.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";

const NAMES = {
  options: label("选项", "Options"),
  targets: label("链接到", "Links to"),
  object: label("对象", "Object"),
  via: label("经由字段", "Through the field"),
  min: label("最小值", "Minimum"),
  max: label("最大值", "Maximum"),
  max_length: label("最大长度", "Maximum length"),
  max_count: label("最多个数", "Maximum number"),
  scale: label("小数位数", "Decimal places"),
};

const rolesAs = (roles: Readonly<Record<string, AmountRole>>): Properties =>
  Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, named(role.label, line(60))]));

const PLACES = "([^{}]|\\{(YYYY|YY|MM|DD|DEPT)\\})*";
/** A number format has one place for the number. docs/guide: {YYYY} {YY} {MM} {DD} {DEPT} {0000}. */
const numberFormat = wanting(
  label(
    "含有一段零的编号格式，例如 XM{YYYY}{0000}，最多 40 个字符",
    "a format with one run of zeros such as PRJ{YYYY}{0000}, at most 40 characters",
  ),
  text({ maxLength: 40, pattern: `^${PLACES}\\{0{1,12}\\}${PLACES}$` }),
);
const inverse = wanting(label("{label} 形式的名称", "a name as {label}"), part({ label: labels(100) }), {
  alone: true,
});

const STATUSES = ["open", "active", "done", "won", "lost", "cancelled"];
/** One option of a list. */
const optionOf = (first: Language) =>
  wanting(
    label("{name, label} 形式的选项", "an option as {name, label}"),
    part(
      {
        name: named(label("选项代码", "Option code"), line(100)),
        label: named(label("选项名称", "Option label"), labels(100, first)),
        color: named(
          label("颜色", "Colour"),
          wanting(
            label("颜色名或 #RRGGBB", "a colour name or #RRGGBB"),
            text({ pattern: "^(#[0-9a-fA-F]{6}|[a-z]{3,20})$" }),
          ),
        ),
        status: named(label("含义", "Meaning"), oneOf(...STATUSES)),
        hidden: named(label("隐藏", "Hidden"), flag()),
        group: named(label("上级分类", "Group"), labels(100)),
      },
      ["name", "label"],
    ),
    { alone: true, name: label("第 {n} 个选项", "Option {n}") },
  );
const MOST_OPTIONS = 1000;
/** Options in their order, with labels in the company's first language. */
export const options = (first: Language, least: 0 | 1 = 1) =>
  wanting(
    label(`1 到 ${MOST_OPTIONS} 个选项的列表`, `a list of 1 to ${MOST_OPTIONS} options`),
    list(optionOf(first), { minItems: least, maxItems: MOST_OPTIONS }),
    { alone: true },
  );
/** Each option has a name of its own. */
export function optionTwice(given: WireValue | undefined, path = "options"): readonly Fault[] {
  const names = (Array.isArray(given) ? given : []).map((one: WireValue) =>
    isMap(one) ? String(one["name"]) : "",
  );
  const twice = names.find((one, at) => names.indexOf(one) !== at);
  if (twice === undefined) return [];
  const wanted = label("不重复的代码（“{twice}”出现了两次）", "unique codes (“{twice}” is used twice)");
  return wrong(path, NAMES.options, compose(wanted, { twice }));
}

/** What every kind of field may have. */
export const commonProperties = byLanguage((first): Properties => ({
  kind: named(label("类型", "Type"), line(30)),
  label: named(label("名称", "Label"), labels(100, first)),
  description: named(label("说明", "Help text"), labels(1000)),
  example: named(label("示例", "Example"), line(200)),
  required: named(label("必填", "Required"), flag()),
  unique: named(label("不可重复", "Unique"), flag()),
  indexed: named(label("建立索引", "Indexed"), flag()),
  fixed: named(label("创建后不可修改", "Can’t be changed after creation"), flag()),
  personal: named(label("个人信息", "Personal data"), flag()),
  searchable: named(label("可搜索", "Searchable"), flag()),
  default: named(label("默认值", "Default"), anyValue()),
  required_if: named(label("必填条件", "Required if"), lines(4000)),
  visible_if: named(label("显示条件", "Shown if"), lines(4000)),
  width: named(label("宽度", "Width"), oneOf(...FIELD_WIDTHS)),
  create_form: named(label("新建时填写", "Asked for in new records"), flag()),
}));

const returns = oneOf("text", "integer", "decimal", "money", "percent", "boolean", "date", "datetime");
const bounds = { min: named(NAMES.min, decimal()), max: named(NAMES.max, decimal()) };
const scale = named(NAMES.scale, whole(0, 12));
const safeInteger = whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
const hierarchy = named(label("上下级", "Hierarchy"), flag());
const files = (most: number) => named(NAMES.max_count, whole(1, most));
const aimed = {
  targets: named(NAMES.targets, namesUpTo(20)),
  inverse: named(label("在对方页面上的列表名称", "List name on the other record’s page"), inverse),
};
const numbering = {
  format: named(label("编号格式", "Format"), numberFormat),
  period: named(label("重新编号", "Restart numbering"), oneOf("year", "month", "day")),
  by_department: named(label("按部门编号", "By department"), flag()),
  gapless: named(label("连续编号", "No gaps"), flag()),
};
/** So many records stand in one list of links. */
const MOST_LINKED = 100;
type Own = {
  readonly [K in FieldKind]: Readonly<
    Record<Exclude<keyof FieldKinds[K] & string, "former">, Properties[string]>
  >;
};

/** Which field is which in the arithmetic of a document. */
const amounts = wanting(
  label("各字段在金额计算中的用途", "which field is which in the amounts"),
  part(
    {
      ...rolesAs(LINE_ROLES),
      document: named(
        label("单据的字段", "Fields of the document"),
        wanting(label("一组字段名", "a set of field names"), part(rolesAs(DOCUMENT_ROLES)), { alone: true }),
      ),
    },
    ["quantity", "unit_price", "amount"],
  ),
  { alone: true },
);

/** Kinds that point at other records, or at a person or department. */
const POINTING: Pick<Own, "link" | "links" | "children" | "tags" | "person" | "department"> = {
  link: {
    ...aimed,
    on_delete: named(label("对方删除时", "When the other is deleted"), oneOf("refuse", "clear", "cascade")),
    hierarchy,
  },
  links: {
    ...aimed,
    lengthens: named(label("接续的关联字段", "Link it continues"), line(60)),
    max_count: named(NAMES.max_count, whole(1, MOST_LINKED)),
  },
  children: {
    object: named(NAMES.object, line(60)),
    via: named(NAMES.via, line(60)),
    order: named(label("排序字段", "Field for the order"), line(60)),
    amounts: named(label("金额计算", "Amounts"), amounts),
  },
  tags: {
    object: named(NAMES.object, line(60)),
    via: named(NAMES.via, line(60)),
    target: named(label("标签字段", "Field of the tag"), line(60)),
  },
  person: { hierarchy },
  department: { hierarchy },
};

/**
 * Properties of each kind; a kind or property missing here does not compile, but for `former`, which the
 * program alone keeps.
 */
export const kindProperties = byLanguage((first): Own => ({
  text: {
    max_length: named(NAMES.max_length, whole(1, 4000)),
    format: named(label("格式", "Format"), oneOf("uscc")),
  },
  long_text: { max_length: named(NAMES.max_length, whole(1, 100_000)) },
  rich_text: { max_length: named(NAMES.max_length, whole(1, 500_000)) },
  integer: {
    min: named(NAMES.min, safeInteger),
    max: named(NAMES.max, safeInteger),
    ungrouped: named(label("不用千位分隔符", "No thousands separators"), flag()),
  },
  decimal: { scale, ...bounds },
  money: { min: bounds.min },
  percent: { scale, ...bounds },
  boolean: {},
  date: {},
  datetime: {},
  select: { options: named(NAMES.options, options(first)) },
  multiselect: { options: named(NAMES.options, options(first)) },
  ...POINTING,
  phone: { region: named(label("号码类型", "Number type"), oneOf("mobile", "any")) },
  email: {},
  url: {},
  address: {},
  auto_number: numbering,
  formula: {
    expression: named(label("公式", "Formula"), lines(4000)),
    returns: named(label("结果类型", "Result type"), returns),
    options: named(NAMES.options, options(first)),
  },
  rollup: {
    object: named(NAMES.object, line(60)),
    via: named(NAMES.via, line(60)),
    fn: named(label("汇总方式", "Function"), oneOf("count", "sum", "min", "max", "avg")),
    field: named(label("汇总字段", "Field to roll up"), line(60)),
    filter: named(label("汇总条件", "Condition"), lines(4000)),
  },
  file: {
    max_count: files(100),
    document_types: named(label("文件类型", "Document types"), namesUpTo(50)),
  },
  image: { max_count: files(100) },
  location: {},
  signature: {},
  json: {},
  stage: { options: named(NAMES.options, options(first)) },
}));

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
