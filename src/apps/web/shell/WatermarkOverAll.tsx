import { Watermark } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useMe } from "../../../ui/data/session.ts";
import { useShade } from "../../../ui/kit/shade.tsx";
import { timeText } from "../../../ui/kit/time-text.ts";
import * as styles from "./WatermarkOverAll.module.css";

const MINUTE = 60_000;
/** Faint enough to read through, dark enough for a photograph of the screen. */
const INK = { light: "rgba(20, 30, 28, 0.09)", dark: "rgba(235, 245, 242, 0.16)" } as const;

function useMinute(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return timeText(now);
}

/** Who looks and when, over everything: of the login the last four signs. Clicks go through it. */
export function WatermarkOverAll({ children }: { readonly children: ReactNode }) {
  const { user, viewing } = useMe();
  const { shade } = useShade();
  const time = useMinute();
  const who = viewing
    ? viewing.by.name
    : [user.name, (user.login ?? "").split("@")[0]?.slice(-4)].filter(Boolean).join(" ");
  return (
    <Watermark
      className={styles.screenMark}
      content={[who, time]}
      font={{ color: INK[shade], fontSize: 14 }}
      gap={[110, 110]}
      rotate={-20}
      zIndex={1000}
    >
      {children}
    </Watermark>
  );
}
