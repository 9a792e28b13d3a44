import { NavLink } from "react-router";
import { useObjects } from "../../../ui/data/objects.ts";
import { Dropdown } from "../../../ui/kit/Overlay.tsx";
import { Icon, objectIcon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { shellMessages } from "./shell.messages.ts";
import { useCreatable } from "./use-creatable.ts";
import * as base from "../../../ui/kit/base.module.css";
import * as styles from "./BottomBar.module.css";

/** The phone's navigation: 今日 · 客户 · ＋ · 商机 · 我的. */
export function BottomBar() {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const { items, create } = useCreatable();
  const tab = (name: string) => {
    const object = objects.get(name);
    return object ? (
      <NavLink to={`/records/${name}`} className={styles.bottomLink}>
        <Icon name={objectIcon(object.icon)} size={20} />
        <span className={base.clip}>{of(object.plural)}</span>
      </NavLink>
    ) : null;
  };
  return (
    <nav className={styles.bottom} aria-label={t(shellMessages.navigation)}>
      <NavLink to="/" end className={styles.bottomLink}>
        <Icon name="today" size={20} />
        <span>{t(shellMessages.today)}</span>
      </NavLink>
      {tab("account")}
      {items.length > 0 && (
        <Dropdown
          placement="top"
          menu={{
            items: items.slice(0, 7).map((object) => ({
              key: object.name,
              label: of(object.label),
              icon: <Icon name={object.iconName} />,
            })),
            onClick: ({ key }) => create(key),
          }}
        >
          <button
            type="button"
            className={styles.bottomPlus}
            aria-label={t(shellMessages.create)}
            data-tour="create"
          >
            <Icon name="plus" size={22} />
          </button>
        </Dropdown>
      )}
      {tab("opportunity")}
      <NavLink to="/me" className={styles.bottomLink}>
        <Icon name="user" size={20} />
        <span>{t(shellMessages.me)}</span>
      </NavLink>
    </nav>
  );
}
