import type { Context } from "../../../engine/context.ts";
import { isMap } from "../../../engine/definitions/shapes.ts";
import type { Difference, PackagePart } from "../../../engine/definitions/package-part.ts";
import { accept, type Result } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { createPipeline, editPipeline } from "./edit-pipeline.ts";
import { publishPipeline } from "./publish-pipeline.ts";
import { readPipelines } from "./read-pipeline.ts";
import { toWire } from "./to-wire.ts";

const textOfAll = (value: WireValue): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Pipelines as published; departments that they are the default for are another company’s and stay behind. */
export const packagedPipelines: PackagePart = {
  name: "pipelines",
  label: label("流程", "Pipelines"),
  title: (item) => `${String(item["object"])} · ${String(item["name"])}`,
  collect: async (context) =>
    (await readPipelines(context.db, context, undefined)).flatMap((row): Values[] =>
      row.definition && row.retired !== true
        ? [{ object: row.object, name: row.name, default: row.default === true && row.default_for === null, definition: toWire(row.definition) }]
        : [],
    ),
  apply: applyPipeline,
};

async function applyPipeline(context: Context, item: Readonly<Values>, tries: boolean): Promise<Result<Difference>> {
  const { definition } = item;
  const body: Values = isMap(definition) ? { ...definition } : {};
  const current = (await readPipelines(context.db, context, String(item["object"]))).find((row) => row.name === item["name"]);
  if (current?.definition && textOfAll(toWire(current.definition)) === textOfAll(body)) return accept("same");
  const difference = current ? "changed" : "new";
  if (tries) return accept(difference);
  const { label: words, stages, rules } = body;
  const parts = { ...(words === undefined ? {} : { label: words }), ...(stages === undefined ? {} : { stages }), ...(rules === undefined ? {} : { rules }) };
  const drawn = current
    ? await editPipeline(context, { params: { id: current.id }, body: parts })
    : await createPipeline(context, { params: {}, body: { object: item["object"], name: item["name"], default: item["default"] === true, ...parts } });
  if (!drawn.ok) return drawn;
  const row = (await readPipelines(context.db, context, String(item["object"]))).find((one) => one.name === item["name"]);
  const published = await publishPipeline(context, { params: { id: row?.id ?? "" }, body: {} });
  return published.ok ? accept(difference) : published;
}
