import { Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { csvLines } from "../../../shared/text/csv.ts";
import { Answer, type Route, SENT } from "../../../engine/api/route.ts";
import { getByName } from "../../../engine/query/object-of.ts";
import { accept, refuse } from "../../../engine/refusal.ts";
import { isUuid } from "../../../engine/record/is-uuid.ts";
import { label } from "../../../shared/i18n/label.ts";
import { attachment, fileMark, logAccess } from "../../identity/server/public.ts";
import type { ErasurePreview } from "../shared/wire.ts";
import { askErasure, decideErasure } from "./erasure-requests.ts";
import { recordsAround } from "./hanging-records.ts";
import { auditMessages } from "./messages.ts";
import { personalData } from "./personal-data.ts";
import { personalRows } from "./personal-rows.ts";
import { isSubject } from "./personal-fields.ts";

const ABILITY = "privacy.manage";
const AskBody = Type.Object(
  {
    object: Type.String({ maxLength: 60 }),
    id: Type.String({ maxLength: 36 }),
    legal_basis: Type.Union(
      ["asked", "consent_withdrawn", "purpose_done", "period_over", "unlawful"].map((name) =>
        Type.Literal(name),
      ),
    ),
    reason: Type.Optional(Type.String({ maxLength: 1000 })),
    attachments: Type.Boolean(),
  },
  { additionalProperties: false },
);
const DecideBody = Type.Object({ approve: Type.Boolean() }, { additionalProperties: false });
const malformed = () => refuse({ status: 400, code: "malformed", text: auditMessages.malformed });
const gone = () => refuse({ status: 404, code: "gone", text: auditMessages.gone });

const askRoute: Route = {
  method: "POST",
  path: "/erasures",
  summary: label("申请删除一个人的信息", "Ask for the erasure of a person"),
  tag: "privacy",
  ability: ABILITY,
  status: 201,
  body: AskBody,
  run: async (context, { body }) => {
    if (!Value.Check(AskBody, body) || !isUuid(body.id)) return malformed();
    const asked = await askErasure(context, body);
    return asked.ok ? accept({ data: asked.value }) : asked;
  },
};
const decideRoute: Route = {
  method: "POST",
  path: "/erasures/:id/decision",
  longest: 60_000,
  summary: label(
    "批准或驳回删除申请；批准后立即执行",
    "Approve or reject an erasure; approved, it is carried out",
  ),
  tag: "privacy",
  ability: ABILITY,
  body: DecideBody,
  run: async (context, { params, body }) => {
    if (!Value.Check(DecideBody, body)) return malformed();
    const id = params["id"] ?? "";
    if (!isUuid(id)) return gone();
    const decided = await decideErasure(context, id, body.approve);
    return decided.ok ? accept(new Answer(body.approve ? 202 : 200, { data: decided.value })) : decided;
  },
};
const previewRoute: Route = {
  method: "GET",
  path: "/erasures/preview",
  longest: 60_000,
  summary: label("删除会涉及哪些记录，哪些会保留", "What an erasure would empty, and what would stay"),
  tag: "privacy",
  ability: ABILITY,
  query: Type.Object({ object: Type.String({ maxLength: 60 }), id: Type.String({ maxLength: 36 }) }),
  run: async (context, { query }) => {
    const { object = "", id = "" } = query;
    if (!isSubject(object) || !isUuid(id) || !(await getByName(context, object, id)).ok) return gone();
    const { hanging, staying } = await recordsAround(context.db, context, object, id);
    const count = (all: typeof hanging): Record<string, number> =>
      Object.fromEntries(all.map((one) => [one.object.name, one.ids.length]));
    const data: ErasurePreview = { erased: count(hanging), kept: count(staying) };
    return accept({ data });
  },
};
const dataRoute: Route = {
  method: "GET",
  path: "/personal-data/:object/:id",
  longest: 60_000,
  summary: label("导出一个人的全部信息", "Export all that is kept of a person"),
  tag: "privacy",
  ability: ABILITY,
  viewing: "closed",
  query: Type.Object({ format: Type.Optional(Type.Union([Type.Literal("json"), Type.Literal("csv")])) }),
  run: async (context, { params, query, request, reply }) => {
    const { object = "", id = "" } = params;
    if (!isUuid(id)) return gone();
    const data = await personalData(context, object, id);
    if (!data.ok) return data;
    await logAccess(context.db, context.workspace, {
      kind: "export",
      user: context.principal.id,
      ip: request.ip,
      detail: { object, record: id, personal: true },
    });
    const isCsv = query.format === "csv";
    const content = isCsv
      ? `\ufeff${csvLines([...personalRows(context, data.value)].map((row) => row.map(String)))}`
      : JSON.stringify(data.value, null, 2);
    await reply
      .header(
        "content-disposition",
        attachment(`personal-data.${isCsv ? "csv" : "json"}`, await fileMark(context)),
      )
      .type(isCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8")
      .send(content);
    return accept(SENT);
  },
};

export const erasureRoutes: readonly Route[] = [askRoute, decideRoute, previewRoute, dataRoute];
