import { SENT } from "../../../../engine/api/route.ts";
import { serve } from "../../../../engine/api/serve.ts";
import { accept } from "../../../../engine/refusal.ts";
import { exportFile } from "../../../../shared/wire/exports.contract.ts";
import { attachment, logAccess } from "../../../base/identity/public.ts";
import { exportRecords } from "./export-records.ts";
import type { LoadStages } from "./import-targets.ts";

const serving = {
  ability: "record.export",
  longest: 60_000,
  reads: true,
  replica: "always",
  viewing: "closed",
} as const;

/** `stages`: offered by the module that knows them, for the moves of a history. */
export const exportRoutes = (stages: LoadStages | undefined) => [
  serve(exportFile, serving, async (context, { body, request, reply }) => {
    const { object, filter = null, ids, format = "csv" } = body;
    const made = await exportRecords(context, { ...body, format }, stages);
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
];
