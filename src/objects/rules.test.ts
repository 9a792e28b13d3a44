import { describe, expect, it } from "vitest";
import type { Change, Facts } from "../shared/metadata/hooks.ts";
import type { Values } from "../shared/metadata/object.ts";
import { objectHooks } from "./registry.ts";

const NOW = "2026-03-02T02:00:00Z";

/** A record as its rules leave it, with the codes of their reasons: what save does with the pure part. */
function put(object: string, given: Values, facts: Facts = {}, id = "r1") {
  let after: Values = { ...given };
  const codes: string[] = [];
  const change = (): Change => ({
    object,
    id,
    before: null,
    after,
    changed: new Set(Object.keys(after)),
    deleting: false,
    road: "api",
    actor: null,
    now: NOW,
  });
  const mine = objectHooks.filter((hook) => hook.object === object);
  for (const hook of mine)
    if (hook.word === "derive" && (!hook.when || hook.when.some((name) => name in after)))
      after = { ...after, ...hook.run(change(), facts) };
  for (const hook of mine)
    if (hook.word === "guard" && (!hook.when || hook.when.some((name) => name in after)))
      codes.push(...hook.run(change(), facts).map((reason) => `${reason.code}:${reason.field}`));
  return { after, codes };
}

describe("rules of the shipped objects", () => {
  it("name an opportunity after account and product, else after what there is", () => {
    expect(
      put(
        "opportunity",
        { owner: "u1", account: "a", product: "p" },
        { account: "恒润精密", product: "流量计" },
      ).after["name"],
    ).toBe("恒润精密 · 流量计");
    expect(
      put("opportunity", { owner: "u1", product: "p" }, { account: null, product: "流量计" }).after["name"],
    ).toBe("流量计");
    expect(put("opportunity", { owner: "u1", external_id: "1C1I7A6R" }).after["name"]).toBe("1C1I7A6R");
    expect(put("opportunity", { owner: "u1" }).after["name"]).toMatch(/2026-03-02/);
    expect(
      put("opportunity", { name: "自己取的名字" }, { account: "恒润精密", product: null }).after["name"],
    ).toBe("自己取的名字");
  });
  it("ask for a way to reach a lead and keep phones in one form", () => {
    expect(put("lead", { company: "海天" }).codes).toEqual(["no_way_to_reach:mobile"]);
    expect(put("lead", { company: "海天", email: "a@b.cn" }).codes).toEqual([]);
    expect(put("lead", { company: "海天", mobile: "+86 138-0013-8000" })).toEqual({
      after: { company: "海天", mobile: "13800138000" },
      codes: [],
    });
    expect(put("contact", { mobile: "1380013800" }).codes).toEqual(["bad_phone:mobile"]);
    expect(put("contact", { mobile: "021-62345678" }).codes).toEqual(["not_mobile:mobile"]);
    expect(put("contact", { phone: "021-62345678", mobile: "+14155552671" }).codes).toEqual([]);
  });
  it("check the credit code of an account after tidying it", () => {
    expect(put("account", { uscc: " 91350100m000100y43" })).toEqual({
      after: { uscc: "91350100M000100Y43" },
      codes: [],
    });
    expect(put("account", { uscc: "91350100M000100Y4Z" }).codes).toEqual(["bad_uscc:uscc"]);
  });
  it("stamp a task when it is done and take the stamp back", () => {
    expect(put("task", { status: "done" }).after["done_at"]).toBe(NOW);
    expect(put("task", { status: "done", done_at: "2026-01-01T00:00:00Z" }).after["done_at"]).toBe(
      "2026-01-01T00:00:00Z",
    );
    expect(put("task", { status: "open", done_at: NOW }).after["done_at"]).toBeNull();
  });
  it("tell planned activities from done ones and give them a subject", () => {
    expect(put("activity", { type: "call" }).after).toMatchObject({
      occurred_at: NOW,
      status: "done",
      subject: "电话",
    });
    expect(
      put("activity", { type: "visit", occurred_at: "2026-03-03T02:00:00Z", content: "\n 看现场\n第二行" })
        .after,
    ).toMatchObject({
      status: "planned",
      subject: "看现场",
    });
    expect(put("note", { content: "<p></p><p>A &amp; <b>B</b></p>" }).after["subject"]).toBe("A & B");
  });
});
