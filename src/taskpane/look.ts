// Colours of the pane: Fluent's themes in Salesbook's teal, light or dark as the system wishes.

import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

const teal: BrandVariants = {
  10: "#041615", 20: "#082624", 30: "#0A3533", 40: "#0B4340", 50: "#0C524E", 60: "#0E615C", 70: "#10716C", 80: "#127C76",
  90: "#2B8D87", 100: "#469D97", 110: "#60ADA7", 120: "#7BBDB8", 130: "#96CCC8", 140: "#B1DBD8", 150: "#CCEAE8", 160: "#E6F5F4",
};

// A Latin font before the Chinese ones, whose quotation marks are as wide as a character.
const fonts = "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Noto Sans', 'Liberation Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The light theme, which the picture of a workbook keeps: paper is white. */
export const paper: Theme = { ...createLightTheme(teal), fontFamilyBase: fonts };

const night: Theme = {
  ...createDarkTheme(teal),
  fontFamilyBase: fonts,
  colorBrandForeground1: teal[110],
  colorBrandForeground2: teal[120],
  colorBrandStroke1: teal[100],
};

/** The theme of pane and page; follows the system when it changes. */
export function useLook(): Theme {
  return useSyncExternalStore(watchDark, isDark) ? night : paper;
}

const wish = "(prefers-color-scheme: dark)";

function isDark(): boolean {
  return window.matchMedia(wish).matches;
}

function watchDark(changed: () => void): () => void {
  const query = window.matchMedia(wish);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
