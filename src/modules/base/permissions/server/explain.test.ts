import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
type Person = Client & { id: string };
const people: Person[] = [];
const records: { object: string; id: string }[] = [];
const ids: Record<string, string> = {};
const named = async (object: string, values: Record<string, string>) =>
  (ids[String(values["name"])] = (await app.admin.make(object, values)).id);

beforeAll(async () => {
  app = await testApp();
  const east = await named("department", { name: "华东" });
  const shanghai = await named("department", { name: "上海", parent: east });
  const south = await named("department", { name: "华南" });
  const add = async (name: string, role: string, department: string) => {
    const person = await app.person({ name, role, department });
    ids[name] = person.id;
    people.push(person);
  };
  await add("张伟", "sales_manager", east);
  await add("王芳", "seller", shanghai);
  await add("李明", "seller", south);
  await add("赵敏", "sales_manager", south);
  await add("陈市场", "marketing", south);
  await add("周客服", "service", shanghai);
  for (const [at, owner] of [people[1], people[2], people[3]].entries()) {
    if (!owner) continue;
    const account = await owner.make("account", { name: `客户${at}` });
    const lead = await owner.make("lead", {
      company: `线索公司${at}`,
      contact_name: "某人",
      mobile: "13800138000",
      source: "website",
    });
    const deal = await owner.make("opportunity", { name: `商机${at}`, account: account.id });
    const task = await owner.make("task", {
      subject: `回访${at}`,
      regarding: { object: "opportunity", id: deal.id },
    });
    const note = await owner.make("note", {
      content: `记录${at}`,
      regarding: { object: "account", id: account.id },
    });
    const loose = await owner.make("task", { subject: `自己的事${at}` });
    records.push(
      { object: "account", id: account.id },
      { object: "lead", id: lead.id },
      { object: "opportunity", id: deal.id },
    );
    records.push(
      { object: "task", id: task.id },
      { object: "note", id: note.id },
      { object: "task", id: loose.id },
    );
    ids[`客户${at}`] = account.id;
    ids[`商机${at}`] = deal.id;
    ids[`回访${at}`] = task.id;
  }
  const [, , gone] = records;
  const binned = await app.admin.make("account", { name: "已删除" });
  await app.admin.delete(`/records/account/${binned.id}`);
  records.push({ object: "account", id: binned.id }, { object: "opportunity", id: binned.id });
  expect(gone).toBeDefined();
});
afterAll(() => app.close());

const ask = async (who: string, query: Record<string, string>, client: Client = app.admin) => {
  const answer = await client.get(
    `/permissions/explain?${new URLSearchParams({ user: ids[who] ?? who, ...query }).toString()}`,
  );
  expect(answer.status, answer.text).toBe(200);
  return answer.json.data;
};
interface Step {
  readonly why: string;
  readonly text: Record<string, string>;
  readonly through?: readonly Step[];
}
const flat = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) => [step.text["zh-CN"] ?? "", ...flat(step.through ?? [])]);

describe("a proof says what the database says", () => {
  it("of reading, for anybody and any record", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: people.length - 1 }),
        fc.nat({ max: records.length - 1 }),
        async (person, at) => {
          const [who, record] = [people[person], records[at]];
          if (!who || !record) return;
          const proof = await ask(who.id, { object: record.object, record: record.id });
          const read = await who.get(`/records/${record.object}/${record.id}`);
          expect([proof.allowed, record.object], JSON.stringify(proof)).toEqual([
            read.status === 200,
            record.object,
          ]);
          expect((proof.allowed ? proof.because : proof.denied).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 80 },
    );
  });

  it("of changing and deleting, too", async () => {
    for (const who of people) {
      for (const record of records.slice(0, 8)) {
        const path = `/records/${record.object}/${record.id}`;
        const update = await who.patch(path, {});
        const proof = await ask(who.id, { object: record.object, record: record.id, action: "update" });
        expect([proof.allowed, record], update.text).toEqual([update.status === 200, record]);
      }
    }
  });
});

