import {
  type Context,
  type Result,
  accept,
  addOptions,
  hasAbility,
  refuse,
  takeBackOptions,
} from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { list, object, text } from "../../../../shared/wire/schema.ts";
import type { QuestionAnswers } from "../shared/imports.contract.ts";
import { splitLineField } from "../shared/line-columns.ts";
import type { MadeOption } from "../shared/options.contract.ts";
import type { Run } from "./run-store.ts";

/** Of which object the field is that a question is about; null where it is no single choice. */
function choiceAsked(context: Context, to: string, name: string): Omit<MadeOption, "option"> | null {
  const [first, of] = splitLineField(name);
  const lines = context.catalog.object(to)?.byName[first];
  const [owner, field] =
    of === undefined ? [to, first] : [lines?.kind === "children" ? lines.object : "", of];
  const found = context.catalog.object(owner);
  return found && found.byName[field]?.kind === "select" ? { object: owner, field } : null;
}
/** Whether the caller may make an option of a cell that matched none. */
export const mayMakeOption = (context: Context, to: string, field: string): boolean =>
  hasAbility(context, "objects.manage") && choiceAsked(context, to, field) !== null;

/** An option that was made, and the question it answers. */
export interface AnsweredOption extends MadeOption {
  readonly question: string;
}
/** Options for every question that is answered by a new one; several of a field are made in one change. */
export async function makeOptions(
  context: Context,
  run: Pick<Run, "options" | "questions">,
  answers: QuestionAnswers,
): Promise<Result<readonly AnsweredOption[]>> {
  const asked = Object.entries(answers).flatMap(([question, answer]) => {
    const about = run.questions[question];
    const isNew = typeof answer === "object" && answer !== null && "create" in answer;
    return about?.kind === "option" && isNew ? [{ question, cell: about.cell, field: about.field }] : [];
  });
  const made: AnsweredOption[] = [];
  for (const name of new Set(asked.map(({ field }) => field))) {
    const choice = choiceAsked(context, run.options.object, name);
    if (!choice || !mayMakeOption(context, run.options.object, name)) return notAllowed();
    const cells = asked.filter(({ field }) => field === name);
    const options = await addOptions(
      context,
      choice.object,
      choice.field,
      cells.map(({ cell }) => cell),
    );
    if (!options.ok) return options;
    made.push(...cells.map(({ question }, at) => ({ question, ...choice, option: options.value[at] ?? "" })));
  }
  return accept(made);
}
const notAllowed = () =>
  refuse({
    status: 403,
    code: "forbidden",
    text: label(
      "新增选项需要管理对象与字段的权限。",
      "New options take the right to manage objects and fields.",
    ),
  });

export const TAKE_BACK_OPTIONS = "importing.take_back_options";
const Payload = object({ made: list(object({ object: text(), field: text(), option: text() })) });
type OfField = Pick<MadeOption, "object" | "field">;
const isSameField = (one: OfField, other: OfField) =>
  one.object === other.object && one.field === other.field;
/** After an undo: what the import had made goes where nothing uses it, else it is no longer offered. */
export async function takeBackMade(context: Context, payload: unknown): Promise<void> {
  if (!fits(Payload, payload)) return;
  const { made } = payload;
  // Those of a field in one change: the next would not know of the one before.
  const firsts = made.filter((one, at) => made.findIndex((other) => isSameField(one, other)) === at);
  for (const { object: of, field } of firsts) {
    const names = made.flatMap((one) => (isSameField(one, { object: of, field }) ? [one.option] : []));
    const done = await takeBackOptions(context, of, field, names);
    if (!done.ok) throw new Error(`options of ${of}.${field} were not taken back: ${done.refusal.code}`);
  }
}
