import { NavLink } from "react-router";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import type { NavigationGroup } from "./navigation.ts";
import * as base from "../../../ui/kit/base.module.css";
import * as shellStyles from "./shell.module.css";

export interface SideGroupProps {
  readonly group: NavigationGroup;
  readonly folded: boolean;
}
/** Places that belong together; folded, their names are for screen readers and tooltips only. */
export function SideGroup({ group, folded }: SideGroupProps) {
  const { t, of } = useLanguage();
  return (
    <div className={shellStyles.sideGroup}>
      {group.label && !folded && <div className={shellStyles.sideLabel}>{t(group.label)}</div>}
      {group.items.map((item) => (
        <NavLink
          key={item.to}
          to={item.to}
          end={item.to === "/"}
          className={shellStyles.sideLink}
          title={folded ? of(item.label) : undefined}
        >
          <Icon name={item.icon} size={17} />
          {folded ? (
            <span className={base.srOnly}>{of(item.label)}</span>
          ) : (
            <span className={base.clip}>{of(item.label)}</span>
          )}
        </NavLink>
      ))}
    </div>
  );
}
