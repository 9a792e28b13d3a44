import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signIn } from "../../../../testing/app.ts";
import {
  all,
  code,
  openKindsWorld,
  own,
  type Person,
  q,
  role,
  world,
} from "../../../../testing/worlds/kinds-world.ts";

beforeAll(openKindsWorld);
afterAll(() => world.close());

describe("authorship and place", () => {
  let seller: Person;
  let colleague: Person;
  beforeAll(async () => {
    const [north, south] = [
      await world.admin.make("department", { name: "N" }),
      await world.admin.make("department", { name: "S" }),
    ];
    await role("writer", { objects: { "*": own, user: { ...all, create: false }, department: all } });
    seller = await world.person({ name: "writer", role: "writer", department: north.id });
    colleague = await world.person({ name: "colleague", role: "writer", department: south.id });
  });

  test("nobody gives away what they said, nor says it in another's name; tasks are handed on", async () => {
    const account = await seller.make("account", { name: "Mine" });
    const regarding = { object: "account", id: account.id };
    const note = await seller.make("note", { content: "said", regarding });
    const activity = await seller.make("activity", {
      subject: "called",
      type: "call",
      occurred_at: "2026-01-05T10:00:00Z",
      regarding,
    });
    for (const [object, id, values] of [
      ["note", note.id, { content: "x", regarding }],
      [
        "activity",
        activity.id,
        { subject: "x", type: "call", occurred_at: "2026-01-05T10:00:00Z", regarding },
      ],
    ] as const)
      for (const answer of [
        await seller.patch(`/records/${object}/${id}`, { owner: colleague.id }),
        await seller.post(`/records/${object}/bulk`, { ids: [id], values: { owner: colleague.id } }),
        await seller.post("/batch", {
          operations: [{ op: "update", object, id, values: { owner: colleague.id } }],
        }),
        await seller.post(`/records/${object}`, { ...values, owner: colleague.id }),
      ])
        expect(code(answer), object).toBe("field_forbidden");
    expect((await seller.post("/records/note", { content: "own", regarding, owner: seller.id })).status).toBe(
      201,
    );
    const task = await seller.make("task", { subject: "call", regarding });
    expect((await seller.patch(`/records/task/${task.id}`, { owner: colleague.id })).status).toBe(200);
    expect((await world.admin.patch(`/records/note/${note.id}`, { owner: colleague.id })).status).toBe(200);
  });

  test("a new record lies where its maker's superiors see it", async () => {
    const { json } = await world.admin.get(`/records/user/${colleague.id}`);
    const elsewhere = json.data.department;
    for (const department of [elsewhere, null])
      for (const object of ["account", "lead", "opportunity", "contact"])
        expect(
          code(
            await seller.post(`/records/${object}`, {
              ...(object === "lead" ? { company: "x" } : { name: "x" }),
              department,
            }),
          ),
          object,
        ).toBe("field_forbidden");
    const mine = (await world.admin.get(`/records/user/${seller.id}`)).json.data.department;
    expect((await seller.post("/records/account", { name: "fine", department: mine })).status).toBe(201);
    expect((await world.admin.post("/records/account", { name: "any", department: elsewhere })).status).toBe(
      201,
    );
    expect(code(await seller.post("/records/account", { name: "x", source_system: "erp" }))).toBe(
      "field_forbidden",
    );
  });

  test("a view is made in nobody else's name", async () => {
    const values = { name: "For all", object: "account", visibility: "everyone" };
    expect(code(await seller.post("/records/view", { ...values, owner: colleague.id }))).toBe(
      "field_forbidden",
    );
    const view = await seller.make("view", values);
    expect(view["owner"]).toBe(seller.id);
    expect(code(await seller.patch(`/records/view/${view.id}`, { owner: colleague.id }))).toBe(
      "field_forbidden",
    );
    expect(code(await world.admin.post("/records/view", { ...values, owner: colleague.id }))).toBe(
      "field_forbidden",
    );
  });
});

