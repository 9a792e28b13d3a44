import {
  type CallOf,
  type Context,
  QUESTIONS,
  type QuestionAction,
  type Result,
  accept,
  explain,
  isUuid,
  objectOf,
  refuse,
  serve,
  titlesFor,
} from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { Explanation } from "../../../../shared/wire/explanation.ts";
import { ABILITIES } from "../../identity/public.ts";
import { permissionScreenMessages } from "../shared/messages.ts";
import { explainRight, type ExplainQuery, readReaders } from "../shared/proof.contract.ts";
import { abilityName } from "./ability-name.ts";
import { readersOf } from "./readers.ts";
import { subjectOf } from "./subject.ts";

async function answer(
  context: Context,
  { query: asked }: CallOf<typeof explainRight>,
): Promise<Result<AnswerOf<typeof explainRight>>> {
  const action = QUESTIONS.find((one) => one === (asked.action ?? "read"));
  if (!action)
    return refuse({ status: 400, code: "malformed", text: permissionScreenMessages.record_needed });
  const { user, role, department, object, record } = asked;
  const subject = await subjectOf(context, { user, role, department });
  if (!subject.ok) return subject;
  const { context: theirs, name } = subject.value;
  const proof = await prove(context, theirs, name, action, asked);
  if (!proof.ok) return proof;
  const titles =
    object && record ? await titlesFor(context, [{ object, id: record }]) : new Map<string, string>();
  return accept({
    data: {
      ...proof.value,
      action,
      who: { id: user ?? role ?? "", name, kind: user === undefined ? "role" : "user" },
      object: object ?? null,
      record: record ? { id: record, title: titles.get(record) ?? null } : null,
    },
  });
}

async function prove(
  context: Context,
  subject: Context | null,
  person: string,
  action: QuestionAction,
  asked: ExplainQuery,
): Promise<Result<Explanation>> {
  const { object: objectName, record, field, ability } = asked;
  if (action === "use") {
    if (ability === undefined || !ABILITIES.some((one) => one.name === ability))
      return refuse({ status: 400, code: "malformed", text: permissionScreenMessages.unknown_ability });
  } else if (objectName === undefined)
    return refuse({ status: 400, code: "malformed", text: permissionScreenMessages.record_needed });
  const object = objectName === undefined ? undefined : objectOf(context, objectName);
  if (object && !object.ok) return object;
  if (field !== undefined && !object?.value.byName[field])
    return refuse({ status: 400, code: "unknown_field", text: permissionScreenMessages.unknown_field });
  if (object && field === undefined && action !== "create" && record === undefined)
    return refuse({ status: 400, code: "malformed", text: permissionScreenMessages.record_needed });
  if (record !== undefined && !isUuid(record))
    return refuse({ status: 400, code: "malformed", text: permissionScreenMessages.record_needed });
  if (!subject)
    return accept({ allowed: false, because: [], denied: [{ why: "inactive", text: inactive(person) }] });
  const question = {
    action,
    ...(object ? { object: object.value } : {}),
    ...(record === undefined ? {} : { record }),
    ...(field === undefined ? {} : { field }),
    ...(ability === undefined ? {} : { ability }),
  };
  return accept(await explain(subject, question, abilityName));
}

const inactive = (person: string) =>
  label(
    say(permissionScreenMessages.inactive, "zh-CN", { person }),
    say(permissionScreenMessages.inactive, "en", { person }),
  );

const ability = "permissions.explain";

export const explainRoutes = [
  serve(explainRight, { ability }, answer),
  serve(
    readReaders,
    { ability, longest: 30_000 },
    async (context, { query: { object: name, record, cursor } }) => {
      const object = objectOf(context, name);
      return object.ok ? readersOf(context, object.value, record, cursor) : object;
    },
  ),
];
