import { Link } from "react-router";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ExplainAnswer } from "../shared/proof.contract.ts";
import { permissionMessages } from "./permissions.messages.ts";
import * as styles from "./ExplainResult.module.css";

/**
 * Where a no can be turned into a yes: on the record, by a rule, or for a whole role. Shares and rules give
 * no more than reading and changing.
 */
export function WaysToGrant({ answer }: { readonly answer: ExplainAnswer }) {
  const { t } = useLanguage();
  const me = useMe();
  const { object, record, who, action } = answer;
  const isShareable = record !== null && (action === "read" || action === "update");
  const ways = [
    ...(isShareable && object && record.title !== null && who.kind === "user"
      ? [{ to: recordPath(object, record.id), text: t(permissionMessages.shareIt, { who: who.name }) }]
      : []),
    ...(isAble(me, "roles.manage") && isShareable
      ? [{ to: "/settings/sharing-rules", text: t(permissionMessages.byRule) }]
      : []),
    ...(isAble(me, "roles.manage") ? [{ to: "/settings/roles", text: t(permissionMessages.byRole) }] : []),
  ];
  if (ways.length === 0) return null;
  return (
    <>
      <h3>{t(permissionMessages.ways)}</h3>
      <ul className={styles.ways}>
        {ways.map(({ to, text }) => (
          <li key={to}>
            <Link to={to}>{text}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