test("a password that somebody else set is changed before anything else is answered", async () => {
  const [first, next] = ["walnut-harbor-lantern-61", "lantern-walnut-harbor-62"];
  const person = await world.admin.make("user", { name: "new", login: "new.person" });
  const [seller] = (await world.admin.get(`/records/role?filter=${q('name == "seller"')}`)).json.data;
  await world.admin.make("user_role", { user: person.id, role: seller.id });
  await world.admin.post(`/users/${person.id}/credentials`, { password: first });
  const due = await signIn(world.app, "new.person", first);
  for (const answer of [
    await due.get("/records/account"),
    await due.post("/records/account", { name: "x" }),
    await due.get("/objects"),
    await due.get("/search?q=xx"),
    await due.patch("/me", { name: "y" }),
    await due.post("/api-keys", { name: "k" }),
    await due.post("/records/account/aggregate", { measures: [{ fn: "count" }] }),
  ])
    expect([answer.status, answer.json.code]).toEqual([403, "password_change_required"]);
  expect((await due.get("/me")).json.data.must_change_password).toBe(true);
  expect((await due.get("/session")).status).toBe(200);
  expect((await due.post("/me/password", { current: first, next })).status).toBe(204);
  expect((await due.get("/records/account")).status).toBe(200);
  expect((await (await signIn(world.app, "new.person", next)).get("/records/account")).status).toBe(200);
});

test("rich text is cleaned on the server, on every road", async () => {
  const { admin } = world;
  const account = await admin.make("account", { name: "Rich" });
  const regarding = { object: "account", id: account.id };
  const bad = [
    '<img src=x onerror="alert(1)">seen',
    "<script>alert(1)</script>seen",
    '<p onclick="alert(1)" style="position:fixed">seen</p>',
    '<a href="javascript:alert(1)">seen</a>',
    '<a href="java\tscript:alert(1)">seen</a>',
    '<a href="data:text/html,x">seen</a>',
    "<svg><script>alert(1)</script></svg>seen",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>seen",
    '<iframe src="https://evil.example"></iframe>seen',
    "<b>seen<script",
    '<form action="https://evil.example"><input name=x>seen</form>',
    '<div id="root" class="x">seen</div>',
  ];
  for (const content of bad) {
    const made = await admin.make("note", { content, regarding });
    const stored = String(made["content"]);
    expect(stored, content).toContain("seen");
    expect(stored, content).not.toMatch(
      /<(?!\/?(p|div|br|b|strong|i|em|u|ul|ol|li|a|blockquote|h3|h4)\b)|on\w+\s*=|javascript:|data:|style=|id=|class=|alert\(1\)/i,
    );
    const patched = await admin.patch(`/records/note/${made.id}`, { content: `${content} again` });
    expect(patched.json.data.content, content).not.toMatch(/on\w+\s*=|script|data:|style=/i);
  }
  const good =
    '<p>one</p><b>two</b><ul><li>x &lt; y &amp; z</li></ul><a href="https://good.example/?a=1&amp;b=2">link</a>';
  const kept = await admin.make("note", { content: good, regarding });
  expect(kept["content"]).toContain("<p>one</p><b>two</b><ul><li>x &lt; y &amp; z</li></ul>");
  expect(kept["content"]).toContain('href="https://good.example/?a=1&amp;b=2"');
  expect(code(await admin.post("/records/note", { content: "<p>\u200b&nbsp;<br></p>", regarding }))).toBe(
    "required",
  );
});

test("a draft keeps no link that a browser would run", async () => {
  const label = { en: "L" };
  const draft = (url: string) =>
    world.admin.post("/pipelines", {
      object: "opportunity",
      name: `links_${Math.random().toString(36).slice(2)}`,
      label,
      stages: [
        {
          name: "one",
          label,
          type: "open",
          order: 1,
          entry: [],
          exit: [],
          guidance: { links: [{ label, url }] },
        },
      ],
    });
  for (const url of [
    "javascript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
  ])
    expect((await draft(url)).status, url).toBe(400);
  expect((await draft("https://good.example/a")).status).toBe(201);
});
