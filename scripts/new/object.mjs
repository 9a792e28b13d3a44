import { labelled } from "./names.mjs";
import { AT } from "./pieces.mjs";

const objectText = ({ constant, name }) => `import { label } from "${AT}/shared/i18n/label.ts";
import { defineObject } from "${AT}/shared/metadata/object.ts";

/** ${name.en}: what it is, and whose. */
export const ${constant} = defineObject({
  name: "${name.snake}",
  label: ${labelled(name)},
  plural: ${labelled(name)},
  icon: "appstore",
  area: "work",
  title: "name",
  sharing: "owner",
  fields: {
    name: { kind: "text", label: label("名称", "Name"), required: true, max_length: 100 },
    note: { kind: "long_text", label: label("备注", "Note") },
  },
  list: { columns: ["name", "owner", "updated_at"], sort: "-updated_at" },
});
`;

const testText = ({ name }) => `import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "${AT}/testing/app.ts";
import { importer } from "${AT}/testing/importer.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

it("${name.en} is created, listed, read and imported like any record", async () => {
  const made = await app.admin.make("${name.snake}", { name: "first" });
  const read = await app.admin.get(\`/records/${name.snake}/\${made.id}\`);
  expect([read.status, read.json.data.name]).toEqual([200, "first"]);
  const done = await importer(app).imported("title\\nsecond\\n", {
    object: "${name.snake}",
    mapping: { title: "name" },
  });
  expect(done).toMatchObject({ status: "done", created: 1, failed: 0 });
  const listed = await app.admin.get("/records/${name.snake}?sort=name");
  expect(listed.json.data.map((one: { name: string }) => one.name)).toEqual(["first", "second"]);
});
`;

/** An object that a company lists, opens, imports and reads by the API, without a further line. */
export function object({ name }) {
  const constant = `${name.camel}Object`;
  const given = { name, constant };
  return {
    files: {
      [`shared/${name.kebab}.object.ts`]: objectText(given),
      [`server/${name.kebab}.test.ts`]: testText(given),
    },
    server: { objects: { item: constant, from: `./shared/${name.kebab}.object.ts` } },
  };
}