describe("a proof in words", () => {
  it("goes from the role over its scope to the departments", async () => {
    const proof = await ask("张伟", { object: "account", record: ids["客户0"] ?? "" });
    expect(proof.allowed).toBe(true);
    expect(flat(proof.because)).toEqual([
      "部门 华东 ⊃ 该记录所属部门 上海",
      "角色 销售经理 → 查看范围：本部门及下级",
    ]);
    expect(proof.because[0]).toMatchObject({ why: "department", role: "sales_manager", scope: "subtree" });
    expect(proof.record).toEqual({ id: ids["客户0"], title: "客户0" });
  });
  it("says of each way why it does not hold", async () => {
    const proof = await ask("李明", { object: "account", record: ids["客户0"] ?? "" });
    expect(proof.allowed).toBe(false);
    expect(flat(proof.denied)).toContain("负责人是 王芳，不是 李明");
    expect(flat(proof.denied)).toContain("最宽的查看范围是本人；更宽的范围才会包含部门 上海");
    const manager = await ask("赵敏", { object: "account", record: ids["客户0"] ?? "" });
    expect(flat(manager.denied)).toContain("该记录所属部门 上海 不在 赵敏 的部门范围（华南）之内");
  });
  it("follows the record that one hangs on", async () => {
    const proof = await ask("张伟", { object: "task", record: ids["回访0"] ?? "" });
    expect(flat(proof.because)).toEqual(
      expect.arrayContaining(["因为可以查看它所属的商机“商机0”", "部门 华东 ⊃ 该记录所属部门 上海"]),
    );
  });
  it("of fields names the roles and what a formula reads", async () => {
    const role = await app.admin.make("role", {
      name: "blind",
      label: { "zh-CN": "看不到金额", en: "No amounts" },
      rights: {
        objects: { opportunity: { create: false, read: "all", update: "all", delete: "none" } },
        fields: { opportunity: { amount: "hidden" } },
        abilities: [],
      },
    });
    const blind = await app.person({ name: "钱默", role: "blind" });
    const object = await app.admin.post("/objects/opportunity/fields", {
      name: "twice_c",
      kind: "formula",
      label: { "zh-CN": "两倍", en: "Twice" },
      expression: "amount * 2",
      returns: "decimal",
    });
    expect(object.status, object.text).toBe(201);
    const proof = await ask(blind.id, {
      object: "opportunity",
      record: ids["商机0"] ?? "",
      field: "twice_c",
    });
    expect([
      proof.allowed,
      (await blind.get(`/records/opportunity/${ids["商机0"]}`)).json.data,
    ]).toMatchObject([false, expect.not.objectContaining({ twice_c: expect.anything() })]);
    expect(flat(proof.denied)).toEqual(
      expect.arrayContaining([
        "“两倍”由“金额”（商机）计算得出，而后者隐藏",
        "角色 看不到金额 → 字段“金额”隐藏",
      ]),
    );
    expect(
      (await ask(blind.id, { object: "opportunity", record: ids["商机0"] ?? "", field: "name" })).allowed,
    ).toBe(true);
    expect(role.id).toBeTruthy();
  });
  it("of buttons names the ability that is missing", async () => {
    const transfer = await ask("王芳", { object: "account", record: ids["客户0"] ?? "", action: "transfer" });
    expect([transfer.allowed, transfer.denied[0].text["en"]]).toEqual([
      false,
      "No role grants the permission “Transfer ownership”",
    ]);
    expect(
      (await ask("张伟", { object: "account", record: ids["客户0"] ?? "", action: "transfer" })).allowed,
    ).toBe(true);
    expect((await ask("张伟", { action: "use", ability: "settings.manage" })).allowed).toBe(false);
    expect((await ask("王芳", { object: "opportunity", action: "create" })).allowed).toBe(true);
    expect((await ask("陈市场", { object: "opportunity", action: "create" })).allowed).toBe(false);
  });
  it("of a role in a department, and of somebody deactivated", async () => {
    const [role] = (
      await app.admin.get(`/records/role?filter=${encodeURIComponent('name == "sales_manager"')}`)
    ).json.data;
    const of = async (department: string) =>
      (
        await app.admin.get(
          `/permissions/explain?role=${role.id}&department=${ids[department]}&object=account&record=${ids["客户0"]}`,
        )
      ).json.data.allowed;
    expect([await of("华东"), await of("华南")]).toEqual([true, false]);
    const left = await app.person({ name: "孙离", role: "seller" });
    await app.admin.patch(`/records/user/${left.id}`, { active: false });
    expect((await ask(left.id, { object: "account", record: ids["客户0"] ?? "" })).denied[0].why).toBe(
      "inactive",
    );
  });
});

describe("who may ask", () => {
  it("only those with the ability, and titles only of what they see themselves", async () => {
    const [, seller] = people;
    const path = `/permissions/explain?user=${ids["张伟"]}&object=account&record=${ids["客户0"]}`;
    expect([(await seller?.get(path))?.status, (await app.anonymous.get(path)).status]).toEqual([403, 401]);
    await app.admin.make("role", {
      name: "auditor",
      label: { "zh-CN": "审计" },
      rights: { objects: {}, fields: {}, abilities: ["permissions.explain"] },
    });
    const auditor = await app.person({ name: "审计员", role: "auditor" });
    expect(
      (await ask("张伟", { object: "account", record: ids["客户0"] ?? "" }, auditor)).record.title,
    ).toBeNull();
  });
  it("lists who can read a record, each with a reason", async () => {
    const answer = await app.admin.get(`/permissions/readers?object=account&record=${ids["客户0"]}`);
    const listed = new Map<string, { update: boolean; reason: Step }>(
      answer.json.data.map((one: { name: string }) => [one.name, one]),
    );
    for (const who of people) {
      const { status } = await who.get(`/records/account/${ids["客户0"]}`);
      const name = Object.keys(ids).find((key) => ids[key] === who.id) ?? "";
      expect([name, listed.has(name)]).toEqual([name, status === 200]);
    }
    expect(listed.get("王芳")?.reason.why).toBe("owner");
    expect([listed.get("周客服")?.update, listed.get("张伟")?.update]).toEqual([false, true]);
  });
});

describe("refusals", () => {
  it("carry their proof for those who may ask for proofs, and stay alike for everyone else", async () => {
    const there = ids["客户0"] ?? "";
    const nowhere = "01900000-0000-7000-8000-000000000000";
    const auditor = await app.person({ name: "审计二", role: "auditor" });
    const [hidden, absent] = [
      await auditor.get(`/records/account/${there}`),
      await auditor.get(`/records/account/${nowhere}`),
    ];
    expect([hidden.status, flat(hidden.json.explanation.denied)[0]]).toEqual([
      404,
      "角色 审计 不能查看“客户”",
    ]);
    expect([absent.status, absent.json.explanation.denied[0].why]).toEqual([404, "missing"]);
    const bare = async (id: string) => {
      const answer = await people[2]?.get(`/records/account/${id}`);
      const { request_id: _id, ...body } = answer?.json ?? {};
      return body;
    };
    expect(await bare(there)).toEqual(await bare(nowhere));
    expect(Object.keys(await bare(there))).not.toContain("explanation");
  });
});
