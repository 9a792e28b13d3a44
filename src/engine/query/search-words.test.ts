import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repairJob } from "../record/repair.ts";
import { testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  const { admin } = app;
  await admin.make("account", { name: "Müller & Söhne GmbH (Zürich)" });
  await admin.make("account", { name: "鑫盛龍華機電設備（深圳）有限公司" });
  await admin.make("account", { name: "单氏实业集团" });
  await admin.make("account", { name: "嘉禾晟光电科技（东莞）有限公司" });
  await admin.make("contact", { name: "José Ñandú" });
  await admin.make("contact", {
    name: "来电的人",
    mobile: "+86 139 1234 5678",
    phone: "021-6888 0101 转 33",
  });
  await admin.make("account", { name: "O'Reilly Media" });
  await admin.make("account", { name: "7-Eleven" });
  await admin.make("account", { name: "İstanbul Çelik A.Ş." });
  for (const name of [
    "种师道",
    "郇正",
    "祭仲文",
    "隗天明",
    "覃海洋",
    "佴伟",
    "万俟雅言",
    "阿不都热依木·买买提",
  ])
    await admin.make("contact", { name });
  for (const name of [
    "曾国强",
    "单雄信",
    "解学龙",
    "仇英杰",
    "查良庸",
    "区德铭",
    "朴正民",
    "尉迟恭明",
    "缪杰",
    "盖叫云",
    "翟志刚",
  ])
    await admin.make("contact", { name });
});
afterAll(() => app.close());

const found = async (object: string, question: string): Promise<string[]> =>
  (await app.admin.get(`/records/${object}?search=${encodeURIComponent(question)}`)).json.data.map(
    ({ name }: { name: string }) => name,
  );

describe("accents and scripts", () => {
  test.each([
    ["muller", "Müller & Söhne GmbH (Zürich)"],
    ["Müller", "Müller & Söhne GmbH (Zürich)"],
    ["söhne zurich", "Müller & Söhne GmbH (Zürich)"],
    ["龙华机电", "鑫盛龍華機電設備（深圳）有限公司"],
    ["机电设备", "鑫盛龍華機電設備（深圳）有限公司"],
    ["istanbul celik", "İstanbul Çelik A.Ş."],
    ["İSTANBUL", "İstanbul Çelik A.Ş."],
    ["oreilly", "O'Reilly Media"],
    ["O’Reilly", "O'Reilly Media"],
    ["7eleven", "7-Eleven"],
    ["龍華", "鑫盛龍華機電設備（深圳）有限公司"],
    ["longhua", "鑫盛龍華機電設備（深圳）有限公司"],
    ["光電科技", "嘉禾晟光电科技（东莞）有限公司"],
  ])("%s", async (question, name) => expect(await found("account", question)).toEqual([name]));
  test.each(["jose", "nandu", "José", "NANDÚ"])("%s", async (question) =>
    expect(await found("contact", question)).toEqual(["José Ñandú"]),
  );
});

describe("a caller is found by the number that the phone shows", () => {
  test.each([
    "13912345678",
    "139 1234 5678",
    "139-1234-5678",
    "1391234",
    "5678",
    "(139)12345678",
    "１３９１２３４５６７８",
    "+8613912345678",
    "+86 139 1234 5678",
    "0086 139 1234 5678",
    "8613912345678",
    "86-13912345678",
    "tel:13912345678",
    "\u202d13912345678\u202c",
    "139‑1234‑5678",
    "+86 21 6888 0101",
    "+862168880101",
    "021 6888 0101 转 33",
    "021-68880101",
    "86-21-68880101",
    "68880101",
  ])("%s", async (question) => expect(await found("contact", question)).toEqual(["来电的人"]));
  test("numbers of others do not", async () =>
    expect(await found("contact", "+86 139 1234 5679")).toEqual([]));
});

describe("surnames by either reading", () => {
  test.each([
    ["曾国强", ["zengguoqiang", "zgq", "cengguoqiang"]],
    ["单雄信", ["shanxiongxin", "sxx"]],
    ["解学龙", ["xiexuelong", "xxl"]],
    ["仇英杰", ["qiuyingjie", "qyj"]],
    ["查良庸", ["zhaliangyong", "zly"]],
    ["区德铭", ["oudeming", "odm"]],
    ["朴正民", ["piaozhengmin", "puzhengmin"]],
    ["尉迟恭明", ["yuchigongming", "ycgm"]],
    ["缪杰", ["miaojie"]],
    ["盖叫云", ["gejiaoyun"]],
    ["翟志刚", ["zhaizhigang"]],
    ["种师道", ["chongshidao", "csd", "zhongshidao"]],
    ["郇正", ["xunzheng", "huanzheng"]],
    ["祭仲文", ["zhaizhongwen", "jizhongwen"]],
    ["隗天明", ["weitianming", "kuitianming"]],
    ["覃海洋", ["qinhaiyang", "tanhaiyang"]],
    ["佴伟", ["naiwei"]],
    ["万俟雅言", ["moqiyayan", "mqyy"]],
    ["阿不都热依木·买买提", ["阿不都热依木买买提", "热依木·买买提", "买买提"]],
  ])("%s", async (name, questions) => {
    for (const question of questions) expect(await found("contact", question), question).toContain(name);
  });
  test("at the head of a company's name, too", async () =>
    expect(await found("account", "shanshi")).toEqual(["单氏实业集团"]));
});

test("entries from before the words were made otherwise are found meanwhile, and made anew by the job", async () => {
  const context = await app.context();
  const schema = `"${context.workspace.schema}"`;
  const { id } = await app.admin.make("account", { name: "臺灣龍騰" });
  await context.db.query({
    text: `update ${schema}.search_entry set tokens = array['臺','灣','龍','騰','臺灣','灣龍','龍騰'] where id = $1`,
    values: [id],
  });
  await context.db.query({
    text: `update ${schema}.derived_state set digest = '[1]' where name = 'search:account'`,
  });
  expect([await found("account", "龍騰"), await found("account", "龙腾")]).toEqual([["臺灣龍騰"], []]);
  await repairJob(context, {});
  expect([
    await found("account", "龍騰"),
    await found("account", "龙腾"),
    await found("account", "台湾"),
  ]).toEqual(Array.from({ length: 3 }, () => ["臺灣龍騰"]));
});

test("the same company in the other script is a duplicate by name", async () => {
  const answer = await app.admin.post("/records/account/duplicates", {
    values: { name: "嘉禾晟光電科技（東莞）有限公司" },
  });
  expect(JSON.stringify(answer.json)).toContain("Same name");
});
