import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Look, noteLook, readLooks } from "../../../shared/wire/record-looks.contract.ts";
import { call } from "../../data/call.ts";
import { useIsViewing } from "../../data/session.ts";
import { Avatar } from "../../kit/Avatar.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Popover } from "../../kit/Overlay.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { When } from "./event-words.tsx";
import * as styles from "./Lookers.module.css";

const FACES = 3;
/** A page that is left at once was not looked at. */
const LOOK_MS = 1500;

export interface LookersProps {
  readonly object: string;
  readonly id: string;
  /** In a column of its own: says what the faces are. */
  readonly inWords?: boolean;
}
/** The faces of who else opened a record lately. That one has opened it oneself is told once it stands there. */
export function Lookers({ object, id, inWords = false }: LookersProps) {
  const looks = useLooks(object, id);
  return looks.length === 0 ? null : <Faces looks={looks} inWords={inWords} />;
}

function useLooks(object: string, id: string): readonly Look[] {
  const isViewing = useIsViewing();
  const [shown, setShown] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setShown(id), LOOK_MS);
    return () => clearTimeout(timer);
  }, [id]);
  const { data } = useQuery({
    queryKey: ["record-looks", object, id],
    enabled: shown === id,
    staleTime: 60_000,
    retry: false,
    queryFn: ({ signal }) => call(isViewing ? readLooks : noteLook, { params: { object, id }, signal }),
  });
  return data?.data ?? [];
}

function Faces({ looks, inWords }: { readonly looks: readonly Look[]; readonly inWords: boolean }) {
  const { t } = useLanguage();
  const words = t(recordScreenMessages.lookedAt, { count: looks.length });
  return (
    <Popover title={words} content={<Names looks={looks} />}>
      <button type="button" className={styles.faces} aria-label={words} title={words}>
        {inWords && <span className={styles.words}>{words}</span>}
        {looks.slice(0, FACES).map(({ id, name }) => (
          <Avatar key={id} name={name} />
        ))}
        {looks.length > FACES && <span className={styles.more}>+{looks.length - FACES}</span>}
      </button>
    </Popover>
  );
}

const Names = ({ looks }: { readonly looks: readonly Look[] }) => (
  <ul className={styles.names}>
    {looks.map(({ id, name, last_at }) => (
      <li key={id}>
        <span>{name}</span>
        <When at={last_at} />
      </li>
    ))}
  </ul>
);
