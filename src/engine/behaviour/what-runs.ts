import type { Label, Language } from "../../shared/i18n/label.ts";
import { label } from "../../shared/i18n/label.ts";
import { defineMessages, say } from "../../shared/i18n/messages.ts";
import type { Expression } from "../../shared/expression/types.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { isHierarchy } from "../../shared/metadata/hierarchy.ts";
import type { Derive, Rule } from "../../shared/metadata/hooks.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Behaviour } from "../../shared/wire/behaviour.contract.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Add, Guard, Hooks, ServerDerive, Subscriber } from "../kernel/hooks.ts";
import { expressionOf } from "../catalog/checked-expression.ts";

const messages = defineMessages({
  fills: label("自动填写：{fields}", "Fills {fields}"),
  checks: label("检查：{fields}", "Checks {fields}"),
  default: label("默认值：{fields}", "Default for {fields}"),
  formula: label("公式：{fields}", "Formula for {fields}"),
  number: label("自动编号：{fields}", "Numbers {fields}"),
  required_if: label("按条件必填：{fields}", "{fields} required under a condition"),
  unique: label("不得重复：{fields}", "{fields} must be unique"),
  hierarchy: label("上下级不能循环：{fields}", "No circles in {fields}"),
  rollup: label("汇总到“{object}”：{fields}", "Rolled up to “{object}”: {fields}"),
  lines: label("随“{object}”一起检查并记录版本", "Checked and versioned with “{object}”"),
});

type Part = Omit<Behaviour, "order">;

/**
 * Everything that runs on an object: the hooks of the program, from the registry that runs them, and what its
 * fields say.
 */
export function whatRuns(catalog: Catalog, hooks: Hooks, object: CatalogObject): readonly Behaviour[] {
  const fields = object.fields.filter((field) => !field.hidden && !field.system);
  const parts: Part[] = [
    ...fields
      .filter((field) => isComputedDefault(field))
      .map((field) =>
        ofField(object, "derive", "default", field, expressionNames(catalog, object, defaultText(field)), [
          field.name,
        ]),
      ),
    ...hooks.derives.filter((hook) => isOn(hook, object)).map((hook) => ofHook(object, "derive", hook)),
    ...fields.flatMap((field) =>
      field.kind === "formula" && field.stored
        ? [
            ofField(object, "derive", "formula", field, expressionNames(catalog, object, field.expression), [
              field.name,
            ]),
          ]
        : [],
    ),
    ...fields
      .filter((field) => field.required_if)
      .map((field) =>
        ofField(
          object,
          "guard",
          "required_if",
          field,
          expressionNames(catalog, object, field.required_if ?? ""),
          [],
        ),
      ),
    ...fields
      .filter((field) => isHierarchy(object.name, field))
      .map((field) => ofField(object, "guard", "hierarchy", field, [field.name], [])),
    ...(object.unique ?? []).map(({ fields: names }): Part => ({
      kind: "guard",
      name: `unique:${names.join("+")}`,
      label: worded(object, "unique", names),
      reads: names,
      writes: [],
    })),
    ...hooks.guards.filter((hook) => isOn(hook, object)).map((hook) => ofHook(object, "guard", hook)),
    ...fields.flatMap((field) =>
      field.kind === "auto_number" ? [ofField(object, "derive", "number", field, [], [field.name])] : [],
    ),
    ...rollupsOver(catalog, object),
    ...hooks.adds.filter((hook) => hook.applies(object)).map((hook) => ofHook(object, "add", hook)),
    ...hooks.subscribers.filter((hook) => hook.applies(object)).map((hook) => ofHook(object, "react", hook)),
  ];
  return parts.map((part, at) => ({ order: at + 1, ...part }));
}

const isOn = (hook: Derive | ServerDerive | Rule | Guard, object: CatalogObject): boolean =>
  "applies" in hook ? hook.applies(object) : hook.object === object.name;
const defaultText = (field: Field): string => {
  const given = field.default;
  return given !== null && typeof given === "object" && "expression" in given ? String(given.expression) : "";
};
const isComputedDefault = (field: Field): boolean => defaultText(field) !== "";

const namesIn = (expression: Expression | undefined): readonly string[] =>
  expression ? [...expression.references.fields, ...expression.references.paths] : [];
const expressionNames = (catalog: Catalog, object: CatalogObject, text: string): readonly string[] =>
  namesIn(expressionOf(catalog, object.name, text));

type Said = keyof typeof messages;
function ofField(
  object: CatalogObject,
  kind: Part["kind"],
  what: Said,
  field: Field,
  reads: readonly string[],
  writes: readonly string[],
): Part {
  return { kind, name: `${what}:${field.name}`, label: worded(object, what, [field.name]), reads, writes };
}

function ofHook(
  object: CatalogObject,
  kind: Part["kind"],
  hook: Derive | Rule | ServerDerive | Guard | Add | Subscriber,
): Part {
  if ("label" in hook)
    return {
      kind,
      name: hook.name,
      label: hook.label,
      reads: "reads" in hook ? (hook.reads ?? []) : [],
      writes: "writes" in hook ? (hook.writes ?? []) : [],
    };
  const writes = hook.word === "derive" ? (hook.writes ?? []) : [];
  const reads = [...new Set([...(hook.when ?? []), ...Object.values(hook.facts ?? {})])];
  const named = writes.length > 0 ? writes : (hook.when ?? []);
  return {
    kind,
    name: hook.name,
    label: worded(object, kind === "derive" ? "fills" : "checks", named),
    reads,
    writes,
  };
}

/** Roll-ups of other objects that a write here moves, and the documents that its records are lines of. */
function rollupsOver(catalog: Catalog, object: CatalogObject): Part[] {
  return [...catalog.objects.values()].flatMap((parent) =>
    parent.fields.flatMap((field): Part[] => {
      if (
        field.hidden ||
        (field.kind !== "rollup" && field.kind !== "children") ||
        field.object !== object.name
      )
        return [];
      const place = `${parent.name}.${field.name}`;
      const params = { object: parent.label, fields: field.label };
      if (field.kind === "children")
        return [
          {
            kind: "add",
            name: `lines:${place}`,
            label: filled("lines", params),
            reads: [field.via],
            writes: [place],
          },
        ];
      const reads = [
        ...new Set([
          field.via,
          ...(field.field ? [field.field] : []),
          ...expressionNames(catalog, object, field.filter ?? ""),
        ]),
      ];
      return [
        { kind: "add", name: `rollup:${place}`, label: filled("rollup", params), reads, writes: [place] },
      ];
    }),
  );
}

function worded(object: CatalogObject, what: Said, names: readonly string[]): Label {
  const inLanguage = (language: Language) =>
    say(messages[what], language, {
      fields:
        names
          .map((name) => object.byName[name]?.label[language] ?? name)
          .join(language === "en" ? ", " : "、") ||
        (object.label[language] ?? object.name),
    });
  return { "zh-CN": inLanguage("zh-CN"), en: inLanguage("en") };
}
function filled(what: Said, params: Readonly<Record<string, Readonly<Record<string, string>>>>): Label {
  const inLanguage = (language: Language) =>
    say(
      messages[what],
      language,
      Object.fromEntries(Object.entries(params).map(([name, labels]) => [name, labels[language] ?? ""])),
    );
  return { "zh-CN": inLanguage("zh-CN"), en: inLanguage("en") };
}
