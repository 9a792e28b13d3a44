import { useMemo } from "react";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { holds } from "../../../../shared/expression/evaluate.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { form } from "../../../../objects/work/form/form.object.ts";
import { role } from "../../../../objects/system/role/role.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { calendarOf } from "../../../../shared/time/working-calendar.ts";
import { type ObjectInfo, type ObjectMap, useObjects } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { type Me, useMe } from "../../../../ui/data/session.ts";
import { idOf, linkId } from "../../../../ui/data/values.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import type { WorldLabels } from "../shared/gate-kind.ts";
import { type FormQuestion, parseQuestions } from "../../questionnaires/shared/public.ts";
import type { GateAnswer } from "../shared/gate.ts";
import type { JudgingMove } from "../shared/judge-columns.ts";
import { judgeWithAnswers, type Supplied, type AnsweredMove } from "../shared/judge-with-answers.ts";
import type { PipelineDefinition } from "../../pipeline/shared/public.ts";
import { useGateKinds } from "./gate-screens.ts";
import { useSentFacts } from "./gate-data.ts";
import { useDwellNorms, usePipeline } from "../../pipeline/client/public.ts";
import type { UnmetItem } from "../shared/moves.contract.ts";
import { labelIn } from "../../../../ui/data/label-in.ts";

interface Judging {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly to: string;
  readonly supply: Supplied;
  /** What the server found unmet. */
  readonly found: readonly UnmetItem[];
}
/**
 * The gate as it stands with what has been typed so far, by the server's own function; null until there is
 * all that it needs.
 */
export function useJudge({ object, record, to, supply, found }: Judging): GateAnswer | null {
  const judging = useJudging(object, record);
  return useMemo(
    () => judging && judgeWithAnswers({ ...judging, to, supplied: supply, found }),
    [judging, to, supply, found],
  );
}

/** All that the gates of a record are judged by here, whatever the stage. */
export function useJudging(object: ObjectInfo, record: Values): JudgingMove | null {
  const me = useMe();
  const objects = useObjects();
  const pipelineId = linkId(partOf(staged, record).pipeline);
  const pipeline = usePipeline(pipelineId).data;
  const sent = useSentFacts(object.name, idOf(record));
  const exceptions = useDwellNorms(pipelineId)?.exceptions;
  const forms = useForms(pipeline?.stages);
  const roles = useRoles(pipeline?.stages);
  const kinds = useGateKinds();
  const calendar = useMemo(() => calendarOf(exceptions ?? []), [exceptions]);
  const fixed = useMemo(() => {
    const labels = labelsFor(object, objects, forms, roles);
    return {
      labels,
      kinds,
      calendar,
      person: me.user.id,
      questionsOf: (form: string) => forms.get(form)?.questions ?? null,
      holds: conditionsOf(object, objects, me, calendar),
    };
  }, [object, objects, forms, roles, me, calendar, kinds]);
  return useMemo(() => {
    if (!sent || !pipeline || !object.stageField) return null;
    const published: PipelineDefinition = {
      object: pipeline.object,
      name: pipeline.name,
      label: pipeline.label,
      stages: pipeline.stages,
      rules: pipeline.rules,
    };
    return {
      ...fixed,
      definition: sent.definition ?? published,
      stageField: object.stageField,
      record,
      sent,
    };
  }, [sent, pipeline, object, record, fixed]);
}

interface Form {
  readonly label: LabelMap;
  readonly questions: readonly FormQuestion[] | null;
}
/** The questionnaires that gates of the pipeline ask for. */
function useForms(stages: PipelineDefinition["stages"] = []): ReadonlyMap<string, Form> {
  const names = [
    ...new Set(
      stages.flatMap(({ entry, exit }) =>
        [...entry, ...exit].flatMap((one) => (one.kind === "form" ? [one.form] : [])),
      ),
    ),
  ];
  const { data } = useRecords(
    "form",
    { filter: names.map((name) => `name == ${JSON.stringify(name)}`).join(" || "), limit: 60 },
    names.length > 0,
  );
  return useMemo(
    () =>
      new Map(
        (data?.data ?? []).map((record) => {
          const { name = "", label, questions } = partOf(form, record);
          return [name, { label: labelIn(label), questions: parseQuestions(questions) }];
        }),
      ),
    [data],
  );
}

/** Labels of roles, where a gate asks for a sign-off. */
function useRoles(stages: PipelineDefinition["stages"] = []): ReadonlyMap<string, LabelMap> {
  const asks = stages.some(
    ({ entry, exit, movers }) =>
      (movers ?? []).length > 0 || [...entry, ...exit].some(({ kind }) => kind === "approval"),
  );
  const { data } = useRecords("role", { sort: "name", limit: 200 }, asks);
  return useMemo(
    () =>
      new Map(
        (data?.data ?? []).map((record) => {
          const { name = "", label } = partOf(role, record);
          return [name, labelIn(label)];
        }),
      ),
    [data],
  );
}

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
