import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { showHelp } from "../help-state.ts";
import { besideBox } from "./find-stop.ts";
import { type Role, STOPS } from "./tour-stops.ts";
import { TourButtons } from "./TourButtons.tsx";
import { useToursTaken } from "./tours-taken.ts";
import { useStopBox } from "./use-stop-box.ts";
import * as styles from "./Tour.module.css";

/** The keyboard stays in the card, as the pointer does. */
function keepWithin(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button === event.target);
  const next = buttons[(at + (event.shiftKey ? -1 + buttons.length : 1)) % buttons.length];
  event.preventDefault();
  next?.focus();
}

/** Half a dozen places of the product, one after the other, each on the page where it is. */
export function Tour({ role }: { readonly role: Role }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [taken, take] = useToursTaken();
  const [at, goTo] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const stops = STOPS[role];
  const stop = stops[at];
  const path = stop?.path;
  useEffect(() => {
    if (path !== undefined) void navigate(path);
    card.current?.focus();
  }, [path, at, navigate]);
  const { box, card: size, screen } = useStopBox(stop?.at ?? [], card);
  if (!stop) return null;
  const end = () => {
    take({ ...taken, [role]: true });
    showHelp({ tour: null });
  };
  const isLast = at === stops.length - 1;
  const next = () => (isLast ? end() : goTo(at + 1));
  const back = () => goTo(Math.max(0, at - 1));
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const { key, target, currentTarget } = event;
    if (key === "Escape") end();
    else if (key === "ArrowRight") next();
    else if (key === "ArrowLeft") back();
    else if (key === "Enter" && target === currentTarget) next();
    else if (key === "Tab") keepWithin(event);
  };
  return (
    <div className={styles.stage} data-bare={box ? undefined : true}>
      {box && <div className={styles.light} style={{ ...box }} />}
      <div
        ref={card}
        role="dialog"
        aria-modal
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
        tabIndex={-1}
        className={styles.card}
        style={besideBox(box, size, screen)}
        onKeyDown={onKey}
      >
        <strong id="tour-title">{t(stop.title)}</strong>
        <p id="tour-text">{t(stop.text)}</p>
        <TourButtons at={at} total={stops.length} onEnd={end} onBack={back} onNext={next} />
      </div>
    </div>
  );
}
