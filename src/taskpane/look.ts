// Colours of the pane: Fluent's themes in Salesbook's teal, light or dark as Office or the system wishes.

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

/** Colours of the Office program, as it tells them: `#RRGGBB`. */
export interface OfficeTheme {
  readonly background: string;
}

/** The theme of pane and page: dark as the Office program is, else as the system wishes. Office tells no change, so it is asked when the pane is looked at. */
export function useLook(officeTheme: () => OfficeTheme | null = () => null): Theme {
  const isDark = useSyncExternalStore(watchDark, () => isDarkTheme(officeTheme()) ?? window.matchMedia(wish).matches);
  return isDark ? night : paper;
}

/** Whether white reads better on the background than black; null where there is no colour. */
export function isDarkTheme(theme: OfficeTheme | null): boolean | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(theme?.background ?? "")?.[1];
  if (digits === undefined) return null;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

const wish = "(prefers-color-scheme: dark)";

function watchDark(changed: () => void): () => void {
  const query = window.matchMedia(wish);
  query.addEventListener("change", changed);
  const stop = whenLookedAt(changed);
  return () => {
    query.removeEventListener("change", changed);
    stop();
  };
}

/** Does it whenever the user comes back to the pane; gives what ends that. */
export function whenLookedAt(doing: () => void): () => void {
  window.addEventListener("focus", doing);
  document.addEventListener("visibilitychange", doing);
  return () => {
    window.removeEventListener("focus", doing);
    document.removeEventListener("visibilitychange", doing);
  };
}
