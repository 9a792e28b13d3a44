import { label } from "../../shared/i18n/label.ts";
import { say } from "../../shared/i18n/messages.ts";
import { fits } from "../../shared/wire/fits.ts";
import { readShape } from "../../shared/wire/read-shape.ts";
import { anyValue, closed, list, literal, object, optional, shaped } from "../../shared/wire/schema.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import type { Package, PackageAnswer, PackageLine } from "../../shared/wire/package.contract.ts";
import type { Layer } from "../catalog/build-catalog.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { loadLayer } from "../catalog/load-layer.ts";
import { refused } from "../catalog/read-definition.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { commitDefinitions, tryDefinitions } from "./commit-definitions.ts";
import { withoutFormer } from "../catalog/option-lists.ts";
import { asValues } from "./definition-records.ts";
import { layerLists, mergePackage, PackagedLayer } from "./merge-package.ts";
import type { PackagePart } from "../kernel/package-part.ts";
import { wrong } from "../catalog/shapes.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";

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
const KNOWN_PART = label("已知的部分，且为列表", "a known part, and a list");
const MOST_ODD = 20;
const OfProgram = shaped<Values>(object({ sluice_package: literal(PACKAGE_FORMAT) }));
/** A closed list of parts; each entry is checked where it is taken in. */
const fileOf = (parts: readonly PackagePart[]) =>
  closed({
    ...Object.fromEntries(parts.map(({ name }) => [name, optional(list(anyValue()))])),
    ...layerLists,
    sluice_package: anyValue(),
    made_at: optional(anyValue()),
    company: optional(anyValue()),
  });
/**
 * POST /definitions/package: `{package, dry_run?}`. First what would differ, then the same for good; a second
 * time changes nothing.
 */
export async function importPackage(
  context: Context,
  given: WireValue,
  tries: boolean,
): Promise<Result<{ readonly data: PackageAnswer }>> {
  if (!fits(OfProgram, given))
    return refused(wrong("package", FILE, label("本程序导出的配置包", "a package exported by this program")));
  const parts = context.hooks.packaged ?? [];
  const read = readShape(fileOf(parts), given, MOST_ODD);
  if (!read.ok)
    return refused(read.problems.flatMap(({ path }) => wrong(`package.${path}`, FILE, KNOWN_PART)));
  if (!fits(PackagedLayer, given)) return refused(wrong("package", FILE, KNOWN_PART));
  const lines: PackageLine[] = [];
  const draw = async (layer: Layer, version: number) => {
    lines.length = 0;
    const merged = await mergePackage(context, layer, version, given);
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
