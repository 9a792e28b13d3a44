import { roadIn } from "./road.ts";
import { elevate } from "../elevate.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import type { LabelMap } from "../../shared/i18n/label.ts";
import type { FieldDefinition } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { stageFields } from "../../shared/metadata/stage-fields.ts";
import { buildCatalog, type CustomField, type CustomObject, type Layer } from "../catalog/build-catalog.ts";
import { newRollupProblems } from "../catalog/check-rollups.ts";
import { checkCatalog } from "../catalog/check-catalog.ts";
import { readDefinition } from "../catalog/read-definition.ts";
import { loadLayer } from "../catalog/load-layer.ts";
import type { Context } from "../context.ts";
import { save } from "../record/save.ts";
import type { Operation } from "../record/contract.ts";
import { recountSoon } from "../record/recount.ts";
import { accept, refuse, type Result } from "../refusal.ts";
import { applySchema } from "../schema/apply.ts";
import { systemTable } from "../schema/names.ts";
import { describeObject } from "./describe-object.ts";
import type { Call } from "./route.ts";

const texts = defineMessages({
  taken: { "zh-CN": "名称“{name}”已被使用（删除过的名称也不能再用）。", en: "The name “{name}” is taken (also names that were deleted)." },
  shipped: { "zh-CN": "“{name}”是系统自带的，这一项不能修改。", en: "“{name}” is shipped with the product; this cannot be changed." },
  unknown: { "zh-CN": "没有名为“{name}”的对象或字段。", en: "There is no object or field named “{name}”." },
  wrong: { "zh-CN": "定义有 {count} 处问题，未保存。", en: "The definition has {count} {count|problem|problems}; nothing was saved." },
  kind: { "zh-CN": "字段类型创建后不能修改，请新建字段。", en: "A field's kind cannot change; add a new field instead." },
});
const refused = (status: 404 | 409 | 422, code: keyof typeof texts, name: string) => refuse({ status, code, text: texts[code], params: { name } });
const ended = (name: string): string => (name.endsWith("_c") ? name : `${name}_c`);

/** Makes an object: at least a name field; with `stages: true` a stage field and its companions. */
export async function addObject(context: Context, call: Call): Promise<Result<unknown>> {
  const { name: given, label, plural, stages, title_label, ...rest } = call.body as Values & { label: LabelMap; plural?: LabelMap; title_label?: LabelMap };
  const name = ended(String(given));
  if (context.catalog.object(name) || (await isUsed(context, "o_object_definition", { name }))) return refused(409, "taken", name);
  const definition = {
    title: "name",
    sharing: "owner",
    area: "deals",
    list: { columns: ["name", ...(stages ? ["stage"] : []), "owner", "created_at"], sort: "-created_at" },
    ...rest,
    label,
    plural: plural ?? label,
  } as CustomObject["definition"];
  const title: CustomField = {
    object: name,
    name: "name",
    hidden: false,
    definition: { kind: "text", label: title_label ?? { "zh-CN": "名称", en: "Name" }, required: true, indexed: true, searchable: true, max_length: 200 },
  };
  const staged: CustomField[] = stages
    ? [
        { object: name, name: "stage", hidden: false, definition: { kind: "stage", label: { "zh-CN": "阶段", en: "Stage" }, indexed: true } },
        ...Object.entries(stageFields()).map(([field, one]) => ({ object: name, name: field, definition: one, hidden: false })),
      ]
    : [];
  const fields = [title, ...staged];
  return commit(context, name, (layer) => ({ objects: [...layer.objects, { name, definition }], fields: [...layer.fields, ...fields] }), [
    { op: "create", object: "object_definition", values: { name, definition: asValues(definition) } },
    ...fields.map(createField),
  ]);
}
const asValues = (value: object): Values => JSON.parse(JSON.stringify(value)) as Values;
const createField = (field: CustomField): Operation => ({
  op: "create",
  object: "field_definition",
  values: { object: field.object, name: field.name, definition: asValues(field.definition), hidden: field.hidden },
});

/** Changes labels, list and sections of an admin-made object. */
export async function changeObject(context: Context, call: Call): Promise<Result<unknown>> {
  const name = call.params["object"] ?? "";
  const object = context.catalog.object(name);
  if (!object) return refused(404, "unknown", name);
  if (!object.custom) return refused(422, "shipped", name);
  const { name: _name, fields: _fields, ...changes } = call.body as Values;
  const { layer } = await loadLayer(context.db, context.workspace);
  const current = layer.objects.find((one) => one.name === name);
  const id = await idOf(context, "o_object_definition", { name });
  if (!current || !id) return refused(404, "unknown", name);
  const definition = { ...current.definition, ...changes } as CustomObject["definition"];
  return commit(context, name, (all) => ({ ...all, objects: all.objects.map((one) => (one.name === name ? { name, definition } : one)) }), [
    { op: "update", object: "object_definition", id, values: { definition: asValues(definition) } },
  ]);
}

