import { ident } from "../../platform/db/database.ts";
import { mapOptions } from "../../shared/expression/map-options.ts";
import { label, textOf } from "../../shared/i18n/label.ts";
import type { FieldDefinition } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { fits } from "../../shared/wire/fits.ts";
import type { Layer } from "../catalog/build-catalog.ts";
import type { Context } from "../kernel/context.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { tableOf } from "../schema/names.ts";
import { rewriteDefinition } from "./definition-expressions.ts";
import { definitionMessages } from "./messages.ts";
import { moveOptionRecords } from "./move-option-records.ts";
import { lostOptions, OptionMap, optionsOf } from "../catalog/option-lists.ts";
import { rewriteSaved } from "./rewrite-saved.ts";
import type { Change } from "../kernel/saved-expressions.ts";
import { compose, wrong } from "../catalog/shapes.ts";
import { refused } from "../catalog/read-definition.ts";

const MAP = label("选项对应", "Mapping of options");
export function readOptionMap(given: WireValue | undefined): Result<OptionMap> {
  if (given === undefined || given === null) return accept({});
  return fits(OptionMap, given)
    ? accept(given)
    : refused(wrong("map", MAP, label("{旧选项: 新选项或 null}", "{old: new or null}")));
}

interface Removal {
  readonly object: string;
  readonly field: string;
  readonly before: FieldDefinition;
  readonly after: FieldDefinition;
  readonly map: OptionMap;
}
/**
 * Options that go must be used by no record, or be mapped: then the records and every saved expression get
 * the other option first. Should the program die in between, the option is still there and the same request
 * goes on where it stopped. Gives the layer with its own expressions mapped.
 */
export async function settleOptions(
  context: Context,
  layer: Layer,
  { object, field, before, after, map }: Removal,
): Promise<Result<Layer>> {
  const lost = lostOptions(before, after).map((option) => option.name);
  if (lost.length === 0) return accept(layer);
  const offered = new Set(optionsOf(after).map((option) => option.name));
  const bad = lost.filter(
    (name) => Object.hasOwn(map, name) && map[name] !== null && !offered.has(String(map[name])),
  );
  if (bad.length > 0)
    return refused(
      bad.flatMap((name) =>
        wrong(`map.${name}`, MAP, label("保留的选项之一", "one of the options that stay")),
      ),
    );
  const unmapped = lost.filter((name) => !Object.hasOwn(map, name));
  const inUse = await countUses(context, object, field, before, unmapped);
  if (inUse.length > 0) return refusedInUse(before, inUse);
  const mapped = Object.fromEntries(
    lost.flatMap((name) => (Object.hasOwn(map, name) ? [[name, map[name] ?? null] as const] : [])),
  );
  if (Object.keys(mapped).length === 0) return accept(layer);
  const moved = await moveOptionRecords(context, object, field, mapped);
  if (!moved.ok) return moved;
  const renamed: Record<string, string> = {};
  for (const [from, to] of Object.entries(mapped)) if (to !== null) renamed[from] = to;
  const change: Change = (about, text, { past = false } = {}) =>
    mapOptions(text, { schema: context.catalog, object: about, past }, object, field, renamed);
  await rewriteSaved(context, change);
  return accept({
    ...layer,
    fields: layer.fields.map((one) =>
      one.hidden ? one : { ...one, definition: rewriteDefinition(one.object, one.definition, change) },
    ),
    changes: layer.changes.map((one) =>
      one.field === null ? one : { ...one, changes: rewriteDefinition(one.object, one.changes, change) },
    ),
  });
}

/** How many records, in the recycle bin as well, have each of the options. */
export async function countUses(
  context: Context,
  object: string,
  field: string,
  definition: FieldDefinition,
  names: readonly string[],
): Promise<readonly { option: string; count: number }[]> {
  if (names.length === 0) return [];
  const column = ident(field);
  const [from, value] =
    definition.kind === "multiselect"
      ? [`, unnest(t.${column}) as u(option)`, "u.option"]
      : ["", `t.${column}`];
  return context.db.query<{ option: string; count: number }>({
    text: `select ${value} as option, count(*)::int as count from ${tableOf(context.workspace, object)} t${from} where ${value} = any($1::text[]) group by 1 order by 1`,
    values: [names],
  });
}
const USES = label("{count} 条记录的值是“{option}”", "{count} {count|record uses|records use} “{option}”");
export function refusedInUse(
  definition: FieldDefinition,
  uses: readonly { readonly option: string; readonly count: number }[],
): Result<never> {
  const labelled = (name: string) => {
    const map = optionsOf(definition).find((option) => option.name === name)?.label;
    return label(textOf(map, "zh-CN", name), textOf(map, "en", name));
  };
  const reasons = uses.map(({ option, count }): Reason => ({
    code: "option_in_use",
    field: `options.${option}`,
    params: { option, count },
    text: compose(USES, { option: labelled(option), count }),
  }));
  const count = uses.reduce((sum, one) => sum + one.count, 0);
  return refuse({
    status: 409,
    code: "option_in_use",
    text: definitionMessages.option_in_use,
    params: { count },
    reasons,
  });
}
