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
    <div className="banner duplicates" role="status">
      <Icon name="copy" />
      <strong>{t(recordScreenMessages.duplicates)}</strong>
      <ul className="grow">
        {found.slice(0, 5).map((one, place) => (
          <li key={one.id ?? place} className="line">
            {one.id ? (
              <Link className="clip" to={recordPath(one.object, one.id)} target="_blank">
                {one.title}
              </Link>
            ) : (
              <span className="clip">{one.title}</span>
            )}
            {one.owner_name && <span>{t(recordScreenMessages.ownedBy, { name: one.owner_name })}</span>}
            <span className="clip">{one.reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
