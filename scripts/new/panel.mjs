import { AT, LAZILY, lazily, messages } from "./pieces.mjs";

const panelMessagesText = ({ name, set }) => messages(set, { title: name });

const screenText = ({
  component,
  name,
  set,
}) => `import type { RecordPanelProps } from "${AT}/ui/slots/record-page.ts";
import { textValue } from "${AT}/ui/data/values.ts";
import { useLanguage } from "${AT}/ui/kit/language.tsx";
import { ${set} } from "./${name.kebab}-panel.messages.ts";
import * as base from "${AT}/ui/kit/base.module.css";
import * as styles from "./${component}.module.css";

/** ${name.en}: what it tells of the record. */
export function ${component}({ object, record }: RecordPanelProps) {
  const { t } = useLanguage();
  return (
    <section className={styles.panel} aria-label={t(${set}.title)}>
      <h2>{t(${set}.title)}</h2>
      <p className={base.note}>{textValue(record[object.title])}</p>
    </section>
  );
}
`;

const STYLES = `.panel {
  display: grid;
  gap: 8px;
}
`;

/** A piece of the record page, beside the fields. */
export function panel({ name, of }) {
  const component = `${name.pascal}Panel`;
  const set = `${name.camel}PanelMessages`;
  const given = { name, of, component, set };
  return {
    files: {
      [`client/${name.kebab}-panel.messages.ts`]: panelMessagesText(given),
      [`client/${component}.tsx`]: screenText(given),
      [`client/${component}.module.css`]: STYLES,
    },
    client: {
      recordPanels: {
        item: `{ name: "${name.kebab}", place: "side", order: 90,
  applies: (object) => ${of ? `object.name === "${of}"` : "!object.internal"}, Component: ${lazily(component)} }`,
        needs: [LAZILY],
      },
    },
  };
}
