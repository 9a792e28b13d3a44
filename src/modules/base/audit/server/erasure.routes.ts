import { csvLines } from "../../../../shared/text/csv.ts";
import {
  Answer,
  type CallOf,
  type Context,
  type Result,
  SENT,
  accept,
  getByName,
  isUuid,
  refuse,
  serve,
} from "../../../../engine/public.ts";
import { attachment, fileMark, logAccess } from "../../identity/public.ts";
import {
  decideOnErasure,
  previewErasure,
  requestErasure,
  takePersonalData,
} from "../shared/erasure.contract.ts";
import { askErasure, decideErasure } from "./erasure-requests.ts";
import { recordsAround } from "./hanging-records.ts";
import { auditMessages } from "./messages.ts";
import { personalData } from "./personal-data.ts";
import { personalRows } from "./personal-rows.ts";
import { isSubject } from "./personal-fields.ts";

const ability = "privacy.manage";
const long = { ability, longest: 60_000 } as const;
const malformed = () => refuse({ status: 400, code: "malformed", text: auditMessages.malformed });
const gone = () => refuse({ status: 404, code: "gone", text: auditMessages.gone });

async function sendPersonalData(
  context: Context,
  { params: { object, id }, query, request, reply }: CallOf<typeof takePersonalData>,
): Promise<Result<typeof SENT>> {
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
}

export const erasureRoutes = [
  serve(requestErasure, { ability }, async (context, { body }) => {
    if (!isUuid(body.id)) return malformed();
    const asked = await askErasure(context, body);
    return asked.ok ? accept({ data: asked.value }) : asked;
  }),
  serve(decideOnErasure, long, async (context, { params: { id }, body: { approve } }) => {
    if (!isUuid(id)) return gone();
    const decided = await decideErasure(context, id, approve);
    return decided.ok ? accept(new Answer(approve ? 202 : 200, { data: decided.value })) : decided;
  }),
  serve(previewErasure, long, async (context, { query: { object, id } }) => {
    if (!isSubject(object) || !isUuid(id) || !(await getByName(context, object, id)).ok) return gone();
    const { hanging, staying } = await recordsAround(context.db, context, object, id);
    const count = (all: typeof hanging): Record<string, number> =>
      Object.fromEntries(all.map((one) => [one.object.name, one.ids.length]));
    return accept({ data: { erased: count(hanging), kept: count(staying) } });
  }),
  serve(takePersonalData, { ...long, viewing: "closed" }, sendPersonalData),
];
