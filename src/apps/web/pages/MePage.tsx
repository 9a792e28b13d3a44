import { Link } from "react-router";
import { useObjects } from "../../../ui/data/objects.ts";
import { useMe } from "../../../ui/data/session.ts";
import { Avatar } from "../../../ui/kit/Avatar.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { usePageTitle } from "../../../ui/kit/use-page-title.ts";
import { useModules } from "../../../ui/record/panels.tsx";
import { navigationOf } from "../shell/navigation.ts";
import { MeActions } from "./MeActions.tsx";
import * as base from "../../../ui/kit/base.module.css";
import * as meStyles from "./me.module.css";
import * as styles from "./MePage.module.css";

/** On a phone: everything the left navigation and the person menu hold. */
export function MePage() {
  const { of } = useLanguage();
  const me = useMe();
  usePageTitle(me.user.name);
  const modules = useModules();
  const groups = navigationOf(useObjects(), modules, me);
  return (
    <div className={styles.me}>
      <header className={styles.meHead}>
        <Avatar name={me.user.name} />
        <div className={`${base.grow} ${meStyles.meLineGrow}`}>
          <h1>{me.user.name}</h1>
          <p className={base.muted}>
            {[me.user.login, me.departments.map((one) => one.name).join("、")].filter(Boolean).join(" · ")}
          </p>
        </div>
      </header>
      {groups.map((group) => (
        <section key={group.key} className={base.card}>
          {group.items.map((item) => (
            <Link key={item.to} to={item.to} className={meStyles.meLine}>
              <Icon name={item.icon} size={18} />
              <span className={`${base.grow} ${meStyles.meLineGrow}`}>{of(item.label)}</span>
              <Icon name="right" size={14} />
            </Link>
          ))}
        </section>
      ))}
      <MeActions />
    </div>
  );
}