/** Lays a field over an object; it is live at once, everywhere. */
export async function addField(context: Context, call: Call): Promise<Result<unknown>> {
  const object = context.catalog.object(call.params["object"] ?? "");
  if (!object) return refused(404, "unknown", call.params["object"] ?? "");
  const { name: given, ...rest } = call.body as Values;
  const name = ended(String(given));
  if (object.byName[name] || (await isUsed(context, "o_field_definition", { object: object.name, name }))) return refused(409, "taken", name);
  const definition = readDefinition(rest);
  if (!definition.ok) return definition;
  const field: CustomField = { object: object.name, name, definition: definition.value, hidden: false };
  const companions = definition.value.kind === "stage" ? missingCompanions(object) : [];
  return commit(context, object.name, (layer) => ({ ...layer, fields: [...layer.fields, field, ...companions] }), [field, ...companions].map(createField));
}
const missingCompanions = (object: CatalogObject): CustomField[] =>
  Object.entries(stageFields())
    .filter(([name]) => !object.byName[name])
    .map(([name, definition]) => ({ object: object.name, name, definition, hidden: false }));

/** Changes an admin-made field's labels, options, checks; never its kind. */
export async function changeField(context: Context, call: Call): Promise<Result<unknown>> {
  const place = customField(context, call);
  if (!place.ok) return place;
  const { object, name } = place.value;
  const { name: _name, hidden, ...changes } = call.body as Values;
  const { layer } = await loadLayer(context.db, context.workspace);
  const current = layer.fields.find((one) => one.object === object && one.name === name);
  const id = await idOf(context, "o_field_definition", { object, name });
  if (!current || !id) return refused(404, "unknown", name);
  if (changes["kind"] !== undefined && changes["kind"] !== current.definition.kind) return refused(422, "kind", name);
  const definition = readDefinition({ ...asValues(current.definition), ...changes });
  if (!definition.ok) return definition;
  const isHidden = typeof hidden === "boolean" ? hidden : current.hidden;
  return commit(context, object, (all) => replaceField(all, { object, name, definition: definition.value, hidden: isHidden }), [
    { op: "update", object: "field_definition", id, values: { definition: asValues(definition.value), hidden: isHidden } },
  ]);
}
const replaceField = (layer: Layer, field: CustomField): Layer => ({
  ...layer,
  fields: layer.fields.map((one) => (one.object === field.object && one.name === field.name ? field : one)),
});

/** Hides a field; its column and history stay, and it can be shown again. */
export async function removeField(context: Context, call: Call): Promise<Result<unknown>> {
  const place = customField(context, call);
  if (!place.ok) return place;
  const { object, name, definition } = place.value;
  const id = await idOf(context, "o_field_definition", { object, name });
  if (!id) return refused(404, "unknown", name);
  return commit(context, object, (all) => replaceField(all, { object, name, definition, hidden: true }), [
    { op: "update", object: "field_definition", id, values: { hidden: true } },
  ]);
}

function customField(context: Context, call: Call): Result<{ object: string; name: string; definition: FieldDefinition }> {
  const object = context.catalog.object(call.params["object"] ?? "");
  const name = call.params["field"] ?? "";
  const field = object?.byName[name];
  if (!object || !field) return refused(404, "unknown", name);
  return field.custom ? accept({ object: object.name, name, definition: field }) : refused(422, "shipped", name);
}

/** Checks the whole catalog as it would be, makes the tables, then saves: what is saved always has its columns. */
async function commit(context: Context, name: string, change: (layer: Layer) => Layer, operations: readonly Operation[]): Promise<Result<unknown>> {
  const { layer, version } = await loadLayer(context.db, context.workspace);
  const candidate = buildCatalog(version, context.shipped, change(layer));
  const problems = [...checkCatalog(candidate), ...newRollupProblems(candidate, context.catalog)];
  if (problems.length > 0) return refuse({ status: 422, code: "wrong", text: texts.wrong, params: { count: problems.length }, reasons: problems });
  await applySchema(context.db, context.workspace, candidate);
  const saved = await save(
    { ...elevate(context, "definitions are written by their endpoints only"), ...(context.idempotency ? { idempotency: context.idempotency } : {}) },
    { operations, road: roadIn(context), mode: "all" },
  );
  const failed = saved.results.find((result) => !result.ok);
  if (failed && !failed.ok) return { ok: false, refusal: failed.refusal };
  await recountSoon({ ...context, catalog: candidate });
  const object = candidate.object(name);
  return accept({ data: object ? describeObject({ ...context, catalog: candidate }, object) : null });
}

async function idOf(context: Context, table: string, where: Record<string, string>, any = false): Promise<string | null> {
  const conditions = Object.keys(where).map((column, index) => `"${column}" = $${index + 1}`);
  const [row] = await context.db.query<{ id: string }>({
    text: `select id from ${systemTable(context.workspace, table)} where ${conditions.join(" and ")}${any ? "" : " and deleted_at is null"} limit 1`,
    values: Object.values(where),
  });
  return row?.id ?? null;
}
const isUsed = async (context: Context, table: string, where: Record<string, string>): Promise<boolean> => (await idOf(context, table, where, true)) !== null;
