import { describe, expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { squeezeText } from "./squeeze-text.ts";
import { anyObjectTitles } from "./synonyms/any-object.ts";
import { catalogTitles } from "./synonyms/catalog.ts";
import { partyTitles } from "./synonyms/party.ts";
import { peopleTitles } from "./synonyms/people.ts";
import { sellingTitles } from "./synonyms/selling.ts";
import { workTitles } from "./synonyms/work.ts";
import { SYNONYMS, SYNONYMS_OF } from "./synonyms.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const fields = new Set(
  [...catalog.objects.values()].flatMap((object) => object.fields.map(({ name }) => name)),
);

test("a field, and an object with fields of its own, stands in one list only: a second would hide the first", () => {
  const lists = [anyObjectTitles, catalogTitles, partyTitles, peopleTitles, sellingTitles, workTitles];
  for (const names of [
    lists.flatMap(({ fields: all }) => Object.keys(all)),
    lists.flatMap(({ of }) => Object.keys(of)),
  ])
    expect(names.length).toBe(new Set(names).size);
});

describe("words for titles", () => {
  test.each(Object.entries(SYNONYMS))("of %s are squeezed, each stands once", (name, words) => {
    expect(fields.has(name)).toBe(true);
    expect(words.map(squeezeText)).toEqual(words);
    expect(new Set(words).size).toBe(words.length);
  });
  test.each(Object.entries(SYNONYMS_OF))("of %s alone name fields that it has", (name, of) => {
    const object = catalog.object(name);
    for (const [field, words] of Object.entries(of)) {
      expect(object?.byName[field], `${name}.${field}`).toBeDefined();
      expect(words.map(squeezeText)).toEqual(words);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
