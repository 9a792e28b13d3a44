import { SENT, accept, objectOf, serve } from "../../../../engine/public.ts";
import { exportFile, exportLater } from "../../../../shared/wire/exports.contract.ts";
import { attachment, logAccess } from "../../../base/identity/public.ts";
import { exportRecords } from "./export-records.ts";
import { startJob } from "../../../base/jobs/public.ts";
import { exportKind } from "./run-export.job.ts";

const serving = {
  ability: "record.export",
  longest: 60_000,
  reads: true,
  replica: "always",
  viewing: "closed",
} as const;

const later = { ability: "record.export", viewing: "closed" } as const;

export const exportRoutes = [
  serve(exportFile, serving, async (context, { body, request, reply }) => {
    const { object, filter = null, ids, format = "csv" } = body;
    const made = await exportRecords(context, { ...body, format });
    if (!made.ok) return made;
    const { name, type, mark, stream, rows } = made.value;
    await logAccess(context.db, context.workspace, {
      kind: "export",
      user: context.principal.id,
      ip: request.ip,
      detail: { object, filter, ids: ids?.length ?? null, rows },
    });
    await reply.header("content-disposition", attachment(name, mark)).type(type).send(stream);
    return accept(SENT);
  }),
  serve(exportLater, later, async (context, { body, request }) => {
    const object = objectOf(context, body.object);
    if (!object.ok) return object;
    const started = await startJob(context, exportKind, {
      payload: { request: { ...body, format: body.format ?? "csv" }, ip: request.ip },
    });
    return started.ok ? accept({ id: started.value }) : started;
  }),
];
