import { Link } from "react-router";
import { Avatar } from "../../../../ui/kit/Avatar.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Reader } from "../shared/proof.contract.ts";
import { permissionMessages } from "./permissions.messages.ts";
import { ProofTree } from "./ProofTree.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as styles from "./ReadersList.module.css";

export interface ReadersListProps {
  readonly rows: readonly Reader[];
  readonly object: string;
  readonly record: string;
}
/** Each reader of a record with the shortest reason, who leads to the full proof. */
export function ReadersList({ rows, object, record }: ReadersListProps) {
  const { t } = useLanguage();
  const proofOf = (user: string) =>
    `/settings/permissions?${new URLSearchParams({ user, object, record, action: "read" }).toString()}`;
  return (
    <ul className={styles.readersList} aria-label={t(permissionMessages.readers)}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link className={base.line} to={proofOf(row.id)}>
            <Avatar name={row.name} />
            <span className={styles.readersName}>
              {row.name}
              <small className={base.muted}>{row.department}</small>
            </span>
          </Link>
          <ProofTree steps={[row.reason]} held />
          <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>
            {t(row.update ? permissionMessages.canEdit : permissionMessages.readOnly)}
          </span>
        </li>
      ))}
    </ul>
  );
}
