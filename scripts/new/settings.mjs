import { labelled } from "./names.mjs";
import { AT, LAZILY, lazily, messages } from "./pieces.mjs";

const settingsContractText = ({
  component,
  name,
  path,
}) => `import { label } from "${AT}/shared/i18n/label.ts";
import { contract } from "${AT}/shared/wire/contract.ts";
import { closed, data, flag, object, type Static } from "${AT}/shared/wire/schema.ts";

const ${component} = object({ active: flag() });
export type ${component} = Static<typeof ${component}>;

const common = { tag: "settings", path: "${path}" } as const;

export const read${component} = contract({
  ...common,
  method: "GET",
  summary: ${labelled(name)},
  description: ${labelled({ zh: `返回${name.zh}。`, en: `Answers ${name.en}.` })},
  answer: data(${component}),
});
export const change${component} = contract({
  ...common,
  method: "PATCH",
  summary: ${labelled({ zh: `修改：${name.zh}`, en: `Change: ${name.en}` })},
  description: ${labelled({ zh: `修改${name.zh}。`, en: `Changes ${name.en}.` })},
  body: closed({ active: flag() }),
  answer: data(${component}),
});
`;

const settingsMigrationsText = ({
  migration,
  name,
  table,
}) => `import type { Migration } from "${AT}/platform/db/migration.ts";

export const ${name.camel}SettingsMigrations: readonly Migration[] = [
  {
    id: "${migration}_${table}",
    scope: "workspace",
    statements: (schema) => [
      \`create table \${schema}.${table} (one boolean primary key default true check (one), active boolean not null default true)\`,
      \`insert into \${schema}.${table} default values\`,
    ],
  },
];
`;

const settingsRoutesText = ({
  component,
  name,
  table,
}) => `import { accept, serve, systemTable } from "${AT}/engine/public.ts";
import {
  change${component},
  read${component},
  type ${component},
} from "../shared/${name.kebab}-settings.contract.ts";

const serving = { ability: "settings.manage" } as const;

export const ${name.camel}SettingsRoutes = [
  serve(read${component}, serving, async ({ db, workspace }) => {
    const [row] = await db.query<${component}>({
      text: \`select active from \${systemTable(workspace, "${table}")}\`,
    });
    return accept({ data: { active: row?.active ?? true } });
  }),
  serve(change${component}, serving, async ({ db, workspace }, { body: { active } }) => {
    await db.query({
      text: \`update \${systemTable(workspace, "${table}")} set active = $1\`,
      values: [active],
    });
    return accept({ data: { active } });
  }),
];
`;

const settingsTestText = ({ name, path }) => `import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "${AT}/testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

it("${name.en} stays as an administrator set it", async () => {
  expect((await app.admin.get("${path}")).json.data).toEqual({ active: true });
  expect((await app.admin.patch("${path}", { active: false })).status).toBe(200);
  expect((await app.admin.get("${path}")).json.data).toEqual({ active: false });
  expect((await app.anonymous.get("${path}")).status).toBe(401);
});
`;

const settingsMessagesText = ({ name, set }) =>
  messages(set, {
    title: name,
    active: { zh: "启用", en: "Active" },
  });

const screenText = ({
  component,
  name,
  set,
}) => `import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Switch } from "antd";
import { call } from "${AT}/ui/data/call.ts";
import { Labelled } from "${AT}/ui/kit/Field.tsx";
import { useLanguage } from "${AT}/ui/kit/language.tsx";
import { QueryResult } from "${AT}/ui/kit/QueryResult.tsx";
import { SettingsPage } from "${AT}/ui/kit/SettingsPage.tsx";
import { useSave } from "${AT}/ui/kit/use-save.ts";
import { change${component}, read${component} } from "../shared/${name.kebab}-settings.contract.ts";
import { ${set} } from "./${name.kebab}-settings.messages.ts";

const KEY = ["settings", "${name.kebab}"] as const;

/** ${name.en}: what an administrator decides for everybody. */
export function ${component}() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const settings = useQuery({
    queryKey: KEY,
    queryFn: async () => (await call(read${component}, {})).data,
  });
  const { busy, save } = useSave();
  const change = (active: boolean) =>
    save(() => call(change${component}, { body: { active } }), {
      onDone: () => client.invalidateQueries({ queryKey: KEY }),
    });
  return (
    <SettingsPage title={t(${set}.title)}>
      <QueryResult query={settings}>
        {({ active }) => (
          <Labelled label={t(${set}.active)}>
            {({ id }) => (
              <span>
                <Switch id={id} checked={active} loading={busy} onChange={(on) => void change(on)} />
              </span>
            )}
          </Labelled>
        )}
      </QueryResult>
    </SettingsPage>
  );
}
`;

/** Something that an administrator sets: a row of its own, read and changed by two endpoints, and its page. */
export function settings({ name, migration }) {
  const component = `${name.pascal}Settings`;
  const set = `${name.camel}SettingsMessages`;
  const table = `${name.snake}_settings`;
  const path = `/settings/${name.kebab}`;
  const given = { name, migration, component, set, table, path };
  return {
    files: {
      [`shared/${name.kebab}-settings.contract.ts`]: settingsContractText(given),
      [`server/${name.kebab}-settings.migrations.ts`]: settingsMigrationsText(given),
      [`server/${name.kebab}-settings.routes.ts`]: settingsRoutesText(given),
      [`server/${name.kebab}-settings.test.ts`]: settingsTestText(given),
      [`client/${name.kebab}-settings.messages.ts`]: settingsMessagesText(given),
      [`client/${component}.tsx`]: screenText(given),
    },
    server: {
      migrations: {
        item: `...${name.camel}SettingsMigrations`,
        uses: `${name.camel}SettingsMigrations`,
        from: `./server/${name.kebab}-settings.migrations.ts`,
      },
      routes: {
        item: `...${name.camel}SettingsRoutes`,
        uses: `${name.camel}SettingsRoutes`,
        from: `./server/${name.kebab}-settings.routes.ts`,
      },
    },
    client: {
      settings: {
        item: `{ path: "${name.kebab}", label: ${set}.title, icon: "settings", group: "build", order: 90,
  applies: (me) => isAble(me, "settings.manage"), Component: ${lazily(component)} }`,
        needs: [
          LAZILY,
          { uses: "isAble", from: `${AT}/ui/data/session.ts` },
          { uses: set, from: `./${name.kebab}-settings.messages.ts` },
        ],
      },
    },
  };
}
