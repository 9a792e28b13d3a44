import { Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { useMe } from "../../data/session.ts";
import { idOf, textValue } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { type PageCommand, usePageCommands } from "../../kit/page-commands.ts";
import { useCopy } from "../../kit/use-copy.ts";
import type { BatchAction } from "../../slots/list-actions.ts";
import { useBatchActions } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { boardMessages } from "./board.messages.ts";
import { useBoardScope } from "./board-scope.ts";

/** Gives the palette what can be done with the card at hand. */
export function CardCommands() {
  const { hand } = useBoardScope();
  const record = useSyncExternalStore(hand.watch, hand.get);
  const [given, setGiven] = useState<Values | null>(null);
  const transfer = useTransfer();
  return (
    <>
      {record && (
        <Commands
          key={idOf(record)}
          record={record}
          onTransfer={transfer ? () => setGiven(record) : undefined}
        />
      )}
      {given && transfer && <TransferCard action={transfer} record={given} onClose={() => setGiven(null)} />}
    </>
  );
}

/** What lists offer for many rows; of records that nobody owns by rights the owner is a field like others. */
function useTransfer(): BatchAction | undefined {
  const { object, movable } = useBoardScope();
  const actions = useBatchActions(object, useMe());
  return movable && object.sharing === "owner" ? actions.find(({ name }) => name === "transfer") : undefined;
}

interface TransferCardProps {
  readonly action: BatchAction;
  readonly record: Values;
  readonly onClose: () => void;
}
const TransferCard = ({ action, record, onClose }: TransferCardProps) => (
  <Suspense>
    <action.Dialog
      object={useBoardScope().object}
      ids={[idOf(record)]}
      whole={false}
      count={1}
      busy={false}
      onApply={onClose}
      onDone={onClose}
      onClose={onClose}
    />
  </Suspense>
);

interface CommandsProps {
  readonly record: Values;
  readonly onTransfer: (() => void) | undefined;
}
/** What is done follows the board as it is then; what is offered stays the same as long as its words do. */
function Commands({ record, onTransfer }: CommandsProps) {
  const { t } = useLanguage();
  const { object, acts } = useBoardScope();
  const copy = useCopy();
  const next = acts.nextOf(record);
  const advance = next && t(boardMessages.advance, { stage: next.name });
  const isWon = next?.isWon ?? false;
  const mayLog = acts.log !== null;
  const mayTransfer = onTransfer !== undefined;
  const about = textValue(record[object.title]);
  const latest = useRef({ next, acts, onTransfer });
  useEffect(() => {
    latest.current = { next, acts, onTransfer };
  });
  const goOn = useCallback(() => latest.current.next?.go(), []);
  const log = useCallback(() => latest.current.acts.log?.(record), [record]);
  const give = useCallback(() => latest.current.onTransfer?.(), []);
  const commands = useMemo<readonly PageCommand[]>(() => {
    const link = `${location.origin}${recordPath(object.name, idOf(record))}`;
    const toClipboard = () => copy(link, t(recordScreenMessages.copied));
    const icon = isWon ? ("check" as const) : ("right" as const);
    return [
      ...(advance ? [{ key: "advance", icon, text: advance, about, run: goOn }] : []),
      ...(mayLog ? [{ key: "log", icon: LOG, text: t(recordScreenMessages.logIt), about, run: log }] : []),
      ...(mayTransfer
        ? [{ key: "transfer", icon: GIVE, text: t(boardMessages.transfer), about, run: give }]
        : []),
      { key: "copy-link", icon: COPY, text: t(recordScreenMessages.duplicate), about, run: toClipboard },
    ];
  }, [advance, isWon, mayLog, mayTransfer, about, object.name, record, goOn, log, give, copy, t]);
  usePageCommands(commands);
  return null;
}
const [LOG, GIVE, COPY] = ["message", "transfer", "copy"] as const;
