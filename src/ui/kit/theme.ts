import { theme as antdTheme, type ThemeConfig } from "antd";

export type Shade = "light" | "dark";

/**
 * The one place where antd learns what Sluice looks like; the same colours stand in theme.css for our own
 * parts.
 */
export const themeOf = (shade: Shade, isStill = false): ThemeConfig => {
  const dark = shade === "dark";
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { key: `sluice-${shade}` },
    hashed: false,
    token: {
      colorPrimary: "#0B7A75",
      colorInfo: "#0B7A75",
      colorLink: dark ? "#4FC4B9" : "#0B7A75",
      colorError: dark ? "#F0776B" : "#C2352B",
      colorWarning: dark ? "#E0A63D" : "#A86A00",
      colorSuccess: dark ? "#57B98A" : "#1F7A4D",
      colorText: dark ? "#E4EBE9" : "#17211F",
      colorTextSecondary: dark ? "#A3B3AF" : "#52605C",
      colorTextTertiary: dark ? "#8A9A96" : "#65736F",
      colorTextPlaceholder: dark ? "#8A9A96" : "#65736F",
      colorBgBase: dark ? "#121817" : "#FFFFFF",
      colorBgContainer: dark ? "#161D1C" : "#FFFFFF",
      colorBgElevated: dark ? "#1C2524" : "#FFFFFF",
      colorBgLayout: dark ? "#0E1413" : "#F6F8F7",
      colorBorder: dark ? "#33403D" : "#D5DCDA",
      colorBorderSecondary: dark ? "#263230" : "#E6EBE9",
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 5,
      fontSize: 13,
      controlHeight: 32,
      controlHeightSM: 26,
      fontFamily: "var(--font)",
      boxShadow: "var(--shadow)",
      boxShadowSecondary: "var(--shadow)",
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
      wireframe: false,
      // Where the reader wants no motion antd must know: a pop-up whose animation never runs would stay out
      // of sight.
      motion: !isStill,
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
      Modal: { titleFontSize: 15 },
      Tooltip: { fontSize: 12 },
    },
  };
};
