import { NavLink } from "react-router";
import { useFollows } from "../../../ui/data/follows.ts";
import { useObjects } from "../../../ui/data/objects.ts";
import { Icon, objectIcon } from "../../../ui/kit/Icon.tsx";
import { recordPath } from "../../../ui/field/LinkCell.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { followMessages } from "../../../ui/record/follow.messages.ts";
import * as base from "../../../ui/kit/base.module.css";
import * as shellStyles from "./shell.module.css";

/** The latest; each list has all of its own in a scene. */
const SHOWN = 6;

/** What one follows, a click away. Folded, names would be all that there is to tell them apart: it is not there. */
export function SideFollows({ folded }: { readonly folded: boolean }) {
  const { t } = useLanguage();
  const objects = useObjects();
  const shown = useFollows()
    .filter(({ object, title }) => title !== "" && objects.has(object))
    .slice(0, SHOWN);
  if (folded || shown.length === 0) return null;
  return (
    <div className={shellStyles.sideGroup}>
      <div className={shellStyles.sideLabel}>{t(followMessages.following)}</div>
      {shown.map(({ id, object, record, title }) => (
        <NavLink key={id} to={recordPath(object, record)} className={shellStyles.sideLink} title={title}>
          <Icon name={objectIcon(objects.get(object)?.icon)} size={17} />
          <span className={base.clip}>{title}</span>
        </NavLink>
      ))}
    </div>
  );
}
