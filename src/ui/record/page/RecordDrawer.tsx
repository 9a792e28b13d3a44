import { type KeyboardEvent, useEffect, useRef } from "react";
import { Link } from "react-router";
import type { ObjectInfo } from "../../data/objects.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { Boundary } from "../../kit/Boundary.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { RecordView } from "./RecordView.tsx";
import * as base from "../../kit/base.module.css";
import * as quietButtonStyles from "../../kit/QuietButton.module.css";
import * as styles from "./RecordDrawer.module.css";

export interface RecordDrawerProps {
  readonly object: ObjectInfo;
  readonly id: string;
  readonly asOf: string | null;
  /** Ids of the list, for going to the next one. */
  readonly order: readonly string[];
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** A record beside its list, which keeps its place. */
export function RecordDrawer({ object, id, asOf, order, onOpen, onClose }: RecordDrawerProps) {
  const { t, of } = useLanguage();
  const box = useRef<HTMLElement>(null);
  const at = order.indexOf(id);
  const [before, after] = [order[at - 1], at < 0 ? undefined : order[at + 1]];
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, [id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) onClose();
  };
  return (
    <aside
      ref={box}
      className={styles.drawer}
      tabIndex={-1}
      aria-label={of(object.label)}
      onKeyDown={onKeyDown}
    >
      <div className={styles.drawerBar}>
        <QuietButton icon="close" aria-label={t(kitMessages.close)} onClick={onClose} />
        <QuietButton
          icon="up"
          aria-label={t(recordScreenMessages.previous)}
          disabled={!before}
          onClick={() => before && onOpen(before)}
        />
        <QuietButton
          icon="down"
          aria-label={t(recordScreenMessages.next)}
          disabled={!after}
          onClick={() => after && onOpen(after)}
        />
        <span className={base.grow} />
        <Link
          className={quietButtonStyles.ghost}
          to={`${recordPath(object.name, id)}${asOf ? `?as_of=${asOf}` : ""}`}
        >
          <Icon name="expand" />
          {t(recordScreenMessages.openPage)}
        </Link>
      </div>
      <Boundary resetKey={id}>
        <RecordView key={id} object={object} id={id} asOf={asOf} narrow onGone={onClose} />
      </Boundary>
    </aside>
  );
}
