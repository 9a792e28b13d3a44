import { Button } from "antd";
import { useMe } from "../../../../ui/data/session.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useBusy } from "../../../../ui/kit/use-busy.ts";
import { endViewing } from "./permission-data.ts";
import { permissionMessages } from "./permissions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./ViewingBar.module.css";

/**
 * Stands over every page while somebody looks as someone else: as whom, who really looks, and the way back.
 */
export function ViewingBar() {
  const { t } = useLanguage();
  const { viewing, user } = useMe();
  const { busy, run } = useBusy();
  if (!viewing) return null;
  const words =
    user.name === ""
      ? permissionMessages.viewingGone
      : viewing.kind === "role"
        ? permissionMessages.viewingRole
        : permissionMessages.viewing;
  const end = () => void run(endViewing);
  return (
    <div className={styles.viewingBar} role="status">
      <Icon name="user" />
      <span className={`${base.grow} ${styles.viewingBarGrow}`}>
        <strong>{t(words, { name: user.name })}</strong>
        <span className={base.muted}>{t(permissionMessages.viewingBy, { by: viewing.by.name })}</span>
      </span>
      <Button size="small" loading={busy} onClick={end}>
        {t(permissionMessages.endViewing)}
      </Button>
    </div>
  );
}
