import { Button } from "antd";
import { Suspense, useState } from "react";
import { useNavigate } from "react-router";
import type { ListAction } from "../../slots/list-actions.ts";
import { can, type ObjectInfo } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { Dropdown } from "../../kit/Overlay.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { PageHeader } from "../../kit/PageHeader.tsx";
import { useListActions } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { LIST_MODES, type ListMode, type ListState } from "./list-state.ts";
import { printMessages } from "../print/print.messages.ts";
import * as listStyles from "./list.module.css";
import * as styles from "./ListHeader.module.css";

export interface ListHeaderProps {
  readonly object: ObjectInfo;
  readonly state: ListState;
  readonly change: (change: Partial<ListState>) => void;
  readonly total: number | undefined;
  readonly more: boolean | undefined;
  readonly filter: string;
  readonly columns: readonly string[];
  readonly mode: ListMode;
  /** Of a list: shows it as a document to be printed. */
  readonly onPrint: () => void;
}

/** "10,000+" when counting stopped there. */
export const countText = (total: number, more: boolean | undefined): string =>
  more || total > 10_000 ? "10,000+" : groupDigits(String(total));

const PRINT = "print";

export function ListHeader(props: ListHeaderProps) {
  const { object, state, change, total, more, filter, columns, mode, onPrint } = props;
  const { t, of } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const offered = useListActions(object, me);
  const actions = state.asOf ? [] : offered;
  const [dialog, setDialog] = useState<ListAction | null>(null);
  const items = [
    ...actions.map(({ name, icon, label }) => ({ key: name, icon: <Icon name={icon} />, label: t(label) })),
    ...(mode === "list"
      ? [{ key: PRINT, icon: <Icon name="print" />, label: t(printMessages.print), extra: "Ctrl P" }]
      : []),
  ];
  const run = (key: string) => {
    if (key === PRINT) return onPrint();
    const action = actions.find((one) => one.name === key);
    if (action?.to) void navigate(action.to(object));
    else if (action) setDialog(action);
  };
  const Dialog = dialog?.Dialog;
  return (
    <PageHeader
      icon={objectIcon(object.icon)}
      title={of(object.plural)}
      {...(total === undefined ? {} : { note: countText(total, more) })}
    >
      <ModeSwitch
        modes={LIST_MODES.filter((one) => one !== "board" || object.stageField)}
        mode={mode}
        onChange={(next) => change({ mode: next })}
      />
      {items.length > 0 && (
        <Dropdown menu={{ items, onClick: ({ key }) => run(key) }}>
          <QuietButton icon="more" aria-label={t(recordScreenMessages.more)} />
        </Dropdown>
      )}
      {can(object, "create") && !state.asOf && (
        <Button
          type="primary"
          icon={<Icon name="plus" />}
          aria-keyshortcuts="c"
          onClick={() => change({ create: "1" })}
        >
          <span className={listStyles.wideOnly}>
            {t(recordScreenMessages.create, { object: of(object.label) })}
          </span>
          <span className={styles.narrowOnly}>{t(recordScreenMessages.createShort)}</span>
        </Button>
      )}
      {Dialog && (
        <Suspense>
          <Dialog object={object} filter={filter} columns={columns} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </PageHeader>
  );
}

interface ModeSwitchProps {
  readonly modes: readonly ListMode[];
  readonly mode: ListMode;
  readonly onChange: (mode: ListMode) => void;
}
function ModeSwitch({ modes, mode, onChange }: ModeSwitchProps) {
  const { t } = useLanguage();
  return (
    <div className={listStyles.segmented} role="group">
      {modes.map((one) => (
        <QuietButton
          key={one}
          icon={one}
          on={mode === one}
          aria-pressed={mode === one}
          aria-label={t(recordScreenMessages[one])}
          onClick={() => onChange(one)}
        />
      ))}
    </div>
  );
}
