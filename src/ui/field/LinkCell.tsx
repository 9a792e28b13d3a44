import { use } from "react";
import { Link } from "react-router";
import type { WireValue } from "../../shared/metadata/object.ts";
import { hasTitles, linkId, linkObject, titleAt } from "../data/values.ts";
import { useTitle } from "../data/lookups.ts";
import { Face } from "../kit/Face.tsx";
import { useLanguage } from "../kit/language.tsx";
import { fieldTexts } from "./field.messages.ts";
import type { CellProps } from "./kind-ui.ts";
import { PlainLinks } from "./plain-links.ts";

/** Where a record's own page is. */
export const recordPath = (object: string, id: string): string => `/records/${object}/${id}`;

interface TargetProps extends CellProps {
  readonly targets: readonly string[];
}
/** The title of a linked record, leading to it. */
export function TargetCell({ field, value, record, targets }: TargetProps) {
  const { t } = useLanguage();
  const object = linkObject(value, targets);
  const id = linkId(value);
  const title = useTitle(object, id, titleAt(record, field.name), !hasTitles(record));
  const isPlain = use(PlainLinks);
  if (!id || !object) return null;
  if (isPlain) return <span className="clip">{title || t(fieldTexts.unknown)}</span>;
  return (
    <Link className="clip cell-link" to={recordPath(object, id)} onClick={(event) => event.stopPropagation()} tabIndex={-1}>
      {title || t(fieldTexts.unknown)}
    </Link>
  );
}
export const LinkCell = (props: CellProps) => <TargetCell {...props} targets={props.field.kind === "link" ? props.field.targets : []} />;

export function PersonCell({ field, value, record }: CellProps) {
  const id = linkId(value);
  const title = useTitle("user", id, titleAt(record, field.name), !hasTitles(record));
  if (!id) return null;
  return (
    <span className="line clip">
      <Face name={title || "?"} />
      <span className="clip">{title}</span>
    </span>
  );
}

export function DepartmentCell({ field, value, record }: CellProps) {
  const title = useTitle("department", linkId(value), titleAt(record, field.name), !hasTitles(record));
  return <span className="clip">{title}</span>;
}

export const hasTarget = (value: WireValue | undefined): boolean => linkId(value) !== null;
