import { KindGuard, type TSchema } from "@sinclair/typebox";
import { type ValueError, ValueErrorType as Kind } from "@sinclair/typebox/errors";
import { type Label, label } from "../i18n/label.ts";
import { defineMessages, type MessageParams, say } from "../i18n/messages.ts";

/** What follows the name or the place of a value: “name” must be a text. */
const CLAUSES = defineMessages({
  missing: label("不能缺少", "is missing"),
  unknown: label("不是已知的项", "is not known here"),
  bad_name: label("不是可用的名称", "is not a name that may stand here"),
  not_text: label("应为文字", "must be a text"),
  not_number: label("应为数字", "must be a number"),
  not_whole: label("应为整数", "must be a whole number"),
  not_flag: label("应为 true 或 false", "must be true or false"),
  not_list: label("应为列表", "must be a list"),
  not_map: label("应为 JSON 对象", "must be a JSON object"),
  not_one_of: label("应为其中之一：{allowed}", "must be one of: {allowed}"),
  too_long: label("最长 {limit} 个字符", "must have at most {limit} {limit|character|characters}"),
  too_short: label("至少 {limit} 个字符", "must have at least {limit} {limit|character|characters}"),
  too_many: label("最多 {limit} 项", "must have at most {limit} {limit|entry|entries}"),
  too_few: label("至少 {limit} 项", "must have at least {limit} {limit|entry|entries}"),
  too_great: label("不能大于 {limit}", "must not be greater than {limit}"),
  too_small: label("不能小于 {limit}", "must not be less than {limit}"),
  twice: label("不能有重复的项", "must have each entry once"),
  bad_form: label("格式不对", "is not written as required"),
  unlike: label("不是可接受的形式", "is of no form that is known here"),
});
export type ShapeCode = keyof typeof CLAUSES;
export const clauseOf = (code: ShapeCode, params: MessageParams = {}): Label =>
  label(say(CLAUSES[code], "zh-CN", params), say(CLAUSES[code], "en", params));

const FORMATS: Readonly<Record<string, Label>> = {
  uuid: label("应为 id（UUID）", "must be an id (UUID)"),
  date: label("应为日期，例如 2026-11-30", "must be a day such as 2026-11-30"),
  "date-time": label(
    "应为带时区的时间，例如 2026-11-30T08:00:00Z",
    "must be a moment with its zone such as 2026-11-30T08:00:00Z",
  ),
};

/** The kind of fault that TypeBox tells, and the keyword of the schema that has the limit. */
const CODES: Readonly<Partial<Record<Kind, readonly [ShapeCode, string?]>>> = {
  [Kind.ObjectRequiredProperty]: ["missing"],
  [Kind.ObjectAdditionalProperties]: ["unknown"],
  [Kind.String]: ["not_text"],
  [Kind.Number]: ["not_number"],
  [Kind.Integer]: ["not_whole"],
  [Kind.Boolean]: ["not_flag"],
  [Kind.Array]: ["not_list"],
  [Kind.Object]: ["not_map"],
  [Kind.StringMaxLength]: ["too_long", "maxLength"],
  [Kind.StringMinLength]: ["too_short", "minLength"],
  [Kind.StringPattern]: ["bad_form"],
  [Kind.StringFormat]: ["bad_form"],
  [Kind.ArrayMaxItems]: ["too_many", "maxItems"],
  [Kind.ArrayMinItems]: ["too_few", "minItems"],
  [Kind.ArrayUniqueItems]: ["twice"],
  [Kind.ObjectMaxProperties]: ["too_many", "maxProperties"],
  [Kind.ObjectMinProperties]: ["too_few", "minProperties"],
  [Kind.IntegerMaximum]: ["too_great", "maximum"],
  [Kind.IntegerMinimum]: ["too_small", "minimum"],
  [Kind.NumberMaximum]: ["too_great", "maximum"],
  [Kind.NumberMinimum]: ["too_small", "minimum"],
};

const NAMES_ONE: ReadonlySet<Kind> = new Set([Kind.Literal, Kind.Null, Kind.Union]);
/** The code and the words of one fault. */
export function wordsOf({ type, schema }: ValueError): { readonly code: ShapeCode; readonly text: Label } {
  const allowed = NAMES_ONE.has(type) ? literalsOf(schema) : [];
  if (allowed.length > 0) return told("not_one_of", { allowed: allowed.join(", ") });
  if (type === Kind.ObjectAdditionalProperties && KindGuard.IsRecord(schema)) return told("bad_name");
  const [code, keyword] = CODES[type] ?? ["unlike"];
  const format = code === "bad_form" ? FORMATS[String(schema["format"])] : undefined;
  if (format) return { code, text: format };
  return told(code, keyword === undefined ? {} : { limit: String(schema[keyword]) });
}
const told = (code: ShapeCode, params?: MessageParams) => ({ code, text: clauseOf(code, params) });

/** The values of a choice; none for any other schema. */
function literalsOf(schema: TSchema): readonly string[] {
  const all: readonly TSchema[] = KindGuard.IsUnion(schema) ? schema.anyOf : [schema];
  const named = all.flatMap((one) =>
    KindGuard.IsLiteral(one) ? [String(one.const)] : KindGuard.IsNull(one) ? ["null"] : [],
  );
  return named.length === all.length ? named : [];
}
