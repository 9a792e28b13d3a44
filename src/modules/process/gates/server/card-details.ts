import { type Context, fieldRight, isReadable, list, titlesFor } from "../../../../engine/public.ts";
import { file } from "../../../../objects/system/file/file.object.ts";
import { form } from "../../../../objects/work/form/form.object.ts";
import { formResponse } from "../../../../objects/work/form-response/form-response.object.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import { type LabelMap, textOf } from "../../../../shared/i18n/label.ts";
import type {
  CatalogObject,
  ObjectDefinition,
  Values,
  WireValue,
} from "../../../../shared/metadata/object.ts";
import { anyRecord, type PartOf, partOf, type RecordLink } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { CardDetail } from "../../approvals/public.ts";
import { asValues } from "../shared/criterion.ts";
import { askedTasks } from "../shared/kinds/tasks.ts";
import { kindsOf } from "./gate-kinds.ts";
import { type FormQuestion, parseQuestions } from "../../questionnaires/shared/public.ts";
import type { CriterionOnSide } from "../shared/gate.ts";
import type { Criterion, CriterionOf } from "../../pipeline/shared/public.ts";
import { gateMessages } from "../shared/gate.texts.ts";

/** What hangs on the records of some moves, as the caller may see it. */
export interface CardFacts {
  readonly files: readonly PartOf<typeof file>[];
  readonly responses: readonly PartOf<typeof formResponse>[];
  readonly tasks: readonly PartOf<typeof task>[];
  readonly forms: ReadonlyMap<string, LabelMap>;
  /** Form by id: its name and questions. */
  readonly questions: ReadonlyMap<
    string,
    { readonly name: string; readonly questions: readonly FormQuestion[] }
  >;
  readonly people: ReadonlyMap<string, string>;
}
interface OfMove {
  readonly whole: Values;
  readonly asked: readonly CriterionOnSide[];
}
const MOST = 200;

export async function loadCardFacts(context: Context, moves: readonly OfMove[]): Promise<CardFacts> {
  const asked = moves.flatMap((move) => move.asked.map(({ criterion }) => criterion));
  const records = [...new Set(moves.map(({ whole }) => idIn(whole)))];
  const of = <K extends Criterion["kind"]>(kind: K) =>
    asked.filter((one): one is CriterionOf<K> => one.kind === kind);
  const about = `(${records.map((id) => `regarding == ${JSON.stringify(id)}`).join(" || ")})`;
  const read = async <D extends ObjectDefinition>(
    object: D,
    wanted: boolean,
    filter: string,
    sort: string,
  ): Promise<readonly PartOf<D>[]> => {
    if (!wanted || !context.catalog.object(object.name)) return [];
    const found = await list(context, { object: object.name, filter, sort, limit: MOST });
    return found.ok ? found.value.data.map((row) => partOf(object, row)) : [];
  };
  const types = [...new Set(of("document").map((one) => one.document_type))];
  const names = [...new Set(of("form").map((one) => one.form))];
  const files = await read(
    file,
    types.length > 0,
    `${about} && document_type in ${JSON.stringify(types)}`,
    "-created_at",
  );
  const responses = await read(formResponse, names.length > 0, about, "-created_at");
  const tasks = await read(task, of("tasks").length > 0, about, "-created_at");
  const forms = await read(form, names.length > 0, `name in ${JSON.stringify(names)}`, "name");
  const signers = moves.flatMap(({ whole, asked: all }) =>
    all.flatMap(({ criterion }) => signed(whole, criterion.id)?.by ?? []),
  );
  return {
    files,
    responses,
    tasks,
    forms: new Map(
      forms.flatMap(({ name, label }) => (isLabel(label) ? [[String(name), label] as const] : [])),
    ),
    questions: new Map(
      forms.map(({ id, name, questions }) => [
        String(id),
        { name: String(name), questions: parseQuestions(questions) ?? [] },
      ]),
    ),
    people: await titlesFor(
      context,
      signers.map((id) => ({ object: "user", id })),
    ),
  };
}
const isLabel = (value: WireValue | undefined): value is LabelMap => asValues(value) !== null;

