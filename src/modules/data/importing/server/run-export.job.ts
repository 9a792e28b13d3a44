import { Type } from "@sinclair/typebox";
import { type Work, accept, defineJobKind, hasAbility, refuse } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { shaped } from "../../../../shared/wire/schema.ts";
import { jobHasTaken, logAccess } from "../../../base/identity/public.ts";
import { exportRecords } from "./export-records.ts";
import type { ExportRequest } from "./export-request.ts";

interface Asked {
  readonly request: ExportRequest;
  /** Where it was asked from, for the access log. */
  readonly ip: string | null;
}
const Payload = shaped<Asked>(
  Type.Object({ request: Type.Object({ object: Type.String(), format: Type.String() }) }),
);

/**
 * An export of more rows than a request should hold: the same file, with the same rights and limits, made in
 * the background and kept for a day.
 */
export const exportKind = defineJobKind({
  name: "export",
  label: label("导出", "Export"),
  payload: Payload,
  position: Type.Null(),
  about: ({ request }) => request.object,
  async stateChanged(tx, context, { id, finished_at }) {
    if (finished_at !== null) await jobHasTaken(tx, context, id);
  },
  async open(context, { id, payload: { request, ip } }) {
    if (!hasAbility(context, "record.export"))
      return refuse({
        status: 403,
        code: "forbidden",
        text: label("你没有导出的权限", "You do not have permission to export"),
      });
    const made = await exportRecords(context, request, id);
    if (!made.ok) return made;
    const { name, type, mark, stream, rows } = made.value;
    // It only reads, for longer than a transaction may last.
    const stored = await context.services.files.put(stream);
    const { object, filter = null, ids } = request;
    return accept<Work<null>>({
      total: rows,
      async batch(tx, acting) {
        await logAccess(tx, acting.workspace, {
          kind: "export",
          user: acting.principal.id,
          ip,
          detail: { object, filter, ids: ids?.length ?? null, rows },
        });
        return { position: null, done: rows, refused: [], file: { name, mark, type, ...stored } };
      },
    });
  },
});
