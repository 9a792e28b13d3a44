import { checkExpression } from "../../../shared/expression/check.ts";
import { holds } from "../../../shared/expression/evaluate.ts";
import type { Expression, Moment } from "../../../shared/expression/types.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { calendarOf } from "../../../shared/time/working-calendar.ts";
import type { FieldInfo, ObjectInfo, ObjectMap } from "../../data/objects.ts";
import type { Me } from "../../data/session.ts";

export interface FormRules {
  readonly isVisible: (field: FieldInfo, record: Values) => boolean;
  readonly isRequired: (field: FieldInfo, record: Values) => boolean;
}

/**
 * Which fields of a record show, and which must be filled in, as it is being typed. What a rule reads beyond
 * the record is the server's to judge.
 */
export function formRules(object: ObjectInfo, objects: ObjectMap, me: Me): FormRules {
  const read = new Map<string, Expression | null>();
  const expressionOf = (text: string): Expression | null => {
    const known = read.get(text);
    if (known !== undefined) return known;
    const checked = checkExpression(text, {
      schema: { object: (name) => objects.get(name), objects },
      object: object.name,
      expects: "boolean",
    });
    const expression = checked.ok && isOwn(checked.expression) ? checked.expression : null;
    read.set(text, expression);
    return expression;
  };
  const answer = (text: string | undefined, record: Values, unknown: boolean): boolean => {
    const expression = text ? expressionOf(text) : null;
    return expression ? holds(expression, { ...momentOf(me), record }) : unknown;
  };
  return {
    isVisible: (field, record) => answer(field.visible_if, record, true),
    isRequired: (field, record) => field.required === true || answer(field.required_if, record, false),
  };
}

const CALENDAR = calendarOf([]);
const isOwn = ({ references }: Expression): boolean =>
  references.paths.length === 0 && references.related.length === 0;

const momentOf = ({ user, departments, company }: Me): Moment => ({
  now: new Date().toISOString(),
  zone: company.zone,
  actor: user.id,
  departments: departments.map(({ id }) => id),
  calendar: CALENDAR,
});
