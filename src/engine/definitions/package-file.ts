import { label } from "../../shared/i18n/label.ts";
import { say } from "../../shared/i18n/messages.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import type { Package, PackageAnswer, PackageLine } from "../../shared/wire/package.contract.ts";
import type { Layer } from "../catalog/build-catalog.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { loadLayer } from "../catalog/load-layer.ts";
import { refused } from "../catalog/read-definition.ts";
import type { Context } from "../context.ts";
import { accept, type Result } from "../refusal.ts";
import { commitDefinitions, tryDefinitions } from "./commit-definitions.ts";
import { withoutFormer } from "./option-lists.ts";
import { asValues } from "./definition-records.ts";
import { mergePackage, type PackagedLayer } from "./merge-package.ts";
import type { PackagePart } from "./package-part.ts";
import { isMap, wrong } from "./shapes.ts";

export const PACKAGE_FORMAT = 1;
/**
 * GET /definitions/package: everything of this company’s own that describes, and no record: to be taken to
 * another installation.
 */
export async function exportPackage(context: Context): Promise<Package> {
  const { layer } = await loadLayer(context.db, context.workspace);
  const known = new Set(context.catalog.objects.keys());
  const parts: Record<string, readonly Values[]> = {};
  for (const part of context.hooks.packaged ?? []) parts[part.name] = await part.collect(context);
  return {
    sluice_package: PACKAGE_FORMAT,
    made_at: context.now,
    company: context.company.name,
    objects: layer.objects.map(({ name, definition }) => ({ name, definition: asValues(definition) })),
    fields: layer.fields
      .filter((field) => !field.hidden && known.has(field.object))
      .map(({ object, name, definition }) => ({
        object,
        name,
        definition: asValues(withoutFormer(definition)),
      })),
    changes: layer.changes.map(({ object, field, changes }) => ({
      object,
      field,
      changes: asValues(changes),
    })),
    ...parts,
  };
}

const FILE = label("配置包", "Package");
/**
 * POST /definitions/package: `{package, dry_run?}`. First what would differ, then the same for good; a second
 * time changes nothing.
 */
export async function importPackage(
  context: Context,
  given: WireValue,
  tries: boolean,
): Promise<Result<{ readonly data: PackageAnswer }>> {
  if (!isMap(given) || given["sluice_package"] !== PACKAGE_FORMAT)
    return refused(wrong("package", FILE, label("本程序导出的配置包", "a package exported by this program")));
  const parts = context.hooks.packaged ?? [];
  const keys = new Set([
    "sluice_package",
    "made_at",
    "company",
    "objects",
    "fields",
    "changes",
    ...parts.map((part) => part.name),
  ]);
  const odd = Object.keys(given).filter(
    (key) =>
      !keys.has(key) || (!["sluice_package", "made_at", "company"].includes(key) && !isList(given[key])),
  );
  if (odd.length > 0)
    return refused(
      odd
        .slice(0, 20)
        .flatMap((key) =>
          wrong(
            `package.${key.slice(0, 60)}`,
            FILE,
            label("已知的部分，且为列表", "a known part, and a list"),
          ),
        ),
    );
  const lines: PackageLine[] = [];
  const draw = async (layer: Layer, version: number) => {
    lines.length = 0;
    const merged = await mergePackage(context, layer, version, given as unknown as PackagedLayer);
    if (merged.ok) lines.push(...merged.value.lines);
    return merged.ok ? accept(merged.value.draft) : merged;
  };
  const done = tries ? await tryDefinitions(context, draw) : await commitDefinitions(context, draw);
  if (!done.ok) return done;
  lines.push(...(await applyParts({ ...context, catalog: done.value }, parts, given, tries)));
  return accept({
    data: {
      dry_run: tries,
      lines,
      differing: lines.filter((line) => line.difference !== "same").length,
      refused: lines.filter((line) => line.difference === "refused").length,
    },
  });
}
const isList = (value: WireValue | undefined): boolean => value === undefined || Array.isArray(value);

/**
 * What a part refuses is said beside it; the others go on. In a try, what refers to definitions that are yet
 * to come is judged against them.
 */
async function applyParts(
  context: Context & { readonly catalog: Catalog },
  parts: readonly PackagePart[],
  given: Readonly<Values>,
  tries: boolean,
): Promise<readonly PackageLine[]> {
  const lines: PackageLine[] = [];
  const { idempotency: _mine, ...rest } = context;
  for (const part of parts) {
    const items = given[part.name];
    for (const item of Array.isArray(items) ? items : []) {
      if (!isMap(item)) continue;
      const applied = await part.apply(rest, item, tries, given);
      const line = { part: part.name, name: part.title(item) };
      if (applied.ok && typeof applied.value === "string") lines.push({ ...line, difference: applied.value });
      else if (applied.ok && typeof applied.value === "object") {
        const { difference, notes } = applied.value;
        lines.push({
          ...line,
          difference,
          reasons: notes.map((note) => ({
            field: note.field,
            message: say(note.text, context.language, note.params),
          })),
        });
      } else if (!applied.ok) {
        const { text, reasons } = applied.refusal;
        const told =
          reasons.length > 0
            ? reasons.map((reason) => ({
                field: reason.field,
                message: say(reason.text, context.language, reason.params),
              }))
            : [{ message: say(text, context.language, applied.refusal.params) }];
        lines.push({ ...line, difference: "refused", reasons: told });
      }
    }
  }
  return lines;
}
