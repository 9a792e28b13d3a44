import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as styles from "./timeline.module.css";

/** What was written, six lines of it unless somebody wants to read on. */
export function EventText({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    const { current } = box;
    if (current && !isOpen) setLong(current.scrollHeight > current.clientHeight + 2);
  }, [children, isOpen]);
  return (
    <>
      <div ref={box} className={styles.text} data-open={isOpen || undefined}>
        {children}
      </div>
      {(isLong || isOpen) && (
        <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? recordScreenMessages.showLess : recordScreenMessages.showAll)}
        </button>
      )}
    </>
  );
}
