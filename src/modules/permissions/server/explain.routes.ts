import { Type } from "@sinclair/typebox";
import { explain, QUESTIONS, type QuestionAction } from "../../../engine/access/explain.ts";
import type { Call, Route } from "../../../engine/api/route.ts";
import { titlesFor } from "../../../engine/changes/titles-for.ts";
import type { Context } from "../../../engine/context.ts";
import { objectOf } from "../../../engine/query/object-of.ts";
import { isUuid } from "../../../engine/record/is-uuid.ts";
import { accept, refuse, type Result } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import { say } from "../../../shared/i18n/messages.ts";
import type { Explanation } from "../../../shared/wire/explanation.ts";
import { ABILITIES } from "../../identity/server/public.ts";
import { permissionTexts } from "../shared/messages.ts";
import type { ExplainAnswer } from "../shared/wire.ts";
import { abilityName } from "./ability-name.ts";
import { readersOf } from "./readers.ts";
import { subjectOf } from "./subject.ts";

const id = Type.Optional(Type.String({ maxLength: 36 }));
const name = Type.Optional(Type.String({ maxLength: 63 }));
const query = Type.Object({
  user: id,
  role: id,
  department: id,
  object: name,
  record: id,
  field: name,
  action: name,
  ability: Type.Optional(Type.String({ maxLength: 80 })),
});

async function answer(context: Context, { query: asked }: Call): Promise<Result<unknown>> {
  const action = QUESTIONS.find((one) => one === (asked["action"] ?? "read"));
  if (!action) return refuse({ status: 400, code: "malformed", text: permissionTexts.record_needed });
  const subject = await subjectOf(context, {
    user: asked["user"],
    role: asked["role"],
    department: asked["department"],
  });
  if (!subject.ok) return subject;
  const proof = await prove(context, subject.value.context, subject.value.name, action, asked);
  if (!proof.ok) return proof;
  const { object, record } = asked;
  const titles =
    object && record ? await titlesFor(context, [{ object, id: record }]) : new Map<string, string>();
  const data: ExplainAnswer = {
    ...proof.value,
    action,
    who: {
      id: asked["user"] ?? asked["role"] ?? "",
      name: subject.value.name,
      kind: asked["user"] === undefined ? "role" : "user",
    },
    object: object ?? null,
    record: record ? { id: record, title: titles.get(record) ?? null } : null,
  };
  return accept({ data });
}

async function prove(
  context: Context,
  subject: Context | null,
  person: string,
  action: QuestionAction,
  asked: Call["query"],
): Promise<Result<Explanation>> {
  const { object: objectName, record, field, ability } = asked;
  if (action === "use") {
    if (ability === undefined || !ABILITIES.some((one) => one.name === ability))
      return refuse({ status: 400, code: "malformed", text: permissionTexts.unknown_ability });
  } else if (objectName === undefined)
    return refuse({ status: 400, code: "malformed", text: permissionTexts.record_needed });
  const object = objectName === undefined ? undefined : objectOf(context, objectName);
  if (object && !object.ok) return object;
  if (field !== undefined && !object?.value.byName[field])
    return refuse({ status: 400, code: "unknown_field", text: permissionTexts.unknown_field });
  if (object && field === undefined && action !== "create" && record === undefined)
    return refuse({ status: 400, code: "malformed", text: permissionTexts.record_needed });
  if (record !== undefined && !isUuid(record))
    return refuse({ status: 400, code: "malformed", text: permissionTexts.record_needed });
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
  label(say(permissionTexts.inactive, "zh-CN", { person }), say(permissionTexts.inactive, "en", { person }));

export const explainRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/permissions/explain",
    tag: "permissions",
    summary: label(
      "为什么能或不能：某人对某条记录、字段或按钮的权限依据",
      "Why someone may or may not: the proof for a record, field or button",
    ),
    ability: "permissions.explain",
    query,
    run: answer,
  },
  {
    method: "GET",
    path: "/permissions/readers",
    longest: 30_000,
    tag: "permissions",
    summary: label("谁能看到这条记录，各因为什么", "Who can read a record, and why each"),
    ability: "permissions.explain",
    query: Type.Object({
      object: Type.String({ maxLength: 63 }),
      record: Type.String({ maxLength: 36 }),
      cursor: id,
    }),
    run: async (context, { query: asked }) => {
      const object = objectOf(context, asked["object"] ?? "");
      if (!object.ok) return object;
      return readersOf(context, object.value, asked["record"] ?? "", asked["cursor"]);
    },
  },
];
