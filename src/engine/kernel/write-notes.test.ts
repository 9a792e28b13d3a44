import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type QueryWorld, queryWorld } from "../../testing/query-world.ts";
import { asProgram, elevate } from "./elevate.ts";
import { beginWrite, goOnWriting, noteOf, notesIn } from "./write-notes.ts";
import type { Elevation } from "./context.ts";

const SAID = noteOf<string>("what was said");
let world: QueryWorld;
beforeAll(async () => {
  world = await queryWorld();
});
afterAll(() => world.database.drop());

describe("the notes of a write", () => {
  it("go along with every context made of it, and hold in their transaction only", async () => {
    const stale = await world.context.db.transaction(async (tx) => {
      const writing = beginWrite(tx, world.context);
      writing.notes.set(SAID, "before");
      expect(notesIn(tx, elevate(writing, "a test"))?.get(SAID)).toBe("before");
      expect(goOnWriting(tx, writing).notes).toBe(writing.notes);
      expect(notesIn(tx, world.context)).toBeUndefined();
      return writing;
    });
    await world.context.db.transaction(async (tx) => {
      expect(notesIn(tx, stale)).toBeUndefined();
      expect(goOnWriting(tx, stale).notes.get(SAID)).toBeUndefined();
    });
  });
  it("of a part that is tried on its own begin with those of the whole and stay its own", () =>
    world.context.db.transaction(async (tx) => {
      const whole = beginWrite(tx, world.context);
      whole.notes.set(SAID, "by the whole");
      const part = beginWrite(tx, whole);
      expect(part.notes.get(SAID)).toBe("by the whole");
      part.notes.set(SAID, "by the part");
      expect(whole.notes.get(SAID)).toBe("by the whole");
    }));
});

describe("rights of the program", () => {
  const told: Elevation[] = [];
  const person = () => ({
    ...world.as({ kind: "person", id: "11111111-1111-4111-8111-111111111111" }),
    tellElevation: (one: Elevation) => void told.push(one),
  });
  it("are told with their reason, and the caller stays who they are", () => {
    told.length = 0;
    const { principal } = elevate(person(), "everyone may do it");
    expect(principal).toMatchObject({
      kind: "system",
      id: person().principal.id,
      elevated: { from: "person", reason: "everyone may do it" },
    });
    expect(told).toEqual([
      { as: "caller", reason: "everyone may do it", actor: person().principal.id, request: "test" },
    ]);
  });
  it("on some objects leave all else as it was", () => {
    const { principal } = elevate(person(), "everyone may do it", ["deal"]);
    expect(principal.kind).toBe("person");
    expect(principal.roles.at(-1)?.objects).toEqual({
      deal: { create: true, read: "all", update: "all", delete: "all" },
    });
    expect(principal.roles.at(-1)?.abilities).toEqual([]);
  });
  it("of the program itself name nobody, or who set the work off", () => {
    told.length = 0;
    expect(asProgram(person(), "seeds").principal).toMatchObject({ kind: "system", id: null, roles: [] });
    const by = "22222222-2222-4222-8222-222222222222";
    expect(asProgram(person(), "they asked for it", by).principal).toMatchObject({
      id: by,
      elevated: { from: "person" },
    });
    expect(told.map(({ as, actor }) => [as, actor])).toEqual([
      ["program", null],
      ["program", by],
    ]);
  });
});
