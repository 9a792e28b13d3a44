import { type Static, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { SENT, type Route } from "../../../engine/api/route.ts";
import { accept } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import { attachment, logAccess } from "../../identity/server/public.ts";
import { exportRecords } from "./export-records.ts";
import type { LoadStages } from "./import-targets.ts";

const body = Type.Object({
  object: Type.String({ maxLength: 60 }),
  filter: Type.Optional(Type.String({ maxLength: 8000 })),
  ids: Type.Optional(
    Type.Array(Type.String({ pattern: "^[0-9a-fA-F-]{36}$" }), { minItems: 1, maxItems: 10_000 }),
  ),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  fields: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 500 })),
  history: Type.Optional(Type.Boolean()),
  lines: Type.Optional(Type.Boolean()),
  format: Type.Optional(Type.Union([Type.Literal("csv"), Type.Literal("xlsx")])),
});

/** `stages`: offered by the module that knows them, for the moves of a history. */
export const exportRoutes = (stages: LoadStages | undefined): readonly Route[] => [
  {
    method: "POST",
    path: "/exports",
    longest: 60_000,
    summary: label("导出为文件", "Export to a file"),
    tag: "imports",
    ability: "record.export",
    reads: true,
    replica: "always",
    viewing: "closed",
    body,
    run: async (context, call) => {
      const request: Static<typeof body> = Value.Decode(body, call.body);
      const made = await exportRecords(context, { ...request, format: request.format ?? "csv" }, stages);
      if (!made.ok) return made;
      await logAccess(context.db, context.workspace, {
        kind: "export",
        user: context.principal.id,
        ip: call.request.ip,
        detail: {
          object: request.object,
          filter: request.filter ?? null,
          ids: request.ids?.length ?? null,
          rows: made.value.rows,
        },
      });
      const { name, type, mark, stream } = made.value;
      await call.reply.header("content-disposition", attachment(name, mark)).type(type).send(stream);
      return accept(SENT);
    },
  },
];
