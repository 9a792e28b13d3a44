import { formOf } from "./client.mjs";

/** As the editor of that version wrote it. */
const OLD_HTML =
  '<p>会上<b>确认</b>了<i>三件事</i>：</p><ul><li>预算 <u>120 万</u></li><li>交期 <s>五月</s> 六月</li></ul><div>见 <a href="https://example.com/minutes?id=7">纪要</a></div><blockquote>客户原话</blockquote><p>A &lt; B &amp; C<br>end</p>';
const yuan = (amount) => ({ amount, currency: "CNY" });

/** Accounts, contacts, leads, products, notes, files, talks and what is said about several of them. */
export async function makeRecords(people) {
  const parties = await makeParties(people);
  const products = await makeProducts(people);
  const about = { object: "account", id: parties.accounts[0] };
  const file = await makeWork(people, parties, about);
  await makeOwnObjects(people, products, about);
  await makeViews(people);
  const [first, second] = parties.accounts;
  return { ...parties, first, second, file };
}

async function makeParties({ admin, anna, ben, leaver }) {
  await admin.make("exchange_rate", { currency: "USD", rate: "7.1", since: "2026-01-01" });
  const accounts = [];
  for (const [at, name] of [
    "恒润精密",
    "Ångström GmbH",
    "苏州蓝海机电",
    "Nordwind AG",
    "删去的公司",
  ].entries()) {
    const values = {
      name,
      owner: [anna.id, ben.id, leaver.id][at % 3],
      phone: `0512-6666888${at}`,
      website: `https://a${at}.example.com`,
      grade_c: `G${at}`,
      revenue: { amount: `${at + 1}000000.5`, currency: at % 2 ? "USD" : "CNY" },
      ...(at === 2 ? { parent: accounts[0] } : {}),
    };
    accounts.push((await admin.make("account", values)).id);
  }
  const contacts = [];
  for (const [at, name] of ["王力", "Zoë O'Reilly", "覃芳", "Vanishing Person"].entries()) {
    const values = { name, account: accounts[at], mobile: `1391111222${at}`, email: `c${at}@example.com` };
    contacts.push((await admin.make("contact", { ...values, owner: anna.id })).id);
  }
  const lead = { contact_name: "李强", company: "宁波泵业", source: "website", mobile: "13700001111" };
  const tag = await admin.make("tag", { name: "重点" });
  await admin.make("account_tag", { account: accounts[0], tag: tag.id });
  return { accounts, contacts, lead: (await anna.client.make("lead", lead)).id };
}

async function makeProducts({ admin }) {
  const products = [];
  for (const name of ["Pump", "Valve"])
    products.push((await admin.make("product", { name, code: name, list_price: yuan("99.5") })).id);
  const book = await admin.make("price_book", { name: "标准价目" });
  await admin.make("price_book_entry", { price_book: book.id, product: products[0], price: yuan("88") });
  return products;
}

async function makeWork({ anna, chief }, { contacts, lead }, about) {
  const note = await anna.client.make("note", {
    content: OLD_HTML,
    regarding: about,
    also_regarding: [{ object: "contact", id: contacts[0] }],
    pinned: true,
  });
  await anna.client.patch(`/records/note/${note.id}`, { content: `${OLD_HTML}<h3>补充</h3>` });
  await anna.client.make("activity", {
    type: "visit",
    status: "done",
    subject: "到访",
    content: "看了两条产线",
    regarding: about,
    also_regarding: [{ object: "lead", id: lead }],
    participants: [
      { object: "user", id: chief.id },
      { object: "contact", id: contacts[0] },
    ],
    occurred_at: "2026-11-02T03:00:00Z",
  });
  await anna.client.make("task", { subject: "寄样品", due_date: "2026-12-24", regarding: about });
  const fields = { regarding_object: about.object, regarding_id: about.id, document_type: "proposal" };
  return (await anna.client.post("/files", formOf("图纸.txt", "图纸的内容 drawing", fields))).data.id;
}

async function makeOwnObjects({ admin, anna }, products, about) {
  const machine = await admin.make("machine_c", {
    name: "五轴加工中心",
    account_c: about.id,
    price_c: yuan("10000.01"),
    built_c: "2020-02-29",
    ready_c: true,
    load_c: "62.5",
    manual_c: OLD_HTML,
    facts_c: { axes: 5, notes: ["a", "b"] },
    keeper_c: anna.id,
    state_c: "worn",
  });
  await admin.patch(`/records/machine_c/${machine.id}`, { load_c: "70", state_c: null });
  const lines = products.map((id, at) => ({
    name: `行 ${at}`,
    product_c: id,
    price_c: yuan(`${at + 1}0.25`),
  }));
  await admin.make("purchase_c", { name: "采购一", items_c: lines });
}

async function makeViews({ admin, anna }) {
  await admin.make("view", {
    name: "大客户",
    object: "account",
    visibility: "everyone",
    filter: "revenue > 1",
    sort: "-revenue",
    columns: [{ field: "name" }, { field: "revenue", width: 180 }],
  });
  const board = { name: "我的看板", object: "opportunity", kind: "board", group_by: "stage" };
  await anna.client.make("view", { ...board, visibility: "private" });
}
