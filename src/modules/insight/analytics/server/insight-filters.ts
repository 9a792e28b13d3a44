import { checkExpression } from "../../../../shared/expression/check.ts";
import { quote } from "../../../../shared/expression/print.ts";
import { kindOf } from "../../../../shared/expression/value-types.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { periodOf } from "../../../../shared/time/period.ts";
import { startOfDay } from "../../../../shared/time/zone.ts";
import { isMap, linkedId } from "../../../../shared/metadata/wire-value.ts";
import type { RecordsRef } from "../shared/insight-parts.contract.ts";
import type { Question } from "./read-question.ts";

/** All of these hold; what says nothing is left out. */
export const all = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part) => part).join(" && ");
export const oneOf = (field: string, names: readonly string[]): string =>
  names.length === 1
    ? `${field} == ${quote(names[0] ?? "")}`
    : `${field} in [${names.map(quote).join(", ")}]`;

/** The moment `field` lies in the window asked about. */
export const within = ({ since, until }: Question, field: string): string =>
  all(since && `${field} >= ${quote(since)}`, until && `${field} < ${quote(until)}`);
export const inPipeline = ({ pipeline }: Question): string =>
  pipeline ? `pipeline == ${quote(pipeline.id)}` : "";

/** Records that the question is about, whatever happened to them. */
export const asked = (question: Question): string => all(question.filter, inPipeline(question));
/** Of these the ones created in the window. */
export const cohort = (question: Question): string => all(asked(question), within(question, "created_at"));

const related = (question: Question, conditions: readonly string[]): string => {
  const condition = all(inPipeline(question), ...conditions);
  return `related("stage_visit"${condition ? `, ${condition}` : ""})`;
};
/** The record has a stay in the pipeline of which all this holds. */
export const visited = (question: Question, ...conditions: readonly string[]): string =>
  `${related(question, conditions)}.exists()`;
/** Calendar days of all such stays. */
export const daysOf = (question: Question, ...conditions: readonly string[]): string =>
  `${related(question, conditions)}.sum(calendar_days)`;
/** A stay had ended by the moment asked about; one still under way then shows its later end in the ledger. */
export const hasLeft = ({ asOf }: Question): string =>
  asOf === undefined ? "left_at != null" : "left_at <= now()";
export const isStanding = ({ asOf }: Question): string =>
  asOf === undefined ? "left_at == null" : "(left_at == null || left_at > now())";

export const recordsOf = (
  { object, asOfText }: Question,
  ...parts: readonly (string | null)[]
): RecordsRef => ({
  object: object.name,
  filter: all(...parts),
  ...(asOfText === undefined ? {} : { as_of: asOfText }),
});

/** The records of one group; a key without the field is the total over it. */
export const inGroup = (question: Question, key: Values): string =>
  all(
    ...question.groupBy.map(
      (group) => Object.hasOwn(key, group.field) && keyCondition(question, group, key[group.field] ?? null),
    ),
  );

function keyCondition(
  question: Question,
  { field, bucket }: Question["groupBy"][number],
  value: WireValue,
): string {
  if (value === null) return `${field} == null`;
  const { catalog } = question.context;
  if (bucket) return inBucket(question, field, periodOf(bucket, String(value)));
  const checked = checkExpression(field, { schema: catalog, object: question.object.name });
  const type = checked.ok ? checked.expression.type : "text";
  if (type === "boolean") return `${field} == ${String(value)}`;
  if (type === "number") {
    const own = question.object.byName[field];
    return `${field} == ${String(value)}${own && kindOf(own, catalog) === "percent" ? "%" : ""}`;
  }
  if (isMap(value) && "id" in value) return `${field} == ${quote(linkedId(value))}`;
  return `${field} == ${quote(String(value))}`;
}

function inBucket(
  { context, object }: Question,
  field: string,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const own = object.byName[field];
  const next = addDays(to, 1);
  if (own && kindOf(own, context.catalog) === "date")
    return `${field} >= ${quote(from)} && ${field} < ${quote(next)}`;
  const { zone } = context.company;
  return `${field} >= ${quote(startOfDay(zone, from))} && ${field} < ${quote(startOfDay(zone, next))}`;
}
