import { fieldRight, isReadable } from "../../../engine/access/rights-of.ts";
import { titlesFor } from "../../../engine/changes/titles-for.ts";
import type { Context } from "../../../engine/context.ts";
import { list } from "../../../engine/query/list.ts";
import { type LabelMap, textOf } from "../../../shared/i18n/label.ts";
import { pointersOf } from "../../../shared/metadata/further-links.ts";
import type { CatalogObject, Values, WireValue } from "../../../shared/metadata/object.ts";
import type { CardDetail } from "../../approvals/server/public.ts";
import { asValues } from "../shared/criterion.ts";
import { type FormQuestion, parseQuestions } from "../shared/form.ts";
import type { AskedOnSide } from "../shared/gate.ts";
import type { CriterionOf } from "../shared/pipeline.ts";
import { gateTexts } from "../shared/texts.ts";

/** What hangs on the records of some moves, as the caller may see it. */
export interface CardFacts {
  readonly files: readonly Values[];
  readonly responses: readonly Values[];
  readonly tasks: readonly Values[];
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
  readonly asked: readonly AskedOnSide[];
}
const MOST = 200;

export async function loadCardFacts(context: Context, moves: readonly OfMove[]): Promise<CardFacts> {
  const asked = moves.flatMap((move) => move.asked.map(({ criterion }) => criterion));
  const records = [...new Set(moves.map(({ whole }) => String(whole["id"])))];
  const of = <K extends (typeof asked)[number]["kind"]>(kind: K) =>
    asked.filter((one): one is CriterionOf<K> => one.kind === kind);
  const about = `(${records.map((id) => `regarding == ${JSON.stringify(id)}`).join(" || ")})`;
  const read = async (
    object: string,
    wanted: boolean,
    filter: string,
    sort: string,
  ): Promise<readonly Values[]> => {
    if (!wanted || !context.catalog.object(object)) return [];
    const found = await list(context, { object, filter, sort, limit: MOST });
    return found.ok ? found.value.data : [];
  };
  const types = [...new Set(of("document").map((one) => one.document_type))];
  const names = [...new Set(of("form").map((one) => one.form))];
  const files = await read(
    "file",
    types.length > 0,
    `${about} && document_type in ${JSON.stringify(types)}`,
    "-created_at",
  );
  const responses = await read("form_response", names.length > 0, about, "-created_at");
  const tasks = await read("task", of("tasks").length > 0, about, "-created_at");
  const forms = await read("form", names.length > 0, `name in ${JSON.stringify(names)}`, "name");
  const signers = moves.flatMap(({ whole, asked: all }) =>
    all.flatMap(({ criterion }) => signed(whole, criterion.id)?.by ?? []),
  );
  return {
    files,
    responses,
    tasks,
    forms: new Map(
      forms.flatMap((form) =>
        isLabel(form["label"]) ? [[String(form["name"]), form["label"]] as const] : [],
      ),
    ),
    questions: new Map(
      forms.map((form) => [
        String(form["id"]),
        { name: String(form["name"]), questions: parseQuestions(form["questions"]) ?? [] },
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
  const one = asValues(asValues(whole["gate_state"])?.[criterion]);
  return one && typeof one["by"] === "string" ? { by: one["by"], at: String(one["at"] ?? "") } : null;
}

interface OfCriterion {
  readonly criterion: AskedOnSide["criterion"];
  readonly left: AskedOnSide["left"];
  readonly whole: Values;
}
/** The evidence of one criterion, item by item. */
export function cardDetails(
  context: Context,
  object: CatalogObject,
  { criterion, left, whole }: OfCriterion,
  facts: CardFacts,
): readonly CardDetail[] {
  const id = String(whole["id"]);
  if (
    (criterion.kind === "checklist" || criterion.kind === "approval") &&
    !isReadable(fieldRight(context, object, "gate_state"))
  )
    return [];
  switch (criterion.kind) {
    case "fields":
      return criterion.fields
        .filter((field) => isReadable(fieldRight(context, object, field)))
        .map((field) => ({ type: "field", field }));
    case "checklist": {
      const ticks = asValues(asValues(whole["gate_state"])?.[criterion.id]) ?? {};
      return criterion.items.map((item) => ({
        type: "item",
        label: item.label,
        done: ticks[item.id] === true,
      }));
    }
    case "tasks": {
      const asked =
        criterion.items ??
        (left?.on_enter ?? []).flatMap((one) =>
          one.kind === "task" ? [{ id: one.id, label: one.title }] : [],
        );
      const newest = (template: string) =>
        facts.tasks.find((task) => pointsAt(task, id) && task["template"] === template);
      return asked.map((item) => ({
        type: "item",
        label: item.label,
        done: newest(item.id)?.["status"] === "done",
      }));
    }
    case "document":
      return facts.files
        .filter((file) => pointsAt(file, id) && file["document_type"] === criterion.document_type)
        .map((file) => ({ type: "file", id: String(file["id"]), name: String(file["name"] ?? "") }));
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
      return [];
  }
}
const pointsAt = (record: Values, id: string): boolean =>
  [record["regarding"], record["also_regarding"]].some((value) =>
    pointersOf(value, "").some((pointer) => pointer.id === id),
  );

/** Every question of the newest response with its answer, in words. */
function answersOf(
  context: Context,
  { form }: CriterionOf<"form">,
  responses: readonly Values[],
  { questions }: CardFacts,
): readonly CardDetail[] {
  const response = responses.find((one) => questions.get(idIn(one["form"]))?.name === form);
  const answers = asValues(response?.["answers"]) ?? {};
  const asked = questions.get(idIn(response?.["form"]))?.questions ?? [];
  return asked
    .filter((question) => answers[question.id] !== undefined && answers[question.id] !== null)
    .map((question) => ({
      type: "answer",
      label: question.label,
      value: said(context, question, answers[question.id] ?? null),
    }));
}
const idIn = (link: WireValue | undefined): string => String(asValues(link)?.["id"] ?? link ?? "");

function said(context: Context, { kind, options = [] }: FormQuestion, value: WireValue): string {
  if (typeof value === "boolean" || kind === "boolean")
    return textOf(value === true ? gateTexts.yes : gateTexts.no, context.language);
  const word = (name: string): string =>
    textOf(options.find((option) => option.name === name)?.label, context.language, name);
  return [value]
    .flat()
    .map((one) => word(String(one)))
    .join(context.language === "zh-CN" ? "、" : ", ");
}
