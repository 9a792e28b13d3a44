import { describe, expect, it } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { freeFields, isSubject, personalFields } from "./personal-fields.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const object = (name: string) => catalog.object(name) ?? expect.fail(`there is no ${name}`);
const personal = (name: string) => personalFields(catalog, object(name));
const free = (name: string) => freeFields(catalog, object(name));

it("people are contacts, leads and users; an account is none", () => {
  expect(["contact", "lead", "user", "account", "erasure_request", ""].map(isSubject)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

describe("what says something of a person", () => {
  it("is how they are called and reached", () => {
    expect(personal("contact")).toEqual(expect.arrayContaining(["name", "mobile", "email"]));
    expect(personal("lead")).toEqual(expect.arrayContaining(["mobile", "email"]));
  });

  it("is a user’s login, too: it is how they are addressed", () => {
    expect(personal("user")).toContain("login");
    expect(personal("contact")).not.toContain("login");
  });

  it("is not whose they are, nor what the program keeps of every record", () => {
    for (const name of ["contact", "lead", "user"])
      for (const kept of ["id", "owner", "version", "created_at", "department"])
        expect(personal(name), `${name}.${kept}`).not.toContain(kept);
  });

  it("is every field that is marked, of every shipped object", () => {
    for (const one of catalog.objects.values()) {
      const marked = one.fields.filter(
        (field) => field.personal && !field.system && field.kind !== "formula" && field.kind !== "rollup",
      );
      expect(personalFields(catalog, one), one.name).toEqual(
        expect.arrayContaining(marked.map(({ name }) => name)),
      );
    }
  });

  it("names each once", () => {
    for (const one of catalog.objects.values()) {
      const names = personalFields(catalog, one);
      expect(new Set(names).size, one.name).toBe(names.length);
    }
  });
});

describe("what somebody may have written of a person", () => {
  it("is every free text of what hangs on them", () => {
    expect(free("note")).toContain("content");
    expect(free("task")).toEqual(expect.arrayContaining(["subject"]));
  });

  it("is not a link, a choice, a number or a day", () => {
    for (const one of catalog.objects.values()) {
      const marked = new Set(personalFields(catalog, one));
      for (const name of freeFields(catalog, one)) {
        const field = one.fields.find((candidate) => candidate.name === name);
        if (marked.has(name)) continue;
        expect(
          ["select", "number", "integer", "money", "date", "datetime", "link", "person", "boolean"],
          `${one.name}.${name}`,
        ).not.toContain(field?.kind);
      }
    }
  });

  it("is what is personal anyway", () => {
    expect(free("contact")).toEqual(expect.arrayContaining([...personal("contact")]));
  });
});
