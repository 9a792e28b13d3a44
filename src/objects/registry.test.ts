import { describe, expect, it } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../engine/catalog/build-catalog.ts";
import { SYSTEM_FIELDS } from "../engine/catalog/system-fields.ts";
import { checkExpression } from "../shared/expression/check.ts";
import { OWNED, SHARED, STAGED } from "../shared/metadata/field.ts";
import { parentOf } from "../shared/metadata/object.ts";
import { pipelineModule } from "../modules/process/pipeline/module.ts";
import { objectHooks, shippedObjects } from "./registry.ts";

const system = SYSTEM_FIELDS.map((field) => field.name);
const byName = new Map(shippedObjects.map((object) => [object.name, object]));
/** Objects that modules bring. */
const elsewhere = ["pipeline", STAGED, OWNED, SHARED];

describe("the shipped objects", () => {
  it("have the standard names, each once", () => {
    expect(byName.size).toBe(shippedObjects.length);
    const standard =
      "lead account contact opportunity competitor product price_book price_book_entry task activity note user department role team file";
    for (const name of standard.split(" ")) expect(byName.has(name), name).toBe(true);
  });

  it.each(shippedObjects.map((object) => [object.name, object] as const))(
    "%s names only fields and objects that exist",
    (_, object) => {
      const has = (field: string): boolean => field in object.fields || system.includes(field);
      const named = [
        object.title,
        ...object.list.columns,
        object.list.sort.replace(/^-/, ""),
        ...(object.unique ?? []).flatMap((rule) => rule.fields),
        ...(object.sections ?? []).flatMap((section) => section.fields),
      ];
      expect(named.filter((field) => !has(field))).toEqual([]);
      expect(Object.keys(object.fields).filter((field) => system.includes(field))).toEqual([]);
      for (const [name, field] of Object.entries(object.fields)) {
        if (field.kind === "link")
          expect(
            field.targets.filter((target) => !byName.has(target) && !elsewhere.includes(target)),
            name,
          ).toEqual([]);
        if (field.kind === "children" || field.kind === "tags" || field.kind === "rollup")
          expect(byName.get(field.object)?.fields[field.via]?.kind, name).toBe("link");
        if (field.kind === "tags")
          expect(byName.get(field.object)?.fields[field.target]?.kind, name).toBe("link");
      }
      const parent = parentOf(object.sharing);
      if (parent) expect(object.fields[parent.parent]?.kind).toBe("link");
    },
  );

  it("have rules that watch fields and read facts that exist", () => {
    const catalog = buildCatalog(1, [...shippedObjects, ...(pipelineModule.objects ?? [])], EMPTY_LAYER);
    for (const { name, object, facts } of objectHooks)
      for (const source of Object.values(facts ?? {}))
        expect(checkExpression(source, { schema: catalog, object }), `${name}: ${source}`).toMatchObject({
          ok: true,
        });
    for (const hook of objectHooks) {
      const object = byName.get(hook.object);
      for (const field of hook.when ?? [])
        expect(object && (field in object.fields || system.includes(field)), `${hook.name}: ${field}`).toBe(
          true,
        );
    }
  });
});
