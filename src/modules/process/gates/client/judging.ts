import { checkExpression } from "../../../../shared/expression/check.ts";
import { holds } from "../../../../shared/expression/evaluate.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { form } from "../../../../objects/work/form/form.object.ts";
import { role } from "../../../../objects/system/role/role.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { calendarOf } from "../../../../shared/time/working-calendar.ts";
import { labelIn } from "../../../../ui/data/label-in.ts";
import type { ObjectInfo, ObjectMap } from "../../../../ui/data/objects.ts";
import type { Me } from "../../../../ui/data/session.ts";
import { type FormQuestion, parseQuestions } from "../../questionnaires/shared/public.ts";
import type { GateKind, WorldLabels } from "../shared/gate-kind.ts";
import type { JudgingMove } from "../shared/judge-columns.ts";
import type { AnsweredMove } from "../shared/judge-with-answers.ts";
import { shippedKinds } from "../shared/kinds/shipped-kinds.ts";
import type { JudgingFacts } from "./use-judging-facts.ts";

/**
 * All that the gates of a record are judged by here, whatever the stage, as the server's own function takes
 * it. Heavy: what judges, reads conditions and knows the kinds of criteria comes with this file.
 */
export function judgingOf(facts: JudgingFacts): JudgingMove {
  const { object, objects, me, record, stageField, sent, published } = facts;
  const forms = formsIn(facts.forms);
  const calendar = calendarOf(facts.exceptions);
  return {
    labels: labelsFor(object, objects, forms, rolesIn(facts.roles)),
    kinds: new Map<string, GateKind>([...Object.entries(shippedKinds), ...facts.addedKinds]),
    calendar,
    person: me.user.id,
    questionsOf: (name: string) => forms.get(name)?.questions ?? null,
    holds: conditionsOf(object, objects, me, calendar),
    definition: sent.definition ?? published,
    stageField,
    record,
    sent,
  };
}

interface Form {
  readonly label: LabelMap;
  readonly questions: readonly FormQuestion[] | null;
}
const formsIn = (records: readonly Values[]): ReadonlyMap<string, Form> =>
  new Map(
    records.map((record) => {
      const { name = "", label, questions } = partOf(form, record);
      return [name, { label: labelIn(label), questions: parseQuestions(questions) }];
    }),
  );
const rolesIn = (records: readonly Values[]): ReadonlyMap<string, LabelMap> =>
  new Map(
    records.map((record) => {
      const { name = "", label } = partOf(role, record);
      return [name, labelIn(label)];
    }),
  );

const spelled = (name: string): LabelMap => ({ "zh-CN": name, en: name });
function labelsFor(
  object: ObjectInfo,
  objects: ObjectMap,
  forms: ReadonlyMap<string, Form>,
  roles: ReadonlyMap<string, LabelMap>,
): WorldLabels {
  const types = objects.get("file")?.byName["document_type"];
  return {
    field: (name) => object.byName[name]?.label ?? spelled(name),
    object: (name) => objects.get(name)?.label ?? spelled(name),
    documentType: (name) =>
      types?.kind === "select" ? (types.options.find((option) => option.name === name)?.label ?? name) : name,
    form: (name) => forms.get(name)?.label ?? name,
    role: (name) => roles.get(name) ?? name,
    fieldsOf: (source) =>
      (expressionOf(object, objects, source)?.references.fields ?? []).filter(
        (name) => object.byName[name]?.computed !== true,
      ),
  };
}

function expressionOf(object: ObjectInfo, objects: ObjectMap, source: string): Expression | null {
  const checked = checkExpression(source, {
    schema: { object: (name) => objects.get(name), objects },
    object: object.name,
    expects: "boolean",
  });
  return checked.ok ? checked.expression : null;
}

const currencyIn = ({ currency }: Readonly<Values>): WireValue | undefined => currency;
/**
 * Conditions on the record alone are told here; money in another currency than the company's has no company
 * amount before it is saved.
 */
function conditionsOf(
  object: ObjectInfo,
  objects: ObjectMap,
  me: Me,
  calendar: AnsweredMove["calendar"],
): AnsweredMove["holds"] {
  const known = new Map<string, Expression | null>();
  return (source, record) => {
    const expression = known.get(source) ?? expressionOf(object, objects, source);
    known.set(source, expression);
    if (!expression) return null;
    const { fields, paths, related } = expression.references;
    const isForeign = fields.some(
      (name) =>
        object.byName[name]?.kind === "money" &&
        isMap(record[name]) &&
        currencyIn(record[name]) !== me.company.currency,
    );
    // A list does not carry every field of its records.
    const isMissing = fields.some((name) => record[name] === undefined);
    if (paths.length > 0 || related.length > 0 || isForeign || isMissing) return null;
    const departments = me.departments.map(({ id }) => id);
    return holds(expression, {
      now: new Date().toISOString(),
      zone: me.company.zone,
      actor: me.user.id,
      departments,
      calendar,
      record,
    });
  };
}
