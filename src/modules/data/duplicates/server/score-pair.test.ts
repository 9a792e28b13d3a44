import { expect, test } from "vitest";
import type { Values } from "../../../../shared/metadata/object.ts";
import { kindsOf } from "../shared/traits.ts";
import { KEYS_OF, keysOf } from "./duplicate-keys.ts";
import { LIKELY, scorePair } from "./score-pair.ts";

const lead = (values: Values) => ({ object: "lead", values });
const account = (values: Values) => ({ object: "account", values });
const contact = (values: Values) => ({ object: "contact", values });
const told = (...pair: Parameters<typeof scorePair>) => {
  const match = scorePair(...pair);
  return match && `${match.kind} ${match.why} ${match.score}`;
};
const CODE = "91350100M000100Y43";
const OTHER_CODE = "91320500MA1MJ0PX3N";

test("credit codes decide, whatever else is the same or differs", () => {
  const same = { name: "苏州恒润精密机械有限公司", phone: "0512-66668888" };
  expect(told(account({ ...same, uscc: CODE }), account({ name: "海天", uscc: CODE.toLowerCase() }))).toBe(
    "uscc same_uscc 1",
  );
  expect(told(account({ ...same, uscc: CODE }), account({ ...same, uscc: OTHER_CODE }))).toBeNull();
  expect(told(account({ ...same, uscc: CODE }), account(same))).toBe("company same_name 1");
});

test("a mobile is a person's, a switchboard many people's", () => {
  expect(told(lead({ mobile: "138 0013 8000" }), lead({ mobile: "+86 13800138000" }))).toBe(
    "phone same_phone 0.97",
  );
  expect(told(account({ phone: "0512-66668888" }), account({ phone: "(0512) 6666 8888" }))).toBe(
    "phone same_phone 0.92",
  );
  const [wang, li] = ["王丽", "李雷"].map((contact_name) => ({ contact_name, phone: "0512-66668888" }));
  expect(told(lead({ ...wang }), lead({ ...li }))).toBe("phone same_person_elsewhere 0.6");
  expect(told(lead({ mobile: "13800138000" }), lead({ phone: "13800138000" }))).toBe("phone same_phone 0.97");
});

test("the strongest of several reasons is told", () => {
  const one = { company: "苏州恒润精密机械有限公司", contact_name: "王丽", email: "wang@example.com" };
  expect(told(lead(one), lead({ ...one, company: "恒润" }))).toBe("email same_email 0.95");
  expect(told(lead({ ...one, mobile: "13800138000" }), lead({ ...one, mobile: "13800138000" }))).toBe(
    "company same_name 1",
  );
  expect(told(lead({ email: "Wang@Example.com" }), contact({ email: "wang@example.com" }))).toBe(
    "email same_email 0.95",
  );
});

test("two people of one company are two leads of it: its name counts less then", () => {
  const name = "苏州恒润精密机械有限公司";
  const [wang, li] = [
    lead({ company: name, contact_name: "王丽" }),
    lead({ company: name, contact_name: "李雷" }),
  ];
  expect(told(wang, li)).toBe("company same_name 0.85");
  expect(told(wang, lead({ company: name }))).toBe("company same_name 1");
  expect(told(wang, account({ name }))).toBe("company same_name 1");
  expect(told(lead({ company: "恒润", contact_name: "王丽" }), li)).toBe("similar short_form 0.6");
});

test("a person is the same within the same company only", () => {
  const wang = (account: string) => contact({ name: "王丽", account });
  expect(told(wang("a-1"), wang("a-1"))).toBe("similar same_person 0.9");
  expect(told(wang("a-1"), wang("a-2"))).toBeNull();
  expect(told(contact({ name: "王丽" }), contact({ name: "王丽" }))).toBeNull();
  expect(told(contact({ name: "王麗", account: "a-1" }), wang("a-1"))).toBe("similar same_person 0.9");
});

test("nothing in common is no match, empty values are nothing in common", () => {
  expect(told(account({ name: "恒润", phone: null }), account({ name: "瑞丰", phone: null }))).toBeNull();
  expect(told(lead({ email: "" }), lead({ email: "" }))).toBeNull();
  expect(LIKELY).toBeGreaterThan(0.8);
});

test("what is a likely match meets under a key of its kind", () => {
  const pairs: readonly (readonly [string, Values, Values])[] = [
    ["account", { name: "苏州恒润精密机械有限公司" }, { name: "苏州恒闰精密机械有限公司" }],
    ["account", { name: "苏州恒润精密机械有限公司" }, { name: "苏州恒润" }],
    ["account", { name: "远景水务科技有限公司" }, { name: "远景水务科持有限公司" }],
    ["account", { name: "甲", uscc: CODE }, { name: "乙", uscc: ` ${CODE.toLowerCase()} ` }],
    ["lead", { mobile: "138-0013-8000" }, { phone: "13800138000" }],
    ["lead", { email: "A@b.cn" }, { email: "a@B.cn" }],
    ["contact", { name: "王丽", account: "a-1" }, { name: "王麗", account: "a-1" }],
  ];
  for (const [object, a, b] of pairs) {
    const match = scorePair({ object, values: a }, { object, values: b });
    if (!match) throw new Error(`${JSON.stringify([a, b])} should be alike`);
    const kinds = new Set(KEYS_OF[match.kind]);
    const keys = keysOf(object, a, kinds).map(({ kind, key }) => `${kind} ${key}`);
    const others = new Set(keysOf(object, b, kinds).map(({ kind, key }) => `${kind} ${key}`));
    expect(
      keys.some((key) => others.has(key)),
      JSON.stringify([a, b]),
    ).toBe(true);
  }
});

test("only the keys that are wanted are made, each once, none of nothing", () => {
  const values = { name: "苏州恒润精密机械有限公司", phone: "0512-66668888", uscc: CODE };
  expect(keysOf("account", values, new Set(["uscc"] as const))).toEqual([{ kind: "uscc", key: CODE }]);
  expect(new Set(keysOf("account", values).map(({ kind }) => kind))).toEqual(
    new Set(["uscc", "phone", "company", "pinyin", "brand", "near"]),
  );
  const all = keysOf("lead", { company: "恒润", mobile: "13800138000", phone: "13800138000" });
  expect(all.filter(({ kind }) => kind === "phone")).toHaveLength(1);
  expect(keysOf("account", { name: null, phone: "", uscc: "nonsense" }).every(({ key }) => key !== "")).toBe(
    true,
  );
  expect(keysOf("task", { name: "x" })).toEqual([]);
});

test("which likenesses an object has follows from what tells its records apart", () => {
  expect(kindsOf("account").map(({ kind }) => kind)).toEqual(["uscc", "phone", "company", "similar"]);
  expect(kindsOf("contact")).toEqual([
    { kind: "phone", fields: ["mobile", "phone"] },
    { kind: "email", fields: ["email"] },
    { kind: "similar", fields: ["name", "account"] },
  ]);
  expect(kindsOf("task")).toEqual([]);
});
