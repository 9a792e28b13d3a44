import { Button, Input, Modal } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { type FieldInfo, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { useRecordList } from "../../data/records.ts";
import { idOf, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { PlainLinks } from "../../field/plain-links.ts";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useDebounced } from "../../kit/use-debounced.ts";
import { fieldMessages } from "../../field/field.messages.ts";
import { linesMessages } from "./lines.messages.ts";
import * as base from "../../kit/base.module.css";
import * as dialogStyles from "../../kit/dialog.module.css";
import * as styles from "./AddFrom.module.css";

export interface AddFromProps {
  readonly child: ObjectInfo;
  readonly link: FieldInfo;
  readonly target: ObjectInfo;
  readonly onAdd: (lines: readonly Values[], titles: ReadonlyMap<string, string>) => void;
  readonly onClose: () => void;
}
/** Several records chosen at once, each of which becomes a line. */
export function AddFrom({ child, link, target, onAdd, onClose }: AddFromProps) {
  const { t, of } = useLanguage();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<ReadonlyMap<string, Values>>(new Map());
  const turn = (record: Values) =>
    setChosen((now) => {
      const next = new Map(now);
      if (!next.delete(idOf(record))) next.set(idOf(record), record);
      return next;
    });
  const lineOf = (record: Values): Values => ({
    ...sharedValues(child, target, record),
    [link.name]: idOf(record),
  });
  const add = () =>
    onAdd(
      [...chosen.values()].map(lineOf),
      new Map([...chosen].map(([id, record]) => [id, textValue(record[target.title])])),
    );
  return (
    <Modal
      open
      className={dialogStyles.full}
      width={640}
      title={t(linesMessages.addFrom, { object: of(target.plural) })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(kitMessages.cancel)}</Button>
          <Button type="primary" disabled={chosen.size === 0} onClick={add}>
            {t(linesMessages.addChosen, { count: chosen.size })}
          </Button>
        </>
      }
    >
      <div className={base.stack}>
        <Input
          autoFocus
          allowClear
          value={text}
          placeholder={t(fieldMessages.search)}
          aria-label={t(fieldMessages.search)}
          onChange={(event) => setText(event.target.value)}
        />
        <Choices target={target} text={text} chosen={chosen} onTurn={turn} />
      </div>
    </Modal>
  );
}

interface ChoicesProps {
  readonly target: ObjectInfo;
  readonly text: string;
  readonly chosen: ReadonlyMap<string, Values>;
  readonly onTurn: (record: Values) => void;
}
/** The records that a text finds, each to be ticked, with what tells it from another. */
function Choices({ target, text, chosen, onTurn }: ChoicesProps) {
  const { t } = useLanguage();
  const search = useDebounced(text.trim(), 200);
  const answer = useRecordList(target.name, {
    limit: 50,
    count: "none",
    ...(search ? { search } : { sort: target.list.sort }),
  });
  const records = answer.data?.pages.flatMap((page) => page.data) ?? [];
  const further = target.list.columns
    .flatMap((name) => target.byName[name] ?? [])
    .filter((field) => field.name !== target.title && field.right !== "hidden")
    .slice(0, 2);
  return (
    <PlainLinks value={true}>
      <ul className={styles.list}>
        {records.map((record) => (
          <li key={idOf(record)}>
            <label className={styles.choice}>
              <input type="checkbox" checked={chosen.has(idOf(record))} onChange={() => onTurn(record)} />
              <span className={`${base.clip} ${base.grow}`}>{textValue(record[target.title])}</span>
              {further.map((field) => (
                <span key={field.name} className={`${base.muted} ${styles.further}`}>
                  <FieldCell object={target.name} field={field} record={record} value={record[field.name]} />
                </span>
              ))}
            </label>
          </li>
        ))}
        {records.length === 0 && !answer.isFetching && (
          <li className={base.muted}>{t(fieldMessages.nothing)}</li>
        )}
      </ul>
      {answer.hasNextPage && (
        <QuietButton disabled={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          {t(fieldMessages.moreLines)}
        </QuietButton>
      )}
    </PlainLinks>
  );
}

const bare = (name: string): string => name.replace(/_c$/, "");
/** What a record and a line both have by name and kind goes over: a price, a unit, a tax rate. */
function sharedValues(child: ObjectInfo, target: ObjectInfo, record: Values): Values {
  return Object.fromEntries(
    child.fields.flatMap((field) => {
      const same = target.fields.find(
        (one) => bare(one.name) === bare(field.name) && one.kind === field.kind,
      );
      const value = same ? record[same.name] : undefined;
      const isTaken =
        value !== undefined &&
        value !== null &&
        !field.system &&
        same?.right !== "mask" &&
        isEditable(child, field, true);
      return isTaken ? [[field.name, value]] : [];
    }),
  );
}
