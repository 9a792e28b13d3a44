import { label } from "../../shared/i18n/label.ts";
import type { FieldDefinition } from "../../shared/metadata/field.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Conversion } from "../../shared/wire/fields.contract.ts";
import type { ChangedObject } from "../../shared/wire/objects.contract.ts";
import { Answer } from "../kernel/answer.ts";
import { buildCatalog } from "../catalog/build-catalog.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { loadLayer } from "../catalog/load-layer.ts";
import { readDefinition } from "../catalog/read-definition.ts";
import type { Context } from "../kernel/context.ts";
import { repairSoon } from "../record/repair.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { answerWith, readingOf, spellFields, withoutNull } from "./add-object.ts";
import { BUILD_INDEXES } from "./build-indexes.job.ts";
import { alone, refusedBy, stagesOf } from "./commit-definitions.ts";
import { convertKind, type KindChange, previewKind } from "./convert-kind.ts";
import { kindsFrom } from "./convert-sql.ts";
import { asValues, idOf, replaceField } from "./definition-records.ts";
import { commonProperties, kindProperties } from "../catalog/field-properties.ts";
import { definitionMessages, refusedWith } from "./messages.ts";
import { compose } from "../catalog/shapes.ts";

/** More rows than these are filled by a job. */
const AT_ONCE = 50_000;

interface Asked {
  readonly object: string;
  readonly name: string;
  readonly changes: Readonly<Values>;
  readonly tries: boolean;
  /** Takes over what is more than a request should wait for; absent: all is done here. */
  readonly later?: () => Promise<void>;
}
export type KindAnswer = ChangedObject | { readonly data: Conversion } | Answer;
/**
 * PATCH with another kind: with `dry_run` what would become of the values; else all of them, or none where
 * one has no value of that kind.
 */
export async function changeKind(context: Context, asked: Asked): Promise<Result<KindAnswer>> {
  const { object, name } = asked;
  return alone<KindAnswer>(context, async () => {
    const { layer, version } = await loadLayer(context.db, context.workspace);
    const current = layer.fields.find((one) => one.object === object && one.name === name && !one.hidden);
    const id = await idOf(context, "o_field_definition", { object, name });
    if (!current || !id) return refusedWith(404, "unknown", { name });
    const read = readDefinition(asOtherKind(current.definition, asked.changes, context), readingOf(context));
    if (!read.ok) return read;
    const field = { object, name, definition: read.value, hidden: false };
    const changed = replaceField(layer, field);
    const [spelled = field] = spellFields(buildCatalog(version, context.shipped, changed), [field]);
    const candidate = buildCatalog(version, context.shipped, {
      ...replaceField(layer, spelled),
      stages: stagesOf(context.catalog),
    });
    const change: KindChange = {
      object,
      field: name,
      id,
      before: current.definition,
      after: spelled.definition,
    };
    const preview = await previewKind(context, change);
    if (!preview) return noWay(current.definition);
    const refused = await refusedBy(context, candidate, {
      place: `${object}.${name}`,
      removes: true,
      without: undefined,
    });
    if (refused) return refused;
    if (asked.tries) return accept({ data: preview });
    if (preview.failing > 0) return doesNotConvert(preview);
    return carryOut(context, asked, change, candidate);
  });
}

async function carryOut(
  context: Context,
  asked: Asked,
  change: KindChange,
  candidate: Catalog,
): Promise<Result<KindAnswer>> {
  const [size] = await context.db.query<{ rows: number }>({
    text: `select coalesce(sum(greatest(reltuples, 0)), 0)::float8 as rows from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname in ($2, $3)`,
    values: [context.workspace.schema, `o_${change.object}`, `h_${change.object}`],
  });
  if ((size?.rows ?? 0) > AT_ONCE && asked.later) {
    await asked.later();
    return accept(new Answer(202, { data: null, converting: { object: asked.object, field: asked.name } }));
  }
  const done = await convertKind(context, change, candidate);
  if (!done.ok) return done;
  await context.services.jobs.enqueue(BUILD_INDEXES, {}, { key: "definitions" });
  await repairSoon({ ...context, catalog: candidate });
  return answerWith(context, candidate, change.object);
}

/** What the other kind knows of what there was, and what is given. */
function asOtherKind(current: FieldDefinition, changes: Readonly<Values>, { company }: Context): Values {
  const kind = String(changes["kind"]);
  const kinds: Readonly<Record<string, object>> = kindProperties(company.language);
  const known = new Set([
    ...Object.keys(commonProperties(company.language)),
    ...Object.keys(kinds[kind] ?? {}),
  ]);
  const kept = Object.entries(asValues(current)).filter(([key]) => known.has(key) && key !== "default");
  return withoutNull({ ...Object.fromEntries(kept), ...changes });
}

const NO_WAY = label(
  "“{kind}”类型的字段只能改为：{kinds}。",
  "A field of type “{kind}” can only become: {kinds}.",
);
function noWay(current: FieldDefinition): Result<never> {
  const text = compose(NO_WAY, { kind: current.kind, kinds: kindsFrom(current.kind).join(", ") || "—" });
  return refuse({ status: 422, code: "kind", text, reasons: [{ code: "kind", field: "kind", text }] });
}
const VALUE = label("“{before}”（记录 {record}）", "“{before}” (record {record})");
function doesNotConvert({ failing, examples }: Conversion): Result<never> {
  const reasons = examples
    .filter((one) => one.after === null)
    .map(({ record, before }): Reason => ({
      code: "does_not_convert",
      field: "kind",
      params: { record, before },
      text: compose(VALUE, { before, record }),
    }));
  return refuse({
    status: 422,
    code: "does_not_convert",
    text: definitionMessages.does_not_convert,
    params: { count: failing },
    reasons,
  });
}
