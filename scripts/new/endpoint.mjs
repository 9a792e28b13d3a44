import { labelled } from "./names.mjs";
import { AT } from "./pieces.mjs";

const contractText = ({ module, name, path }) => `import { label } from "${AT}/shared/i18n/label.ts";
import { contract } from "${AT}/shared/wire/contract.ts";
import { data, object, text, type Static } from "${AT}/shared/wire/schema.ts";

const ${name.pascal} = object({ reader: text() });
export type ${name.pascal} = Static<typeof ${name.pascal}>;

export const read${name.pascal} = contract({
  method: "GET",
  path: "${path}",
  tag: "${module.kebab}",
  summary: ${labelled(name)},
  description: ${labelled({ zh: `返回${name.zh}。`, en: `Answers ${name.en}.` })},
  answer: data(${name.pascal}),
});
`;

const routesText = ({ name }) => `import { accept, serve } from "${AT}/engine/public.ts";
import { read${name.pascal} } from "../shared/${name.kebab}.contract.ts";

export const ${name.camel}Routes = [
  serve(read${name.pascal}, { reads: true }, async (context) =>
    accept({ data: { reader: context.principal.name } }),
  ),
];
`;

const routesTestText = ({ name, path }) => `import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "${AT}/testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

it("${name.en} answers whoever is signed in, and nobody else", async () => {
  const answer = await app.admin.get("${path}");
  expect([answer.status, typeof answer.json.data.reader]).toEqual([200, "string"]);
  expect((await app.anonymous.get("${path}")).status).toBe(401);
});
`;

/** A contract, its handler, and a test that asks it. */
export function endpoint({ name, module }) {
  const path = `/${module.kebab}/${name.kebab}`;
  const given = { name, module, path };
  return {
    files: {
      [`shared/${name.kebab}.contract.ts`]: contractText(given),
      [`server/${name.kebab}.routes.ts`]: routesText(given),
      [`server/${name.kebab}.routes.test.ts`]: routesTestText(given),
    },
    server: {
      routes: {
        item: `...${name.camel}Routes`,
        uses: `${name.camel}Routes`,
        from: `./server/${name.kebab}.routes.ts`,
      },
    },
  };
}