function signed(whole: Values, criterion: string): { readonly by: string; readonly at: string } | null {
  const { by, at } = asValues(asValues(partOf(staged, whole).gate_state)?.[criterion]) ?? {};
  return typeof by === "string" ? { by, at: String(at ?? "") } : null;
}

interface OfCriterion {
  readonly criterion: CriterionOnSide["criterion"];
  readonly left: CriterionOnSide["left"];
  readonly whole: Values;
}
/** The evidence of one criterion, item by item. */
export function cardDetails(
  context: Context,
  object: CatalogObject,
  { criterion, left, whole }: OfCriterion,
  facts: CardFacts,
): readonly CardDetail[] {
  const id = idIn(whole);
  const keepsEvidence = kindsOf(context).get(criterion.kind)?.keep !== undefined;
  if (keepsEvidence && !isReadable(fieldRight(context, object, "gate_state"))) return [];
  switch (criterion.kind) {
    case "fields":
      return criterion.fields
        .filter((field) => isReadable(fieldRight(context, object, field)))
        .map((field) => ({ type: "field", field }));
    case "checklist": {
      const ticks = asValues(asValues(partOf(staged, whole).gate_state)?.[criterion.id]) ?? {};
      return criterion.items.map((item) => ({
        type: "item",
        label: item.label,
        done: ticks[item.id] === true,
      }));
    }
    case "tasks": {
      const newest = (template: string) =>
        facts.tasks.find((one) => pointsAt(one, id) && one.template === template);
      return askedTasks(criterion, left).map((item) => ({
        type: "item",
        label: item.label,
        done: newest(item.id)?.status === "done",
      }));
    }
    case "document":
      return facts.files
        .filter((one) => pointsAt(one, id) && one.document_type === criterion.document_type)
        .map((one) => ({ type: "file", id: String(one.id), name: one.name ?? "" }));
    case "form":
      return answersOf(
        context,
        criterion,
        facts.responses.filter((response) => pointsAt(response, id)),
        facts,
      );
    case "approval": {
      const one = signed(whole, criterion.id);
      return one ? [{ type: "signed", by: facts.people.get(one.by) ?? "", at: one.at }] : [];
    }
    default:
      return kindsOf(context).get(criterion.kind)?.details?.(context, object, criterion, whole) ?? [];
  }
}
const idIn = (whole: Values): string => String(partOf(anyRecord, whole).id);
interface Pointing {
  readonly regarding?: RecordLink | null;
  readonly also_regarding?: readonly RecordLink[] | null;
}
const pointsAt = ({ regarding, also_regarding }: Pointing, id: string): boolean =>
  [regarding, ...(also_regarding ?? [])].some((link) => link?.id === id);

/** Every question of the newest response with its answer, in words. */
function answersOf(
  context: Context,
  { form: asked }: CriterionOf<"form">,
  responses: CardFacts["responses"],
  { questions }: CardFacts,
): readonly CardDetail[] {
  const response = responses.find((one) => questions.get(one.form ?? "")?.name === asked);
  const answers = asValues(response?.answers) ?? {};
  return (questions.get(response?.form ?? "")?.questions ?? [])
    .filter((question) => answers[question.id] !== undefined && answers[question.id] !== null)
    .map((question) => ({
      type: "answer",
      label: question.label,
      value: said(context, question, answers[question.id] ?? null),
    }));
}

function said(context: Context, { kind, options = [] }: FormQuestion, value: WireValue): string {
  if (typeof value === "boolean" || kind === "boolean")
    return textOf(value === true ? gateMessages.yes : gateMessages.no, context.language);
  const word = (name: string): string =>
    textOf(options.find((option) => option.name === name)?.label, context.language, name);
  return [value]
    .flat()
    .map((one) => word(String(one)))
    .join(context.language === "zh-CN" ? "、" : ", ");
}
