import { accept, objectRights, refuse, serve } from "../../../../engine/public.ts";
import { label, type Language } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import {
  type Duplicate,
  findDuplicates as findByValues,
  rebuildDuplicateKeys,
} from "../../../../shared/wire/duplicates.contract.ts";
import { fieldsOf, TRAITS } from "../shared/traits.ts";
import { findDuplicates, type Found } from "./find-duplicates.ts";
import { loadRules, type RulesOf } from "./load-rules.ts";
import { whyMessages } from "./score-pair.ts";

/** Only texts that tell records apart; whatever else a form holds is left alone. */
function telling(object: string, values: Readonly<Values>): Values {
  const traits = TRAITS[object];
  const names = traits ? fieldsOf(traits) : [];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return typeof value === "string" ? [[name, value.slice(0, 300)] as const] : [];
    }),
  );
}

/** What the rules have somebody told of; a likeness to another kind of record is a hint. */
function judged(
  found: readonly Found[],
  object: string,
  { effectOf }: RulesOf,
  language: Language,
): readonly Duplicate[] {
  return found.flatMap(({ why, ...one }) => {
    const action = one.object === object ? effectOf(one) : "warn";
    return action === "none" ? [] : [{ ...one, reason: whyMessages[why][language], action }];
  });
}

export const duplicateRoutes = [
  serve(findByValues, { reads: true }, async (context, { params, body: { id, values } }) => {
    const { object: name } = params;
    const object = context.catalog.object(name);
    const rights = object && objectRights(context, object);
    if (!object || !rights || (!rights.create && rights.read === "none"))
      return refuse({
        status: 404,
        code: "unknown_object",
        text: label("没有这个对象。", "This object does not exist."),
      });
    if (!(name in TRAITS)) return accept({ data: [] });
    const rules = await loadRules(context.db, context, name);
    const probe = { ...(id ? { id } : {}), values: telling(name, values) };
    const [found = []] = await findDuplicates(context.db, context, name, [probe]);
    return accept({ data: judged(found, name, rules, context.language) });
  }),
  serve(rebuildDuplicateKeys, { ability: "settings.manage" }, async (context) => {
    await context.services.jobs.enqueue("duplicates.rebuild", {}, { key: "rebuild" });
    return accept({});
  }),
];
