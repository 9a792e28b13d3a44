import { AT, LAZILY, lazily, messages } from "./pieces.mjs";

const messagesText = ({ name, set }) =>
  messages(set, {
    title: name,
    none: { zh: "还没有内容", en: "Nothing here yet" },
  });

const screenText = ({ component, name, set }) => `import { useLanguage } from "${AT}/ui/kit/language.tsx";
import { Page } from "${AT}/ui/kit/Page.tsx";
import { Empty } from "${AT}/ui/kit/States.tsx";
import { ${set} } from "./${name.kebab}.messages.ts";

/** ${name.en}: what one comes here for. */
export function ${component}() {
  const { t } = useLanguage();
  return (
    <Page title={t(${set}.title)}>
      <Empty icon="appstore" title={t(${set}.none)} />
    </Page>
  );
}
`;

/** A page of the shell with its entry in the left navigation. */
export function page({ name }) {
  const component = `${name.pascal}Page`;
  const set = `${name.camel}Messages`;
  const texts = { uses: set, from: `./${name.kebab}.messages.ts` };
  const given = { name, component, set };
  return {
    files: {
      [`client/${name.kebab}.messages.ts`]: messagesText(given),
      [`client/${component}.tsx`]: screenText(given),
    },
    client: {
      routes: { item: `{ path: "${name.kebab}", Component: ${lazily(component)} }`, needs: [LAZILY] },
      navigation: {
        item: `{ path: "${name.kebab}", label: ${set}.title, icon: "appstore", group: "work", order: 90 }`,
        needs: [texts],
      },
    },
  };
}
