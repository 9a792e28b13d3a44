import { Modal, Switch } from "antd";
import { useObjects } from "../../../ui/data/objects.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { shellMessages } from "./shell.messages.ts";
import { useSingleKeys } from "./single-keys.ts";
import { GO_SHORTCUTS, OTHER_SHORTCUTS, PAGE_SHORTCUTS, type Shortcut } from "./shortcuts.ts";
import * as styles from "./ShortcutSheet.module.css";

/** All shortcuts, and whether single keys are listened to. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const objects = useObjects();
  const [isOn, setOn] = useSingleKeys();
  const going = GO_SHORTCUTS.filter(({ object }) => !object || objects.has(object));
  return (
    <Modal open title={t(shellMessages.shortcuts)} footer={null} width={620} onCancel={onClose}>
      <label className={styles.setting}>
        <span>{t(shellMessages.singleKeys)}</span>
        <Switch checked={isOn} onChange={setOn} />
      </label>
      <div className={styles.groups}>
        <Group title={t(shellMessages.onThePage)} shortcuts={PAGE_SHORTCUTS} />
        <Group title={t(shellMessages.goTo)} shortcuts={going} />
        <Group title={t(shellMessages.everywhere)} shortcuts={OTHER_SHORTCUTS} />
      </div>
    </Modal>
  );
}

function Group({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  const { t } = useLanguage();
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.keys}>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} className={styles.line}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
