import { Type, type Static } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { objectRights } from "../../../engine/access/rights-of.ts";
import type { Call, Route } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { accept, refuse, type Result } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { fieldsOf, TRAITS } from "../shared/traits.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { loadRules } from "./load-rules.ts";
import { whyTexts } from "./score-pair.ts";

const Body = Type.Object({
  values: Type.Record(Type.String({ maxLength: 80 }), Type.Unknown()),
  id: Type.Optional(Type.String({ maxLength: 60 })),
});

/** Only texts that tell records apart; whatever else a form holds is left alone. */
function telling(object: string, values: Static<typeof Body>["values"]): Values {
  const traits = TRAITS[object];
  const names = traits ? fieldsOf(traits) : [];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return typeof value === "string" ? [[name, value.slice(0, 300)] as const] : [];
    }),
  );
}

async function look(context: Context, call: Call): Promise<Result<unknown>> {
  const name = call.params["object"] ?? "";
  const object = context.catalog.object(name);
  const rights = object && objectRights(context, object);
  if (!object || !rights || (!rights.create && rights.read === "none"))
    return refuse({
      status: 404,
      code: "unknown_object",
      text: label("没有这个对象", "There is no such object"),
    });
  if (!(name in TRAITS)) return accept({ data: [] });
  const body = Value.Decode(Body, call.body);
  const { effectOf } = await loadRules(context.db, context, name);
  const [found = []] = await findDuplicates(context.db, context, name, [
    { ...(body.id ? { id: body.id } : {}), values: telling(name, body.values) },
  ]);
  const judged = found.map((one) => ({ one, action: one.object === name ? effectOf(one) : "warn" }));
  return accept({
    data: judged
      .filter(({ action }) => action !== "none")
      .map(({ one: { why, ...one }, action }) => ({
        ...one,
        reason: whyTexts[why][context.language],
        action,
      })),
  });
}

export const duplicateRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/records/:object/duplicates",
    tag: "records",
    summary: label("查重", "Find records that may be the same"),
    body: Body,
    reads: true,
    run: look,
  },
  {
    method: "POST",
    path: "/duplicates/rebuild",
    tag: "records",
    ability: "settings.manage",
    summary: label("重建查重键", "Make the keys for finding duplicates anew"),
    status: 202,
    run: async (context) => {
      await context.services.jobs.enqueue("duplicates.rebuild", {}, { key: "rebuild" });
      return accept({});
    },
  },
];
