import { fits } from "../../../../shared/wire/fits.ts";
import {
  type Applied,
  type Context,
  type Difference,
  type PackagePart,
  type Result,
  accept,
  cleanLabels,
  hasAbility,
  refuse,
} from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { loadHolders } from "../../../base/identity/public.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { NewPipelineBody, PipelineChangeBody } from "../shared/pipeline-body.contract.ts";
import { pipelineMessages } from "./messages.ts";
import { createPipeline, editPipeline } from "./edit-pipeline.ts";
import { publishPipeline } from "./publish-pipeline.ts";
import { type PipelineRow, readPipelines } from "./read-pipeline.ts";
import { toWire } from "./to-wire.ts";

const textOfAll = (value: WireValue): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Pipelines as published, with the department that they are the default for, by its path. */
export const packagedPipelines: PackagePart = {
  name: "pipelines",
  label: label("流程", "Pipelines"),
  title: ({ object, name }) => `${String(object)} · ${String(name)}`,
  // Gates name what they read: who may not manage pipelines takes none along, and changes none by a package.
  collect: async (context) => {
    if (!hasAbility(context, MANAGE)) return [];
    const holders = await loadHolders(context);
    return (await readPipelines(context.db, context, undefined)).flatMap((row): Values[] => {
      if (!row.definition || row.retired === true) return [];
      const department = row.default_for === null ? null : holders.spell("department", row.default_for);
      const isDefault = row.default === true && (row.default_for === null || department !== null);
      return [
        {
          object: row.object,
          name: row.name,
          default: isDefault,
          default_for: department,
          definition: toWire(row.definition),
        },
      ];
    });
  },
  apply: applyPipeline,
};

const MANAGE = "pipelines.manage";
async function applyPipeline(
  context: Context,
  item: Readonly<Values>,
  tries: boolean,
): Promise<Result<Applied>> {
  if (!hasAbility(context, MANAGE))
    return refuse({
      status: 403,
      code: "forbidden",
      text: pipelineMessages.may_not_manage,
      reasons: [{ code: "ability_missing", text: pipelineMessages.may_not_manage }],
    });
  const { object, name, definition } = item;
  const body: Values = isMap(definition) ? { ...definition } : {};
  const here = async () =>
    (await readPipelines(context.db, context, String(object))).find((row) => row.name === name);
  const current = await here();
  const wanted = await defaultOf(context, item, current);
  const isSame = current?.definition && textOfAll(toWire(current.definition)) === textOfAll(body);
  const isDefaultSame =
    current &&
    wanted.settings.default === (current.default === true) &&
    (wanted.settings.default_for ?? null) === current.default_for;
  const said = (difference: Difference): Applied =>
    wanted.notes.length > 0 ? { difference, notes: wanted.notes } : difference;
  if (isSame && isDefaultSame) return accept(said("same"));
  const difference = said(current ? "changed" : "new");
  if (tries) return accept(difference);
  const { label: words, stages, rules } = body;
  const parts = {
    ...(words === undefined ? {} : { label: words }),
    ...(stages === undefined ? {} : { stages }),
    ...(rules === undefined ? {} : { rules }),
  };
  const drawn = current
    ? await change(context, current.id, { ...(isSame ? {} : parts), ...wanted.settings })
    : await create(context, { object, name, ...wanted.settings, ...parts });
  if (!drawn.ok) return drawn;
  if (isSame) return accept(difference);
  const row = await here();
  const published = await publishPipeline(context, { params: { id: row?.id ?? "" }, body: {} });
  return published.ok ? accept(difference) : published;
}

/** What a package holds has passed no edge: it is checked here as a request is there. */
async function create(context: Context, given: object): ReturnType<typeof createPipeline> {
  const body = cleanLabels(given);
  return fits(NewPipelineBody, body) ? createPipeline(context, { body }) : malformed();
}
async function change(context: Context, id: string, given: object): ReturnType<typeof editPipeline> {
  const body = cleanLabels(given);
  return fits(PipelineChangeBody, body) ? editPipeline(context, { params: { id }, body }) : malformed();
}
const malformed = () => refuse({ status: 400, code: "malformed", text: pipelineMessages.malformed });

interface Wanted {
  readonly settings: { readonly default: boolean; readonly default_for?: string | null };
  readonly notes: readonly Reason[];
}
/**
 * Whether it is to be the default here, and for which department. One for a department that is not here comes
 * in without being anybody's default, and says so.
 */
async function defaultOf(
  context: Context,
  item: Readonly<Values>,
  current: PipelineRow | undefined,
): Promise<Wanted> {
  const { default: isDefault, default_for: named = null } = item;
  // A default that was chosen here stays where the package has none; packages of before said nothing of
  // departments.
  if (isDefault !== true)
    return {
      settings: { default: current?.default === true, default_for: current?.default_for ?? null },
      notes: [],
    };
  if (named === null) return { settings: { default: true, default_for: null }, notes: [] };
  const found = (await loadHolders(context)).find(named);
  if ("id" in found) return { settings: { default: true, default_for: found.id }, notes: [] };
  return {
    settings: { default: current?.default === true, default_for: current?.default_for ?? null },
    notes: [found.missing],
  };
}
