import { ConfigProvider } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import { type ReactNode, useMemo } from "react";
import { AppToolsProvider } from "./app-tools.tsx";
import { LanguageProvider, useLanguage } from "./language.tsx";
import { ShadeProvider, useShade } from "./shade.tsx";
import { themeOf } from "./theme.ts";
import * as styles from "./Kit.module.css";

/** antd's of a text of 13 pixels, which its parts are measured by. */
const LINE_HEIGHT = 21 / 13;

function Themed({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const { shade } = useShade();
  const theme = useMemo(
    () => themeOf(shade, window.matchMedia("(prefers-reduced-motion: reduce)").matches),
    [shade],
  );
  return (
    <ConfigProvider locale={language === "zh-CN" ? zh : en} theme={theme} button={{ autoInsertSpace: false }}>
      <div className={styles.appRoot} style={{ lineHeight: LINE_HEIGHT }}>
        <AppToolsProvider>{children}</AppToolsProvider>
      </div>
    </ConfigProvider>
  );
}

/** Language, shade and antd's theme for everything below. */
export function Kit({ children }: { readonly children: ReactNode }) {
  return (
    <LanguageProvider>
      <ShadeProvider>
        <Themed>{children}</Themed>
      </ShadeProvider>
    </LanguageProvider>
  );
}
