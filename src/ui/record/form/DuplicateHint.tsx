import { useMemo } from "react";
import { Link } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { useDuplicates } from "../../data/duplicates.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as bannerStyles from "../../kit/banner.module.css";
import * as base from "../../kit/base.module.css";
import * as styles from "./DuplicateHint.module.css";

/** Records like the one being typed, while it is typed. */
export function DuplicateHint({
  object,
  values,
  id,
}: {
  readonly object: ObjectInfo;
  readonly values: Values;
  readonly id?: string;
}) {
  const { t } = useLanguage();
  const telling = useMemo(
    () =>
      Object.fromEntries(
        object.fields
          .filter(
            (field) =>
              (field.searchable ||
                field.kind === "phone" ||
                field.kind === "email" ||
                field.name === object.title) &&
              !isBlank(values[field.name]),
          )
          .map((field) => [field.name, values[field.name] ?? null]),
      ),
    [object, values],
  );
  const found = useDuplicates(object.name, telling, id);
  if (found.length === 0) return null;
  return (
    <div className={`${bannerStyles.banner} ${styles.duplicates}`} role="status">
      <Icon name="copy" />
      <strong>{t(recordScreenMessages.duplicates)}</strong>
      <ul className={base.grow}>
        {found.slice(0, 5).map((one, place) => (
          <li key={one.id ?? place} className={base.line}>
            {one.id ? (
              <Link className={base.clip} to={recordPath(one.object, one.id)} target="_blank">
                {one.title}
              </Link>
            ) : (
              <span className={base.clip}>{one.title}</span>
            )}
            {one.owner_name && <span>{t(recordScreenMessages.ownedBy, { name: one.owner_name })}</span>}
            <span className={base.clip}>{one.reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
