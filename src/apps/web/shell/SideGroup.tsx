import { NavLink } from "react-router";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import type { NavigationGroup } from "./navigation.ts";

export interface SideGroupProps {
  readonly group: NavigationGroup;
  readonly folded: boolean;
}
/** Places that belong together; folded, their names are for screen readers and tooltips only. */
export function SideGroup({ group, folded }: SideGroupProps) {
  const { t, of } = useLanguage();
  return (
    <div className="side-group">
      {group.label && !folded && <div className="side-label">{t(group.label)}</div>}
      {group.items.map((item) => (
        <NavLink
          key={item.to}
          to={item.to}
          end={item.to === "/"}
          className="side-link"
          title={folded ? of(item.label) : undefined}
        >
          <Icon name={item.icon} size={17} />
          {folded ? (
            <span className="sr-only">{of(item.label)}</span>
          ) : (
            <span className="clip">{of(item.label)}</span>
          )}
        </NavLink>
      ))}
    </div>
  );
}
