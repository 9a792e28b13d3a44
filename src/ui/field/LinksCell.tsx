import { use } from "react";
import { Link } from "react-router";
import { pointersOf } from "../../shared/metadata/further-links.ts";
import { useTitle } from "../data/lookups.ts";
import { useObjects } from "../data/objects.ts";
import { hasTitles, titlesAt } from "../data/values.ts";
import { Icon, objectIcon } from "../kit/Icon.tsx";
import { useLanguage } from "../kit/language.tsx";
import { fieldMessages } from "./field.messages.ts";
import type { CellProps } from "./kind-ui.ts";
import { recordPath } from "./LinkCell.tsx";
import { PlainLinks } from "./plain-links.ts";
import * as base from "../kit/base.module.css";
import * as chipStyles from "../kit/chip.module.css";
import * as styles from "./LinksCell.module.css";

interface NameProps {
  readonly object: string;
  readonly id: string;
  /** Its title, where that came along. */
  readonly known: string;
  readonly targets: readonly string[];
}
/** Among people, whether somebody is of the company or from outside. */
const isAmongPeople = (targets: readonly string[]): boolean => targets.includes("user") && targets.length > 1;

function Named({
  object,
  title,
  targets,
}: {
  readonly object: string;
  readonly title: string;
  readonly targets: readonly string[];
}) {
  const { t } = useLanguage();
  const icon = useObjects().get(object)?.icon;
  return (
    <>
      <Icon name={objectIcon(icon)} size={12} />
      <span className={base.clip}>{title || t(fieldMessages.unknown)}</span>
      {isAmongPeople(targets) && (
        <span className={base.muted}>
          {t(object === "user" ? fieldMessages.internal : fieldMessages.external)}
        </span>
      )}
    </>
  );
}

/** The name of a record in an input, asked for where it did not come along. */
export function LinkedName({ object, id, known, targets }: NameProps) {
  return (
    <span className={base.line}>
      <Named object={object} title={useTitle(object, id, known)} targets={targets} />
    </span>
  );
}

function Chip({ object, id, known, targets, isPlain }: NameProps & { readonly isPlain: boolean }) {
  const inside = <Named object={object} title={known} targets={targets} />;
  if (isPlain || known === "")
    return (
      <span className={`${chipStyles.chip} ${chipStyles.boxed}`} data-part="chip">
        {inside}
      </span>
    );
  return (
    <Link
      className={`${chipStyles.chip} ${chipStyles.boxed}`}
      data-part="chip"
      to={recordPath(object, id)}
      onClick={(event) => event.stopPropagation()}
      tabIndex={-1}
    >
      {inside}
    </Link>
  );
}
const Asked = (props: NameProps & { readonly isPlain: boolean }) => (
  <Chip {...props} known={useTitle(props.object, props.id, "")} />
);

/** Records of several objects as chips, each leading to its page. */
export function LinksCell({ field, value, record }: CellProps) {
  const isPlain = use(PlainLinks);
  const targets = field.kind === "links" ? field.targets : [];
  const titles = titlesAt(record, field.name);
  const came = hasTitles(record);
  return (
    <span className={`${base.line} ${styles.linkedChips}`}>
      {pointersOf(value, targets[0] ?? "").map(({ object, id }, at) => {
        const props = { object, id, known: titles[at] ?? "", targets, isPlain };
        return came ? <Chip key={id} {...props} /> : <Asked key={id} {...props} />;
      })}
    </span>
  );
}
